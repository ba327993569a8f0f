import { hash } from "node:crypto";
import { urlsOf } from "./handed-over-settings.ts";
import type { RemoteUrls } from "./handed-over-settings.ts";
import type { Setting } from "./place.ts";
import { shownUrl } from "./remote-url.ts";

/** A branch of a remote of the user's. */
export interface RemoteAddress extends RemoteUrls {
  /** What the remote is called in the user's repository. */
  readonly remote: string;
  /** The branch's full name, `refs/heads/…`. */
  readonly ref: string;
}

/** What git-check-ref-format(1) allows in a branch's name. */
const branchName = /^(?![-/.])(?!.*(\.\.|@\{|\/\/|\/\.|\.lock(\/|$)|[/.]$))[^\u0000-\u0020\u007f~^:?*[\\]+$/;

/** Undefined where there is no remote of that name, or the branch's is none. */
export function findRemote(
  settings: readonly Setting[],
  remote: string,
  branch: string,
): RemoteAddress | undefined {
  const urls = urlsOf(settings, remote);
  if (urls === undefined || !branchName.test(branch)) return undefined;
  return { ...urls, remote, ref: `refs/heads/${branch}` };
}

/** Tells branches of different remotes apart. Without what may be secret in a URL, and as a hash: it stands in our repository. */
export const remoteKey = ({ url, pushUrl, ref }: RemoteAddress): string =>
  hash("sha256", `${shownUrl(pushUrl ?? url)}\n${ref}`, "hex");
