import { randomBytes } from "node:crypto";
import { knownAuthor } from "../../../src/app/author.ts";
import { openSession } from "../../../src/app/open-session.ts";
import type { Session } from "../../../src/app/session.ts";
import { english } from "../../../src/base/translate.ts";
import { clock } from "../../../src/cli/clock.ts";
import { findGit } from "../../../src/git/find-git.ts";
import { openGitStore } from "../../../src/git/git-store.ts";
import { openRepository } from "../../../src/git/open-repository.ts";
import { openPrivateFiles } from "../../../src/git/private-files.ts";

/** Works in the record of a clone without a window, as before anybody has sat down. */
export async function withSession(folder: string, use: (session: Session) => Promise<void>): Promise<void> {
  const found = await findGit({});
  if (found.kind !== "found") throw new Error(found.kind);
  const there = await openRepository(found.git, folder);
  if (there.kind !== "opened") throw new Error(there.detail);
  const { repository } = there;
  const files = openPrivateFiles(repository.storeFolder);
  const author = knownAuthor({ user: repository, files });
  const stores: { dispose(): Promise<void> }[] = [];
  const session = await openSession({
    openStore: (remote) => {
      const store = openGitStore(repository, { author, remote });
      stores.push(store);
      return store;
    },
    user: repository,
    files,
    code: repository.code,
    history: repository.history,
    changes: repository.changes,
    clock,
    chance: { hex: (bytes) => randomBytes(bytes).toString("hex") },
    scheduler: { after: () => ({ dispose: () => undefined }) },
    wording: { translate: english, language: "en-GB" },
    log: { info: () => undefined, warn: () => undefined },
  });
  await use(session);
  session.dispose();
  for (const store of stores) await store.dispose();
}
