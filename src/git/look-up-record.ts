import { join } from "node:path";
import type { RecordAddress } from "../app/record-address.ts";
import type { RecordLookUp } from "../app/record-shelf.ts";
import type { Cancel } from "../base/cancel.ts";
import { attempt } from "./ask.ts";
import { makeFolder } from "./durable-file.ts";
import { classifyFailure } from "./classify-failure.ts";
import { findBranch } from "./commands/find-branch.ts";
import type { Git } from "./git.ts";
import { settingsForRemote, sshCommand } from "./handed-over-settings.ts";
import { settingsForAll } from "./record-repository.ts";
import { withoutPasswords } from "./remote-url.ts";

/** Asks an address whether there is a record, from `folder`, which nobody else may write to. Fetches and writes nothing. */
export async function lookUpRecord(
  git: Git,
  folder: string,
  { url, host }: RecordAddress,
  branch: string,
  signal: Cancel,
): Promise<RecordLookUp> {
  await makeFolder(folder, 0o700);
  const settings = await settingsForAll(git, folder);
  // No store is there yet; the settings travel as they do to one (place.ts).
  const place = {
    kind: "store",
    gitDirectory: join(folder, "none"),
    folder,
    configuration: settingsForRemote(settings, host, { url, pushUrl: undefined }),
  } as const;
  const environment = { GIT_SSH_COMMAND: sshCommand(settings, git.environment, false) };
  const asked = await attempt(git, place, findBranch(`refs/heads/${branch}`), { signal, environment });
  if (asked.kind === "stopped") {
    const isKnown = asked.why === "cancelled" || asked.why === "timedOut";
    return failed(isKnown ? asked.why : "unknown", asked.detail);
  }
  if (asked.kind !== "answered") return failed("unknown", asked.detail);
  const { output, commit } = asked.answer;
  if (output.exit !== 0) return failed(classifyFailure(output.stderr, "read"), output.stderr);
  if (commit === undefined) return { kind: "noRecord" };
  return { kind: "found", objectFormat: commit.length === 64 ? "sha256" : "sha1" };
}

const failed = (
  reason: Extract<RecordLookUp, { kind: "failed" }>["failure"]["reason"],
  detail: string,
): RecordLookUp => ({ kind: "failed", failure: { reason, detail: withoutPasswords(detail).trim() } });
