import type { Environment } from "./git.ts";
import type { Setting } from "./place.ts";

/**
 * What of the user's configuration our own repository is given to reach a remote: how to sign in, proxies and certificates, ssh, and what
 * stands for what in URLs.
 */
const forRemotes =
  /^(credential\.|http\.|ssh\.variant$|protocol\.version$|url\.[^]*\.(insteadof|pushinsteadof)$)/;

/** What a remote's own section may add: a proxy, and where git is on the other side. */
const ofRemote = ["proxy", "proxyauthmethod", "uploadpack", "receivepack"];

/** What the remote is called in our own repository, whatever its name in the user's: no name or URL from there becomes an argument. */
export const REMOTE_NAME = "there";

const forSigning = /^(gpg\.|user\.signingkey$|commit\.gpgsign$)/;

/** A line that moves less than this many bytes a second, for that many seconds, is dead. Unless the user says otherwise. */
const patience: readonly Setting[] = [
  { name: "http.lowSpeedLimit", value: "100" },
  { name: "http.lowSpeedTime", value: "30" },
];

/** Where a remote is, as it stands in the user's configuration; the first where several are given. */
export interface RemoteUrls {
  readonly url: string;
  /** Undefined where pushes go to `url` as well. The two differ in what `pushInsteadOf` does. */
  readonly pushUrl: string | undefined;
}

/** Undefined where there is no such remote. */
export function urlsOf(all: readonly Setting[], remote: string): RemoteUrls | undefined {
  const first = (name: string) => all.find((setting) => setting.name === `remote.${remote}.${name}`)?.value;
  const url = first("url") ?? first("pushurl");
  return url === undefined || url === "" ? undefined : { url, pushUrl: first("pushurl") };
}

/** The settings by which our own repository reaches a remote of the user's; git works out the URL there as it would here. */
export const settingsForRemote = (
  all: readonly Setting[],
  remote: string,
  { url, pushUrl }: RemoteUrls,
): readonly Setting[] => [
  ...patience,
  ...all.filter(({ name }) => forRemotes.test(name)),
  ...ofRemote.flatMap((part) => {
    const value = lastValue(all, `remote.${remote}.${part}`);
    return value === undefined ? [] : [{ name: `remote.${REMOTE_NAME}.${part}`, value }];
  }),
  { name: `remote.${REMOTE_NAME}.url`, value: url },
  ...(pushUrl === undefined ? [] : [{ name: `remote.${REMOTE_NAME}.pushurl`, value: pushUrl }]),
];

export const settingsForSigning = (all: readonly Setting[]): readonly Setting[] =>
  all.filter(({ name }) => forSigning.test(name));

/** The last value of a setting counts (git-config(1)); names without a part in quotes are lower-case in git's list. */
export const lastValue = (all: readonly Setting[], name: string): string | undefined =>
  all.findLast((setting) => setting.name === name)?.value;

/**
 * The user's own ssh command, told never to ask where nobody can answer. A program that isn't known to take the option is left as it is: it
 * has no terminal to ask on either.
 */
export function sshCommand(all: readonly Setting[], environment: Environment, mayAsk: boolean): string {
  const command = environment["GIT_SSH_COMMAND"] ?? lastValue(all, "core.sshcommand");
  const program = environment["GIT_SSH"] ?? "ssh";
  const own = command ?? (program === "ssh" ? program : `'${program.replaceAll("'", "'\\''")}'`);
  if (mayAsk) return own;
  const variant = environment["GIT_SSH_VARIANT"] ?? lastValue(all, "ssh.variant");
  switch (variant ?? variantOf(command === undefined ? program : programIn(command))) {
    case "ssh":
      return `${own} -o BatchMode=yes`;
    case "plink":
    case "putty":
    case "tortoiseplink":
      return `${own} -batch`;
    default:
      return own;
  }
}

/** The program that a shell command starts with. */
function programIn(command: string): string {
  const [, double, single, bare] = /^\s*(?:"([^"]+)"|'([^']+)'|(\S+))/.exec(command) ?? [];
  return double ?? single ?? bare ?? "";
}

/** As git guesses it, from the name of the program (git-config(1), ssh.variant). */
const variantOf = (program: string): string | undefined =>
  program
    .split(/[\\/]/)
    .at(-1)
    ?.toLowerCase()
    .replace(/\.exe$/, "");
