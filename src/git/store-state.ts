import { join } from "node:path";
import * as z from "zod/mini";
import { ask } from "./ask.ts";
import { moveRef } from "./commands/move-ref.ts";
import { readStateRef } from "./commands/read-state-ref.ts";
import { writeCommit } from "./commands/write-commit.ts";
import { hasCode, syncFolder } from "./durable-file.ts";
import type { Git } from "./git.ts";
import { emptyTree, noObject, ObjectId } from "./object-id.ts";
import type { ObjectFormat } from "./object-id.ts";
import type { Place } from "./place.ts";
import { peekRef } from "./ref-file.ts";
import { waitForLock } from "./stale-locks.ts";
import { storeExists } from "./store-repository.ts";

/**
 * The one ref of our own repository. It points at a commit whose message is {@link StoreState} and whose parents are the tips named there, so
 * that the state changes as one thing, and what it names is never collected as garbage.
 */
export const STATE_REF = "refs/sightline/state";

/** What this machine knows, apart from the journals. */
export const StoreState = z.object({
  version: z.literal(1),
  /** Which remote and branch `adopted` is of: a hash, as a URL may hold a secret. */
  remote: z.string(),
  /** The remote's tip that was last taken over. */
  adopted: z.nullable(ObjectId),
  /** Lines of this machine that were put away while the remote could not be reached, or there is none. */
  local: z.nullable(ObjectId),
  /** How far each journal is on one of the two, in bytes. */
  settled: z.record(z.string(), z.int().check(z.gte(0))),
  /** Goes up by one when lines are gone from here, because their removal was accepted. */
  removals: z.int().check(z.gte(0)),
});
export type StoreState = z.infer<typeof StoreState>;

/** A state, and the commit that says so; undefined before the first. */
export interface FoundState {
  readonly commit: ObjectId | undefined;
  readonly state: StoreState;
}

const start: StoreState = { version: 1, remote: "", adopted: null, local: null, settled: {}, removals: 0 };

export class StateRef {
  readonly #git: Git;
  readonly #gitDirectory: string;
  readonly #objectFormat: ObjectFormat;
  #known: FoundState | undefined;

  constructor(git: Git, gitDirectory: string, objectFormat: ObjectFormat) {
    this.#git = git;
    this.#gitDirectory = gitDirectory;
    this.#objectFormat = objectFormat;
  }

  get #place(): Place {
    return { kind: "store", gitDirectory: this.#gitDirectory };
  }

  /** A state that a newer version wrote, or that is damaged, throws: acting on a guess could lose lines. */
  async read(): Promise<FoundState> {
    if (!(await storeExists(this.#gitDirectory))) return { commit: undefined, state: start };
    const known = this.#known;
    if (known?.commit !== undefined && (await peekRef(this.#gitDirectory, STATE_REF)) === known.commit)
      return known;
    const found = await ask(this.#git, this.#place, readStateRef(STATE_REF));
    if (found === undefined) return { commit: undefined, state: start };
    this.#known = { commit: found.commit, state: StoreState.parse(JSON.parse(found.message)) };
    return this.#known;
  }

  /** Durable when it says "done". "moved" where another process was faster: read again. */
  async replace(found: FoundState, state: StoreState): Promise<"done" | "moved"> {
    const written = await ask(
      this.#git,
      this.#place,
      writeCommit({
        tree: emptyTree[this.#objectFormat],
        parents: [state.adopted, state.local].filter((tip) => tip !== null),
        message: JSON.stringify(state),
        identity: { name: "Sightline", email: "", date: "0 +0000" },
        isSigned: false,
      }),
    );
    if ("notSigned" in written) throw new Error(written.notSigned);
    const named = [written.commit, state.adopted, state.local].filter((id) => id !== null);
    await syncObjectFolders(this.#gitDirectory, named);
    const expected = found.commit ?? noObject[this.#objectFormat];
    const moved = await ask(this.#git, this.#place, moveRef(STATE_REF, written.commit, expected));
    if (typeof moved === "object") throw new Error(`git update-ref: ${moved.refused}`);
    if (moved === "locked") await waitForLock(this.#gitDirectory, STATE_REF);
    if (moved !== "done") return "moved";
    // git syncs the file, not the folder it is renamed in; journals are removed on the strength of this.
    await syncFolder(join(this.#gitDirectory, "refs", "sightline"));
    if (found.commit === undefined) await syncFolder(join(this.#gitDirectory, "refs"));
    this.#known = { commit: written.commit, state };
    return "done";
  }
}

/** The same for objects: their content is synced by git, their names in the folders that they stand in are not. */
async function syncObjectFolders(gitDirectory: string, named: readonly ObjectId[]): Promise<void> {
  const objects = join(gitDirectory, "objects");
  for (const folder of new Set(["pack", ...named.map((id) => id.slice(0, 2))])) {
    try {
      await syncFolder(join(objects, folder));
    } catch (error) {
      // What is named stands in a pack.
      if (!hasCode(error, "ENOENT")) throw error;
    }
  }
  await syncFolder(objects);
}
