import assert from "node:assert/strict";
import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { findGit } from "../../src/git/find-git.ts";
import { openGitStore } from "../../src/git/git-store.ts";
import { lookUpRecord } from "../../src/git/look-up-record.ts";
import { openRepository } from "../../src/git/open-repository.ts";
import { recordStorage } from "../../src/git/compact-store.ts";
import { RecordRepository } from "../../src/git/record-repository.ts";
import type { StoreHome } from "../../src/git/git-repository.ts";
import type { SyncRequest } from "../../src/store/store.ts";
import { aComment, aNote, aRedaction } from "../support/event-builders.ts";
import { atOnce } from "../support/memory-store.ts";
import { watchedGit } from "../support/watched-git.ts";
import { world } from "../support/world.ts";

const MARK = "owned";

/** Everything git does for us. What is not here is a command that came from somewhere else. */
const COMMANDS =
  "cat-file check-ignore commit-tree config diff-tree fast-import fetch for-each-ref grep init log ls-files ls-remote ls-tree mktree prune push remote repack rev-list rev-parse symbolic-ref update-ref version".split(
    " ",
  );

/** Values that are an option, a program, a path or a command to whoever takes them for more than a value. */
const hostile = (ran: string): readonly string[] => [
  `--upload-pack=touch ${ran}`,
  `-oProxyCommand=touch ${ran}`,
  `--output=${ran}`,
  `--exec=touch ${ran}`,
  `ext::sh -c touch% ${ran}`,
  `$(touch ${ran})`,
  `\`touch ${ran}\``,
  `;touch ${ran};`,
  `|touch ${ran}`,
  `x\n--output=${ran}`,
  `:(attr:filter=${ran})x`,
  `:/${ran}`,
  `@{-1}..${ran}`,
  `../../${ran}`,
];

/** The command, and its arguments up to where git takes no more options. */
function commandOf(args: readonly string[]): { readonly name: string; readonly options: readonly string[] } {
  let at = 0;
  while (args[at]?.startsWith("-") === true) at += args[at] === "-c" ? 2 : 1;
  const rest = args.slice(at + 1);
  const end = rest.findIndex((one) => one === "--" || one === "--end-of-options");
  return { name: args[at] ?? "", options: end === -1 ? rest : rest.slice(0, end) };
}

describe("hostile values", function () {
  this.timeout(300_000);

  it("reach git as values only, wherever data does: no option, program, command or variable comes of them", async () => {
    const made = await world();
    const { ann, folder } = made;
    const ran = join(folder, MARK);
    const values = hostile(ran);
    await ann.git("push", "--quiet", "origin", "HEAD:refs/heads/main");
    const watched = await watchedGit(folder, made.git.path);
    // What whoever started us had set, as from inside a hook.
    const environment = {
      ...made.environment,
      GIT_DIR: "/nowhere",
      GIT_WORK_TREE: "/nowhere",
      GIT_INDEX_FILE: ran,
      GIT_OBJECT_DIRECTORY: "/nowhere",
      GIT_TRACE: ran,
      GIT_TRACE2_EVENT: ran,
      GIT_EXTERNAL_DIFF: `touch ${ran}`,
      GIT_PAGER: `touch ${ran}`,
      GIT_EDITOR: `touch ${ran}`,
      GIT_ASKPASS: `touch ${ran}`,
      SSH_ASKPASS: `touch ${ran}`,
      GIT_CONFIG_PARAMETERS: `'core.pager'='touch ${ran}'`,
      GIT_CONFIG_COUNT: "1",
      GIT_CONFIG_KEY_0: "core.fsmonitor",
      GIT_CONFIG_VALUE_0: `touch ${ran}`,
    };
    const found = await findGit({ environment, path: watched.path });
    assert.ok(found.kind === "found");
    const { git } = found;
    const opened = await openRepository(git, ann.folder);
    assert.ok(opened.kind === "opened", JSON.stringify(opened));
    const { repository } = opened;
    const head = (await ann.git("rev-parse", "HEAD")).trim();

    const exchange = async (
      home: StoreHome,
      person: { readonly name: string; readonly email: string },
      remote: string,
      branch: string,
      text: string,
    ) => {
      const store = openGitStore(home, {
        author: () => Promise.resolve(person),
        remote,
        branch,
        testing: { pace: atOnce },
      });
      const note = aNote({ title: text });
      const secret = aComment(note.record, [note.line.id], text);
      await store.append([...note.lines, secret]);
      const request: SyncRequest = {
        render: () => [{ path: `notes/${text.replace(/[\n/\\"]/g, "_")}.md`, text }],
        message: text,
      };
      await store.sync(request);
      await store.sync({ ...request, redactions: [aRedaction(note.record, [secret.line.id])] });
      await store.sync({ ...request, provePush: true, whenRewritten: "putBack" });
      await store.dispose();
    };

    for (const [at, value] of values.entries()) {
      // Following code, and evidence from its history.
      const { history, changes } = repository;
      await repository.tracking(value);
      await history.texts([{ commit: value, path: "x" }, { commit: head, path: value }, { object: value }]);
      await history.filesWith([[value], [value, "total"]], 5);
      await history.stepsSince(value);
      await history.branchesWith(value, 5);
      await history.recentCommits([value, "shop/cart.ts"], 5);
      const ignore = () => undefined;
      await changes.commits(value, { most: 5 }, ignore).catch(ignore);
      await changes.commitsOf(head, value, ignore).catch(ignore);
      await changes.commitsOf(value, "shop/cart.ts", ignore).catch(ignore);
      await changes.commitsOfLines(head, value, { startLine: 1, endLine: 1 }, ignore).catch(ignore);
      await changes.filesOf([value, head], ignore).catch(ignore);
      // The record: who, where to, what is said, pages, taking out.
      await exchange(repository, { name: value, email: value }, "origin", "sightline", value);
      await exchange(repository, { name: "Ann", email: "" }, "origin", value, "x");
      await exchange(repository, { name: "Ann", email: "" }, value, "sightline", "x");
      await ann.git("config", `remote.evil${at}.url`, value);
      await exchange(repository, { name: "Ann", email: "" }, `evil${at}`, "sightline", "x");
      // A record that is opened by its address, though no such address is ever taken.
      const known = {
        id: "0".repeat(32),
        url: value,
        host: value,
        name: value,
        objectFormat: "sha1",
      } as const;
      const shelf = join(folder, `record${at}`);
      await mkdir(shelf);
      const address = { ...known, key: value, place: value };
      await lookUpRecord(git, shelf, address, "sightline", new AbortController().signal);
      await exchange(
        new RecordRepository(git, known, shelf),
        { name: "Petra", email: "" },
        value,
        "sightline",
        "x",
      );
      // What is no id never gets so far.
      const store = openGitStore(repository, { author: () => Promise.resolve({ name: "Ann", email: "" }) });
      const [line] = aNote().lines;
      await assert.rejects(store.append([{ record: value, line: line?.line ?? assert.fail() }]));
      await store.dispose();
    }
    await recordStorage(repository).compact();

    const started = await watched.started();
    assert.ok(started.length > 300, `${started.length}`);
    for (const { args, environment: given } of started) {
      const { name, options } = commandOf(args);
      assert.ok(COMMANDS.includes(name), `git ${args.join(" ")}`);
      for (const option of options)
        assert.ok(!option.includes(MARK) || /^-L1,1:/.test(option), `git ${name}: ${option}`);
      const needed = {
        LC_ALL: "C",
        GIT_TERMINAL_PROMPT: "0",
        GIT_NO_LAZY_FETCH: "1",
        GIT_NO_REPLACE_OBJECTS: "1",
      };
      for (const [variable, value] of Object.entries(needed))
        assert.equal(given.get(variable), value, `git ${name}: ${variable}`);
      for (const [variable, value] of given) {
        assert.ok(
          !/^(GIT_(DIR|WORK_TREE|INDEX_FILE|TRACE.*|EXTERNAL_DIFF|ASKPASS|CONFIG_PARAMETERS)|SSH_ASKPASS)$/.test(
            variable,
          ),
          `git ${name}: ${variable}`,
        );
        if (!value.includes(MARK)) continue;
        // Who and where to: values that git takes for nothing else.
        assert.match(variable, /^GIT_((AUTHOR|COMMITTER)_(NAME|EMAIL)|CONFIG_VALUE_\d+)$/, `git ${name}`);
        const [, number] = /^GIT_CONFIG_VALUE_(\d+)$/.exec(variable) ?? [];
        if (number !== undefined) assert.equal(given.get(`GIT_CONFIG_KEY_${number}`), "remote.there.url");
      }
    }
    assert.ok(!(await readdir(folder)).includes(MARK), "a program was started");
    assert.ok(!(await readdir(ann.folder)).includes(MARK));
    assert.equal((await ann.git("status", "--porcelain")).trim(), "");
  });
});
