import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fixedEnvironment } from "../../src/git/fixed-environment.ts";
import { openRepository } from "../../src/git/open-repository.ts";
import { run } from "../../src/git/spawn.ts";
import type { Ended, Run } from "../../src/git/spawn.ts";
import { until } from "../support/until.ts";
import { world } from "../support/world.ts";

/** Runs a shell script as the executor runs git. */
async function sh(script: string, options: Partial<Run> = {}): Promise<Ended & { readonly output: string }> {
  const chunks: Uint8Array[] = [];
  const ended = await run({
    executable: "/bin/sh",
    args: ["-c", script],
    folder: tmpdir(),
    environment: { PATH: process.env["PATH"] ?? "" },
    onOutput: (chunk) => chunks.push(chunk),
    limitMs: 20_000,
    maxOutputBytes: 1_000_000,
    ...options,
  });
  return { ...ended, output: Buffer.concat(chunks).toString() };
}

const isAlive = (pid: string): boolean => {
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch {
    return false;
  }
};

describe("the executor", () => {
  it("answers exit code, output and what was said on stderr", async () => {
    const ended = await sh("echo out; echo err >&2; exit 3");
    assert.deepEqual(ended, { kind: "exited", exit: 3, stderr: "err\n", output: "out\n" });
  });

  it("gives an input that ends, or none at all", async () => {
    assert.equal((await sh("cat", { input: Buffer.from("a\0b") })).output, "a\0b");
    assert.equal((await sh("cat; echo end")).output, "end\n");
    async function* parts() {
      for (const part of ["x", "y", "z"]) yield await Promise.resolve(Buffer.from(part));
    }
    assert.equal((await sh("cat", { input: parts() })).output, "xyz");
  });

  it("takes a program that does not read what it is given", async () => {
    const ended = await sh("exit 0", { input: Buffer.alloc(10_000_000) });
    assert.equal(ended.kind, "exited");
  });

  it("fails where the input does, or what takes the output", async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      await Promise.resolve();
      throw new Error("no such page");
    }
    await assert.rejects(sh("cat", { input: broken() }), /no such page/);
    const onOutput = () => {
      throw new Error("no such format");
    };
    await assert.rejects(sh("echo 1", { onOutput }), /no such format/);
  });

  it("ends the whole group when the time is up, also what ignores being asked", async () => {
    const { folder } = await world();
    const pids = join(folder, "pids");
    const script = `trap '' TERM; echo $$ >> ${pids}; (trap '' TERM; sh -c 'echo $$ >> ${pids}; sleep 60'; sleep 60) & sleep 60`;
    const start = performance.now();
    const ended = await sh(script, { limitMs: 400 });
    assert.equal(ended.kind === "stopped" && ended.why, "timedOut");
    assert.ok(performance.now() - start < 10_000);
    const started = (await readFile(pids, "utf8")).trim().split("\n");
    assert.equal(started.length, 2);
    await until("the group to be gone", () => started.every((pid) => !isAlive(pid)));
  });

  it("ends when it is cancelled, before and while it runs", async () => {
    const stop = new AbortController();
    setTimeout(() => {
      stop.abort();
    }, 100);
    const ended = await sh("sleep 60", { signal: stop.signal });
    assert.equal(ended.kind === "stopped" && ended.why, "cancelled");
    const never = await sh("echo 1", { signal: stop.signal });
    assert.deepEqual([never.kind === "stopped" && never.why, never.output], ["cancelled", ""]);
  });

  it("ends what writes more than is wanted, and keeps the start of a long complaint", async () => {
    const ended = await sh("while :; do echo 0123456789012345678901234567890123456789; done", {
      maxOutputBytes: 100_000,
    });
    assert.equal(ended.kind === "stopped" && ended.why, "tooMuchOutput");
    assert.ok(ended.output.length <= 100_000);
    const loud = await sh(
      "i=0; while [ $i -lt 5000 ]; do echo 0123456789012345678901234567890123456789 >&2; i=$((i+1)); done",
    );
    assert.ok(loud.kind === "exited" && loud.stderr.length === 64 * 1024);
  });

  it("says that it was killed by somebody else", async () => {
    const ended = await sh("kill -9 $$");
    assert.equal(ended.kind === "stopped" && ended.why, "killed");
  });

  it("does not wait for what stays behind and holds the pipes, as ssh's master does", async () => {
    const start = performance.now();
    const ended = await sh("sleep 20 & echo done");
    assert.deepEqual([ended.kind, ended.output], ["exited", "done\n"]);
    assert.ok(performance.now() - start < 10_000);
  });

  it("loses nothing where this process is too busy to read for a while", async () => {
    const pause = new Int32Array(new SharedArrayBuffer(4));
    const busy = setInterval(() => Atomics.wait(pause, 0, 0, 40), 0);
    try {
      // The end of one is noticed together with that of others, whose output has not been looked at yet.
      const outputs = await Promise.all(
        Array.from({ length: 150 }, (_, at) => sh(`head -c ${at * 300} /dev/zero | tr '\\0' x; echo`)),
      );
      assert.deepEqual(
        outputs.map(({ output }) => output.length),
        outputs.map((_, at) => at * 300 + 1),
      );
    } finally {
      clearInterval(busy);
    }
  });

  it("says that there is no such program, no such folder, or a NUL in an argument", async () => {
    assert.equal((await sh("", { executable: "/nowhere/git" })).kind, "notStarted");
    assert.equal((await sh("", { folder: "/nowhere" })).kind, "notStarted");
    assert.equal((await sh("", { args: ["-c", "echo \0"] })).kind, "notStarted");
  });

  it("has no terminal to ask on", async () => {
    const ended = await sh("if (exec < /dev/tty) 2>/dev/null; then echo asked; else echo alone; fi");
    assert.equal(ended.output, "alone\n");
  });
});

describe("the environment git gets", () => {
  it("holds nothing that would lead it elsewhere, ask, page or translate", () => {
    const fixed = fixedEnvironment({
      PATH: "/bin",
      HOME: "/home/ann",
      GIT_DIR: "/elsewhere",
      GIT_INDEX_FILE: "x",
      GIT_OBJECT_DIRECTORY: "x",
      GIT_WORK_TREE: "x",
      GIT_CONFIG_COUNT: "1",
      GIT_CONFIG_KEY_0: "core.pager",
      GIT_CONFIG_PARAMETERS: "'a=b'",
      GIT_TRACE: "/tmp/trace",
      GIT_ASKPASS: "/usr/bin/window",
      SSH_ASKPASS: "/usr/bin/window",
      VSCODE_GIT_ASKPASS_NODE: "x",
      GIT_PAGER: "less",
      PAGER: "less",
      EDITOR: "vi",
      LANGUAGE: "de",
      LC_MESSAGES: "de_DE",
      LC_ALL: "de_DE",
      GIT_SSH_COMMAND: "ssh -i x",
      GIT_TERMINAL_PROMPT: "1",
      GIT_LITERAL_PATHSPECS: "0",
      GIT_SSL_CAINFO: "/ca.pem",
      GIT_CONFIG_GLOBAL: "/home/ann/other",
      EMPTY: undefined,
    });
    assert.deepEqual(fixed, {
      PATH: "/bin",
      HOME: "/home/ann",
      GIT_SSL_CAINFO: "/ca.pem",
      GIT_CONFIG_GLOBAL: "/home/ann/other",
      LC_ALL: "C",
      GIT_TERMINAL_PROMPT: "0",
      GCM_INTERACTIVE: "never",
      SSH_ASKPASS_REQUIRE: "never",
      GIT_NO_LAZY_FETCH: "1",
      GIT_NO_REPLACE_OBJECTS: "1",
      GIT_OPTIONAL_LOCKS: "0",
      GIT_LITERAL_PATHSPECS: "1",
      GIT_PAGER: "cat",
      GIT_EDITOR: ":",
      GIT_SEQUENCE_EDITOR: ":",
      GIT_ALLOW_PROTOCOL: "file:git:http:https:ssh",
    });
  });

  it("allows no more ways to a remote than the person does", () => {
    assert.equal(fixedEnvironment({ GIT_ALLOW_PROTOCOL: "https:ext" })["GIT_ALLOW_PROTOCOL"], "https");
  });

  it("reaches git: from inside a hook's environment the repository asked about is the one answered for", async () => {
    const made = await world();
    const inHook = {
      ...made.git,
      environment: {
        ...made.environment,
        GIT_DIR: made.ben.repository.commonFolder,
        GIT_INDEX_FILE: "/nowhere",
      },
    };
    const opened = await openRepository(inHook, made.ann.folder);
    assert.ok(opened.kind === "opened");
    assert.equal(opened.repository.commonFolder, made.ann.repository.commonFolder);
    assert.equal((await opened.repository.identity())?.name, "ann");
    assert.equal(await opened.repository.tracking("shop/cart.ts"), "tracked");
  });
});
