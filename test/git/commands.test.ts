import assert from "node:assert/strict";
import { classifyFailure, readPushStatus } from "../../src/git/classify-failure.ts";
import type { GitCommand } from "../../src/git/command.ts";
import { commitIdentity } from "../../src/git/commit-identity.ts";
import { compareFiles } from "../../src/git/commands/compare-files.ts";
import { describeRepository } from "../../src/git/commands/describe-repository.ts";
import { importCommit } from "../../src/git/commands/import-commit.ts";
import { listFiles } from "../../src/git/commands/list-files.ts";
import { listSettings } from "../../src/git/commands/list-settings.ts";
import { moveRef } from "../../src/git/commands/move-ref.ts";
import { pushCommit } from "../../src/git/commands/push-commit.ts";
import { readObjects } from "../../src/git/commands/read-objects.ts";
import { readStateRef } from "../../src/git/commands/read-state-ref.ts";
import { readVersion } from "../../src/git/commands/read-version.ts";
import { settingsForRemote, sshCommand, urlsOf } from "../../src/git/handed-over-settings.ts";
import { addToRecordFile, readRecordFile } from "../../src/git/record-file.ts";
import { recordAt, recordPath } from "../../src/git/record-path.ts";
import { aComment, aNote } from "../support/event-builders.ts";

const A = "a".repeat(40);
const B = "b".repeat(40);
const none = "0".repeat(40);
const record = "3ff".padEnd(64, "0");

/** Hands a command output, in one piece and in pieces of every size, and gives its answer. */
function answer<Answer>(
  command: GitCommand<Answer>,
  output: string | Uint8Array,
  exit = 0,
  stderr = "",
): Answer {
  const bytes = Buffer.from(output);
  const inPieces = (size: number) => {
    const reader = command.reader();
    for (let at = 0; at < bytes.length; at += size) {
      reader.take(bytes.subarray(at, at + size));
    }
    return reader.finish({ exit, stderr });
  };
  const whole = inPieces(Math.max(bytes.length, 1));
  for (const size of [1, 2, 3, 7]) assert.deepEqual(inPieces(size), whole);
  return whole;
}

describe("git's answers", () => {
  it("files of a commit: only files count", () => {
    const output = [
      `100644 blob ${A}\trecords/a/b/x.jsonl`,
      `100755 blob ${B}\trecords/a name\n with\tall.jsonl`,
      `120000 blob ${A}\trecords/link`,
      `160000 commit ${A}\trecords/sub`,
      `040000 tree ${A}\trecords/dir`,
    ];
    assert.deepEqual(answer(listFiles(A, "records"), `${output.join("\0")}\0`), [
      { path: "records/a/b/x.jsonl", object: A },
      { path: "records/a name\n with\tall.jsonl", object: B },
    ]);
    assert.deepEqual(answer(listFiles(A, "records"), ""), []);
  });

  it("files that differ: added, changed, taken away, turned into a link", () => {
    const changes = [
      [`:000000 100644 ${none} ${A} A`, "new"],
      [`:100644 100644 ${A} ${B} M`, "changed"],
      [`:100644 000000 ${A} ${none} D`, "gone"],
      [`:100644 120000 ${A} ${B} T`, "link"],
    ];
    assert.deepEqual(
      answer(
        compareFiles(A, B, "records"),
        changes
          .flat()
          .map((part) => `${part}\0`)
          .join(""),
      ),
      [
        { path: "new", before: undefined, after: A },
        { path: "changed", before: A, after: B },
        { path: "gone", before: A, after: undefined },
        { path: "link", before: A, after: undefined },
      ],
    );
    assert.equal(answer(compareFiles(A, B, "records"), "", 128, "fatal: bad object"), undefined);
  });

  it("objects in a row: bytes as they are, missing ones, what is no file", () => {
    const names = ["one", "two", "three", "four", "five", "six"];
    const read = () => {
      const found: (string | undefined)[] = [];
      const command = readObjects(names, (at, content) => {
        found[at] = content === undefined ? undefined : Buffer.from(content).toString("latin1");
      });
      return { found, command };
    };
    const output = Buffer.from(
      [
        `${A} blob 3\nabc\n`,
        "two missing\n",
        `${A} blob 0\n\n`,
        `${B} blob 6\n\n\xff\0\n\nx\n`,
        `${A} tree 4\nabcd\n`,
        `${"c".repeat(64)} blob 1\nz\n`,
      ].join(""),
      "latin1",
    );
    for (const size of [1, 2, 5, output.length]) {
      const { found, command } = read();
      const reader = command.reader();
      for (let at = 0; at < output.length; at += size) {
        reader.take(output.subarray(at, at + size));
      }
      reader.finish({ exit: 0, stderr: "" });
      assert.deepEqual(found, ["abc", undefined, "", "\n\xff\0\n\nx", undefined, "z"]);
    }
    assert.throws(() => read().command.reader().finish({ exit: 0, stderr: "" }), /0 of 6/);
  });

  it("settings, with line ends in their values, and those that are only a name", () => {
    assert.deepEqual(answer(listSettings(), "user.name\nAnn\nB\0http.sslverify\0alias.x\n\0"), [
      { name: "user.name", value: "Ann\nB" },
      { name: "http.sslverify", value: "true" },
      { name: "alias.x", value: "" },
    ]);
  });

  it("versions of all makers; what is none", () => {
    const version = (text: string) => answer(readVersion(), text);
    assert.deepEqual(version("git version 2.39.5 (Apple Git-154)\n"), {
      major: 2,
      minor: 39,
      text: "2.39.5",
    });
    assert.deepEqual(version("git version 2.47.0.windows.1\n"), {
      major: 2,
      minor: 47,
      text: "2.47.0.windows.1",
    });
    assert.equal(version("hello\n"), undefined);
  });

  it("kinds of repositories; an answer of another shape throws", () => {
    assert.deepEqual(answer(describeRepository(), "false\nfalse\nsha256\n"), {
      isBare: false,
      isInsideGitFolder: false,
      objectFormat: "sha256",
    });
    assert.throws(() => answer(describeRepository(), "false\nmaybe\nsha1\n"));
  });

  it("refs: moved, being moved, and refused for another reason", () => {
    const moved = (stderr: string) => answer(moveRef("refs/x", A, B), "", 128, stderr);
    const start = "fatal: update_ref failed for ref 'refs/x': cannot lock ref 'refs/x': ";
    assert.equal(moved(`${start}is at ${A} but expected ${B}`), "moved");
    assert.equal(moved(`${start}reference already exists`), "moved");
    assert.equal(moved(`${start}unable to resolve reference 'refs/x'`), "moved");
    assert.equal(
      moved(`${start}Unable to create '/x/refs/x.lock': File exists.\n\nAnother git process`),
      "locked",
    );
    assert.deepEqual(moved("fatal: No space left on device"), { refused: "fatal: No space left on device" });
    assert.equal(answer(moveRef("refs/x", A, B), ""), "done");
  });

  it("our state: there, and not there yet", () => {
    assert.deepEqual(answer(readStateRef("refs/x"), `${A}\0{"a":1}\n\n`), {
      commit: A,
      message: '{"a":1}\n\n',
    });
    assert.equal(answer(readStateRef("refs/x"), ""), undefined);
    assert.throws(() => answer(readStateRef("refs/x"), `nonsense\0{}`));
  });

  it("what becomes of a push", () => {
    const ref = "refs/heads/sightline";
    const status = (summary: string, flag = "!") =>
      readPushStatus(`To /x\n${flag}\t${A}:${ref}\t${summary}\nDone\n`, ref);
    assert.equal(status("[new branch]", "*"), "done");
    assert.equal(status("1234..5678", " "), "done");
    assert.equal(status("[up to date]", "="), "done");
    assert.equal(status("[rejected] (stale info)"), "moved");
    assert.equal(status("[rejected] (fetch first)"), "moved");
    assert.equal(status("[rejected] (non-fast-forward)"), "moved");
    assert.equal(status("[remote rejected] (non-fast-forward)"), "refusedByRule");
    assert.equal(
      status("[remote rejected] (cannot lock ref 'refs/heads/sightline': is at a but expected b)"),
      "moved",
    );
    assert.equal(status("[remote rejected] (failed to update ref)"), "moved");
    assert.equal(status("[remote rejected] (incorrect old value provided)"), "moved");
    assert.equal(status("[remote rejected] (pre-receive hook declined)"), "refusedByRule");
    assert.equal(status("[remote rejected] (protected branch hook declined)"), "refusedByRule");
    assert.equal(
      status("[remote rejected] (push declined due to repository rule violations)"),
      "refusedByRule",
    );
    assert.equal(status("[remote rejected] (branch is currently checked out)"), "refusedByRule");
    assert.equal(status("[remote rejected] (unpacker error)"), "other");
    assert.equal(readPushStatus("", ref), undefined);
    assert.equal(readPushStatus(`!\t${A}:refs/heads/other\t[rejected] (stale info)\n`, ref), undefined);
  });
});

describe("why a remote refused", () => {
  const ending =
    "\nfatal: Could not read from remote repository.\n\nPlease make sure you have the correct access rights\nand the repository exists.";
  for (const [reason, way, text] of [
    [
      "needsSignIn",
      "read",
      "fatal: could not read Username for 'https://git.example': terminal prompts disabled",
    ],
    [
      "needsSignIn",
      "push",
      "remote: Support for password authentication was removed.\nfatal: Authentication failed for 'https://git.example/a/'",
    ],
    ["needsSignIn", "read", `git@github.com: Permission denied (publickey).${ending}`],
    ["needsSignIn", "read", `Host key verification failed.${ending}`],
    [
      "needsSignIn",
      "read",
      "remote: HTTP Basic: Access denied. The provided password or token is incorrect\nfatal: Authentication failed for 'https://gitlab.com/a/'",
    ],
    ["needsSignIn", "read", "fatal: unable to access 'https://x/': The requested URL returned error: 403"],
    [
      "mayNotPush",
      "push",
      "remote: Write access to repository not granted.\nfatal: unable to access 'https://github.com/a/b/': The requested URL returned error: 403",
    ],
    ["mayNotPush", "push", `ERROR: Permission to a/b.git denied to ann.${ending}`],
    [
      "mayNotPush",
      "push",
      `ERROR: The key you are authenticating with has been marked as read only.${ending}`,
    ],
    [
      "mayNotPush",
      "push",
      "remote: GitLab: You are not allowed to push code to this project.\n ! [remote rejected] x -> x (pre-receive hook declined)",
    ],
    [
      "mayNotPush",
      "push",
      "remote: TF401027: You need the Git 'GenericContribute' permission to perform this action.",
    ],
    [
      "mayNotPush",
      "push",
      "remote: error: insufficient permission for adding an object to repository database ./objects\nerror: remote unpack failed: unable to create temporary object directory",
    ],
    [
      "refusedByRule",
      "push",
      "remote: error: GH013: Repository rule violations found for refs/heads/sightline.",
    ],
    [
      "refusedByRule",
      "push",
      "remote: error: GH006: Protected branch update failed for refs/heads/sightline.",
    ],
    [
      "refusedByRule",
      "push",
      "remote: GitLab: You are not allowed to push code to protected branches on this project.",
    ],
    [
      "notFound",
      "read",
      `remote: Repository not found.\nfatal: repository 'https://github.com/a/b/' not found`,
    ],
    ["notFound", "read", `ERROR: Repository not found.${ending}`],
    [
      "notFound",
      "read",
      `remote: The project you were looking for could not be found or you don't have permission to view it.${ending}`,
    ],
    ["notFound", "read", `fatal: '/gone' does not appear to be a git repository${ending}`],
    ["unreachable", "read", "fatal: unable to access 'https://x/': Could not resolve host: x"],
    ["unreachable", "read", `ssh: connect to host x port 22: Connection refused${ending}`],
    ["unreachable", "read", `kex_exchange_identification: Connection closed by remote host${ending}`],
    [
      "unreachable",
      "push",
      "error: RPC failed; curl 56 Recv failure: Connection reset by peer\nsend-pack: unexpected disconnect while reading sideband packet\nfatal: the remote end hung up unexpectedly",
    ],
    [
      "unreachable",
      "read",
      "fatal: unable to access 'https://x/': server certificate verification failed. CAfile: none CRLfile: none",
    ],
    ["unreachable", "read", "fatal: unable to access 'https://x/': The requested URL returned error: 502"],
    ["unreachable", "read", "fatal: early EOF\nfatal: fetch-pack: invalid index-pack output"],
    [
      "notWritable",
      "read",
      "error: unable to create temporary file: No space left on device\nfatal: failed to write object",
    ],
    ["notWritable", "read", "fatal: write error: No space left on device"],
    ["unknown", "read", "fatal: something nobody has heard of"],
    ["unknown", "read", ""],
  ] as const) {
    it(`${reason}: ${text.split("\n")[0] ?? ""}`, () => {
      assert.equal(classifyFailure(text, way), reason);
    });
  }
});

describe("what is asked of git", () => {
  it("a push names what it expects, and never forces", () => {
    const { args } = pushCommit("refs/heads/sightline", A, B);
    assert.ok(args.includes(`--force-with-lease=refs/heads/sightline:${B}`));
    assert.equal(args.at(-1), `${A}:refs/heads/sightline`);
    assert.ok(
      pushCommit("refs/heads/sightline", A, null).args.includes("--force-with-lease=refs/heads/sightline:"),
    );
    assert.ok(
      !args.some((arg) => arg === "--force" || arg === "-f" || arg.includes(":+") || arg.startsWith("+")),
    );
    assert.ok(args.includes("--no-verify"));
  });

  it("a commit of any number of files is one stream", async () => {
    async function* files() {
      yield await Promise.resolve({ path: 'notes/"a" \\ b.md', content: Buffer.from("x\n") });
    }
    const { input } = importCommit({
      parent: A,
      files: files(),
      message: "Ä\n",
      identity: { name: "Ann", email: "a@b", date: "1 +0000" },
    });
    assert.ok(typeof input === "function");
    const parts: Uint8Array[] = [];
    for await (const part of input()) parts.push(part);
    assert.equal(
      Buffer.concat(parts).toString(),
      `commit refs/sightline/scratch\nmark :1\nauthor Ann <a@b> 1 +0000\ncommitter Ann <a@b> 1 +0000\ndata 3\nÄ\n\nfrom ${A}\n` +
        `M 100644 inline "notes/\\"a\\" \\\\ b.md"\ndata 2\nx\n\n\nget-mark :1\nreset refs/sightline/scratch\n\ndone\n`,
    );
  });

  it("a person's name ends no line and no field, and is never empty", () => {
    const who = (name: string, email = "") => {
      const identity = commitIdentity({ name, email }, 1_700_000_000_999);
      return `${identity.name} <${identity.email}> ${identity.date}`;
    };
    assert.equal(who("Ann <x>\nauthor Eve\0", "a@b>\n"), "Ann x author Eve <a@b> 1700000000 +0000");
    assert.equal(who("", "ann@example.org"), "ann <ann@example.org> 1700000000 +0000");
    assert.equal(who(" .,;:\"'\\ ", ""), "Somebody <> 1700000000 +0000");
    assert.equal(who("Zoë-Ann O'Neil, Jr."), "Zoë-Ann O'Neil, Jr <> 1700000000 +0000");
  });

  it("ssh is told not to ask, in the way that the program takes", () => {
    const command = (value?: string, environment = {}, mayAsk = false) =>
      sshCommand(value === undefined ? [] : [{ name: "core.sshcommand", value }], environment, mayAsk);
    assert.equal(command(), "ssh -o BatchMode=yes");
    assert.equal(command("ssh -i '/a b'"), "ssh -i '/a b' -o BatchMode=yes");
    assert.equal(
      command('"C:/Program Files/OpenSSH/ssh.exe" -v'),
      '"C:/Program Files/OpenSSH/ssh.exe" -v -o BatchMode=yes',
    );
    assert.equal(command("C:\\tools\\plink.exe"), "C:\\tools\\plink.exe -batch");
    assert.equal(command("my-wrapper"), "my-wrapper");
    assert.equal(command("x", { GIT_SSH_COMMAND: "ssh -4" }), "ssh -4 -o BatchMode=yes");
    assert.equal(command(undefined, { GIT_SSH: "/opt/it's/ssh" }), "'/opt/it'\\''s/ssh' -o BatchMode=yes");
    assert.equal(command("my-wrapper", { GIT_SSH_VARIANT: "ssh" }), "my-wrapper -o BatchMode=yes");
    assert.equal(command("ssh", {}, true), "ssh");
  });

  it("of the user's settings only what is needed to reach a remote is handed over", () => {
    const settings = [
      ["core.hookspath", "/evil"],
      ["core.fsmonitor", "/evil"],
      ["core.pager", "/evil"],
      ["alias.fetch", "!evil"],
      ["credential.helper", "store"],
      ["credential.https://git.example.username", "ann"],
      ["http.https://git.example.extraheader", "secret"],
      ["http.lowspeedlimit", "5"],
      ["url.https://a/.insteadof", "a:"],
      ["url.https://a/.evil", "x"],
      ["remote.origin.url", "a:first"],
      ["remote.origin.url", "a:second"],
      ["remote.origin.proxy", "http://p"],
      ["remote.origin.fetch", "+refs/heads/*:refs/remotes/origin/*"],
      ["remote.origin.vcs", "evil"],
      ["remote.other.url", "/other"],
      ["user.name", "Ann"],
      ["protocol.ext.allow", "always"],
    ].map(([name = "", value = ""]) => ({ name, value }));
    const urls = urlsOf(settings, "origin");
    assert.deepEqual(urls, { url: "a:first", pushUrl: undefined });
    assert.equal(urlsOf(settings, "nobody"), undefined);
    assert.deepEqual(
      settingsForRemote(settings, "origin", urls).map(({ name, value }) => `${name}=${value}`),
      [
        "http.lowSpeedLimit=100",
        "http.lowSpeedTime=30",
        "credential.helper=store",
        "credential.https://git.example.username=ann",
        "http.https://git.example.extraheader=secret",
        "http.lowspeedlimit=5",
        "url.https://a/.insteadof=a:",
        "remote.there.proxy=http://p",
        "remote.there.url=a:first",
      ],
    );
  });
});

describe("record files", () => {
  it("are in one of 1024 folders, by the first ten bits of the id", () => {
    assert.equal(recordPath("000".padEnd(64, "0")), `records/0/0/${"000".padEnd(64, "0")}.jsonl`);
    assert.equal(recordPath("fff".padEnd(64, "0")), `records/v/v/${"fff".padEnd(64, "0")}.jsonl`);
    assert.equal(recordPath("084".padEnd(64, "0")), `records/1/1/${"084".padEnd(64, "0")}.jsonl`);
    assert.equal(recordPath(record), `records/7/v/${record}.jsonl`);
    const folders = new Set<string>();
    for (let at = 0; at < 4096; at++) {
      folders.add(recordPath(at.toString(16).padStart(3, "0").padEnd(64, "a")).slice(0, 11));
    }
    assert.equal(folders.size, 1024);
  });

  it("are found again by their path, and nothing else is", () => {
    assert.equal(recordAt(recordPath(record)), record);
    for (const path of [
      `records/0/0/${record}.jsonl`,
      `records/${record}.jsonl`,
      `records/7/v/${record.toUpperCase()}.jsonl`,
      `records/7/v/${record}.json`,
      `x/records/7/v/${record}.jsonl`,
      `records/7/v/${record}.jsonl/x`,
      "records/README.md",
      "",
    ]) {
      assert.equal(recordAt(path), undefined, path);
    }
  });

  it("keep what is there, byte for byte, and get what isn't", () => {
    const { record: id, line } = aNote();
    const comment = aComment(id, [line.id], "hello");
    const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");
    const own = `${text(line.bytes)}\n`;
    assert.equal(text(addToRecordFile(new Uint8Array(), [line, line])), own);
    for (const start of ["broken {\xff\n", "no newline at the end", "\n\n  \n", "windows\r\n", own]) {
      const file = addToRecordFile(Buffer.from(start, "latin1"), [line, comment.line]);
      const glue = start.endsWith("\n") ? "" : "\n";
      const added = start === own ? "" : own;
      assert.equal(text(file), `${start}${glue}${added}${text(comment.line.bytes)}\n`);
    }
  });

  it("have a line for every line, the last one too, and none for empty ones", () => {
    const lines = (content: string) =>
      readRecordFile(Buffer.from(content)).map(({ bytes }) => Buffer.from(bytes).toString());
    assert.deepEqual(lines("a\n\nb\r\n c\nd"), ["a", "b\r", " c", "d"]);
    assert.deepEqual(lines(""), []);
    assert.deepEqual(lines("\n"), []);
  });
});
