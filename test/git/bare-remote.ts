import { chmod, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { EventId, RecordId } from "../../src/domain/ids.ts";
import { readRecordFile } from "../../src/git/record-file.ts";
import { recordAt } from "../../src/git/record-path.ts";
import type { RemoteBranch } from "../../src/store/replica.ts";
import type { NewLine } from "../../src/store/store.ts";
import type { ContractRemote } from "../contract/store-contract.ts";
import type { World } from "../support/world.ts";

const REF = "refs/heads/sightline";

/** The bare remote of a world, looked at and changed by git's own commands: nothing of the code under test has a part in it. */
export class BareRemote implements ContractRemote {
  readonly #world: World;
  #races: (() => Promise<unknown>)[] = [];
  #lateRaces: (() => Promise<unknown>)[] = [];
  #losesAnswers = 0;
  #fails = 0;

  constructor(world: World) {
    this.#world = world;
  }

  async lines(): Promise<readonly EventId[] | undefined> {
    return (await this.#tip()) === undefined
      ? undefined
      : (await this.#lines()).map(({ line }) => line.id).sort();
  }

  async history(): Promise<readonly string[]> {
    const log = await this.#git("log", "--reverse", "--format=%P%x00%B%x01", REF);
    return log
      .split("\u0001\n")
      .filter((entry) => entry !== "")
      .map((entry) => {
        const [parents = "", message = ""] = entry.split("\0");
        if (parents.includes(" ")) throw new Error(`a merge: ${message}`);
        return message.trim();
      });
  }

  async file(path: string): Promise<string | undefined> {
    return this.#git("show", `${REF}:${path}`).catch(() => undefined);
  }

  writeFile(path: string, text: string): Promise<void> {
    return this.writeFiles(new Map([[path, Buffer.from(text)]]));
  }

  /** One commit on top, with any bytes. */
  async writeFiles(contents: ReadonlyMap<string, Uint8Array>): Promise<void> {
    const parent = await this.#tip();
    await this.#import([
      ...(parent === undefined ? [] : [`from ${parent}\n`]),
      ...[...contents].flatMap(([path, content]) => [`M 100644 inline ${path}\n`, ...data(content)]),
    ]);
  }

  async rewrite(keep: (line: NewLine) => boolean): Promise<void> {
    const kept = (await this.#lines()).filter(keep);
    await this.#import(files(kept));
  }

  async removeByCommit(remove: (line: NewLine) => boolean): Promise<void> {
    const all = await this.#lines();
    const tip = (await this.#tip()) ?? "";
    const kept = all.filter((line) => !remove(line));
    await this.#import([`from ${tip}\n`, "D records\n", ...files(kept)]);
  }

  async delete(): Promise<void> {
    await this.#git("update-ref", "-d", REF);
  }

  async remember(): Promise<() => Promise<void>> {
    const tip = (await this.#tip()) ?? "";
    return async () => {
      await this.#git("update-ref", REF, tip);
    };
  }

  async setOffline(isOffline: boolean): Promise<void> {
    const { folder } = this.#world.remote;
    if (isOffline) await rename(folder, `${folder}.away`);
    else await rename(`${folder}.away`, folder);
  }

  async setRefusing(isRefusing: boolean): Promise<void> {
    if (isRefusing)
      await this.hook("pre-receive", "echo 'Branch sightline is protected by rule 7'; exit 1\n");
    else await rm(join(this.#world.remote.folder, "hooks", "pre-receive"));
  }

  /** Installs a hook of the remote. */
  async hook(name: string, script: string): Promise<void> {
    const folder = join(this.#world.remote.folder, "hooks");
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, name), `#!/bin/sh\n${script}`);
    await chmod(join(folder, name), 0o755);
  }

  beforeNextPush(race: () => Promise<unknown>): void {
    this.#races.push(race);
  }

  afterNextFetch(race: () => Promise<unknown>): void {
    this.#lateRaces.push(race);
  }

  loseNextAnswer(): void {
    this.#losesAnswers += 1;
  }

  /** The next push is refused, once. */
  failNextPush(): void {
    this.#fails += 1;
  }

  /** What was injected and has not happened does not happen. */
  calm(): void {
    this.#races = [];
    this.#lateRaces = [];
    this.#losesAnswers = 0;
    this.#fails = 0;
  }

  /** Stands between a store and its remote. */
  readonly between = (remote: RemoteBranch): RemoteBranch => ({
    fetch: async () => {
      const fetched = await remote.fetch();
      await this.#lateRaces.shift()?.();
      return fetched;
    },
    push: async (commit, expected) => {
      await this.#races.shift()?.();
      if (this.#fails > 0) {
        this.#fails -= 1;
        return { kind: "failed", failure: { reason: "refusedByRule", detail: "injected" } };
      }
      const pushed = await remote.push(commit, expected);
      if (this.#losesAnswers === 0) return pushed;
      this.#losesAnswers -= 1;
      return { kind: "failed", failure: { reason: "unreachable", detail: "the answer got lost" } };
    },
  });

  /** Bytes of every record file, by its path. */
  async recordFiles(): Promise<ReadonlyMap<string, Uint8Array>> {
    const listed = await this.#git("ls-tree", "-r", "--name-only", REF, "records/");
    const found = new Map<string, Uint8Array>();
    for (const path of listed.split("\n").filter((path) => path !== "")) {
      // As latin1, so that every byte comes through.
      const shown = await this.#world.run(
        this.#world.remote.folder,
        ["cat-file", "blob", `${REF}:${path}`],
        "",
        "latin1",
      );
      found.set(path, Buffer.from(shown, "latin1"));
    }
    return found;
  }

  async #lines(): Promise<readonly NewLine[]> {
    const lines: NewLine[] = [];
    for (const [path, content] of await this.recordFiles()) {
      const record = recordAt(path);
      if (record === undefined) throw new Error(`no record at ${path}`);
      for (const line of readRecordFile(content)) lines.push({ record, line });
    }
    return lines;
  }

  async #tip(): Promise<string | undefined> {
    const tip = await this.#git("for-each-ref", "--format=%(objectname)", REF);
    return tip.trim() === "" ? undefined : tip.trim();
  }

  /** Replaces the branch by a commit that somebody else makes. */
  async #import(parts: readonly (string | Uint8Array)[]): Promise<void> {
    const who = "Host <host@example.org> 1700000000 +0000";
    const head = [`commit ${REF}.new\nauthor ${who}\ncommitter ${who}\n`, ...data(Buffer.from("by hand"))];
    const script = Buffer.concat([...head, ...parts].map((part) => Buffer.from(part)));
    await this.#world.run(this.#world.remote.folder, ["fast-import", "--quiet"], script);
    await this.#git("update-ref", REF, `${REF}.new`);
    await this.#git("update-ref", "-d", `${REF}.new`);
  }

  #git(...args: readonly string[]): Promise<string> {
    return this.#world.remote.git(...args);
  }
}

const data = (content: Uint8Array): (string | Uint8Array)[] => [`data ${content.length}\n`, content, "\n"];

function files(lines: readonly NewLine[]): (string | Uint8Array)[] {
  const byRecord = new Map<RecordId, Uint8Array[]>();
  for (const { record, line } of lines) {
    const known = byRecord.get(record) ?? [];
    byRecord.set(record, [...known, line.bytes, Buffer.from("\n")]);
  }
  return [...byRecord].flatMap(([record, parts]) => [
    `M 100644 inline ${pathOf(record)}\n`,
    ...data(Buffer.concat(parts)),
  ]);
}

/** Where docs/format.md says a record is; worked out again here, so that a slip in the code under test is seen. */
function pathOf(record: RecordId): string {
  const digits = "0123456789abcdefghijklmnopqrstuv";
  const bits = BigInt(`0x${record}`).toString(2).padStart(256, "0");
  const folder = (from: number) => digits.charAt(Number.parseInt(bits.slice(from, from + 5), 2));
  return `records/${folder(0)}/${folder(5)}/${record}.jsonl`;
}
