import type { ExtensionContext } from "vscode";
import { knownAuthor } from "./app/author.ts";
import { findGit } from "./git/find-git.ts";
import { openGitStore } from "./git/git-store.ts";
import { openRepository } from "./git/open-repository.ts";
import { openPrivateFiles } from "./git/private-files.ts";
import type { OpenGit } from "./host/find-repository.ts";
import type { Started, Views } from "./host/register.ts";
import { start } from "./host/start.ts";

/** Hands git to the host, which knows it by its ports alone. */
export const open = (context: ExtensionContext, views: Views): Started => start(context, views, openGit);

const openGit: OpenGit = async (folder, { gitPath, log }) => {
  const git = await findGit({ path: gitPath });
  if (git.kind !== "found") return git;
  const opened = await openRepository(git.git, folder);
  if (opened.kind !== "opened") return opened;
  const { repository } = opened;
  const files = openPrivateFiles(repository.storeFolder);
  const author = knownAuthor({ user: repository, files });
  const openStore = (remote: string | undefined) =>
    openGitStore(repository, { author, remote, log: (line) => log.info(line) });
  const { history, changes } = repository;
  return { kind: "opened", door: { user: repository, files, history, changes, openStore } };
};
