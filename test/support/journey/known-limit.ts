import { readFile } from "node:fs/promises";
import path from "node:path";
import { makeAnchor } from "../../../src/anchoring/make-anchor.ts";
import type { ActionInput } from "../../../src/protocol/action.ts";
import type { RecordId } from "../../../src/domain/ids.ts";
import { git, personOf } from "./two-people.ts";
import { withSession } from "./with-session.ts";

type Opening = Extract<ActionInput, { type: "openNote" }>;

/** Something an engineer flagged before the story begins. */
export interface KnownLimit {
  readonly file: string;
  readonly lines: readonly [number, number];
  readonly title: string;
  readonly impact: string;
  readonly options?: Opening["options"];
}

/** Puts these on record in a clone, in the engineer's name. */
export async function knownLimits(folder: string, limits: readonly KnownLimit[]): Promise<RecordId[]> {
  const { name, email } = personOf("Engineer");
  git(folder, "config", "user.name", name);
  git(folder, "config", "user.email", email);
  const commit = git(folder, "rev-parse", "HEAD");
  const ids: RecordId[] = [];
  await withSession(folder, async (session) => {
    for (const { file, lines, title, impact, options = [] } of limits) {
      const text = await readFile(path.join(folder, file), "utf8");
      const outcome = await session.perform({
        type: "openNote",
        fields: { kind: "constraint", title, impact },
        anchors: [makeAnchor({ path: file, text, startLine: lines[0], endLine: lines[1], commit })],
        options,
      });
      if (outcome.kind === "refused") throw new Error(`${title}: ${JSON.stringify(outcome)}`);
      ids.push(outcome.record);
    }
  });
  return ids;
}
