import type { ExtensionContext } from "vscode";
import type { OpenGit } from "./host/find-repository.ts";
import { register } from "./host/register.ts";

/** Loads nothing but the registrations; all that is behind them comes afterwards. */
export function activate(context: ExtensionContext): void {
  register(context, async (views) => {
    const { start } = await import("./host/start.ts");
    return start(context, views, openGit);
  });
}

const openGit: OpenGit = async (folder, { gitPath, log }) => {
  const [{ knownAuthor }, { findGit }, { openRepository }, { openGitStore }, { openPrivateFiles }] =
    await Promise.all([
      import("./app/author.ts"),
      import("./git/find-git.ts"),
      import("./git/open-repository.ts"),
      import("./git/git-store.ts"),
      import("./git/private-files.ts"),
    ]);
  const git = await findGit({ path: gitPath });
  if (git.kind !== "found") return git;
  const opened = await openRepository(git.git, folder);
  if (opened.kind !== "opened") return opened;
  const { repository } = opened;
  const files = openPrivateFiles(repository.storeFolder);
  const author = knownAuthor({ user: repository, files });
  const openStore = (remote: string | undefined) =>
    openGitStore(repository, { author, remote, log: (line) => log.info(line) });
  return { kind: "opened", door: { user: repository, files, openStore } };
};
