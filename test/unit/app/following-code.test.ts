import assert from "node:assert/strict";
import { makeAnchor } from "../../../src/anchoring/make-anchor.ts";
import type { Answer } from "../../../src/anchoring/tracking/answer.ts";
import { CodeFollower } from "../../../src/app/code-follower.ts";
import { placeReason } from "../../../src/app/place-reason.ts";
import { WorkFiles } from "../../../src/app/work-files.ts";
import type { Anchor } from "../../../src/domain/anchor.ts";
import { inEnglish, MemoryCode } from "../../support/app-world.ts";
import { MemoryCodeHistory } from "../../support/memory-code-history.ts";

const tax = `export function taxOf(order: Order): number {
  const rate = rateFor(order.country);
  const net = order.lines.reduce((sum, line) => sum + line.price, 0);
  return Math.round(net * rate);
}
`;
const shipping = `export function shippingOf(order: Order): number {
  const weight = order.lines.reduce((sum, line) => sum + line.weight, 0);
  if (weight === 0) return 0;
  return weight > HEAVY ? 12 : 5;
}
`;
const discount = `export function discountOf(order: Order): number {
  const { customer } = order;
  if (customer.isNew) return 0.05;
  return customer.orders.length > 20 ? 0.1 : 0;
}
`;

/** A repository with a work tree, and what is asked of it. */
class Repository {
  readonly history = new MemoryCodeHistory();
  readonly code = new MemoryCode();
  readonly follower = new CodeFollower(this.history);
  readonly #files = new WorkFiles(this.code);

  /** Commits these files and has them on disk. */
  commit(files: Readonly<Record<string, string>>, parents?: readonly string[]): string {
    this.onDisk(files);
    return this.history.commit(files, parents);
  }

  onDisk(files: Readonly<Record<string, string>>): void {
    this.code.files.clear();
    for (const [path, text] of Object.entries(files)) this.code.files.set(path, text);
    this.history.workTree = files;
    this.follower.headMoved();
  }

  /** Where all of them are. */
  all(anchors: readonly Anchor[]): Promise<readonly Answer[]> {
    return this.follower.follow(anchors, this.#files.look());
  }

  /** Where an anchor is, as `path:start-end`, with the words for it; asked without and with what was known before. */
  async where(anchor: Anchor): Promise<readonly [place: string, reason: string]> {
    const [answer] = await this.all([anchor]);
    assert.ok(answer);
    const reason = placeReason(answer, inEnglish);
    return answer.status === "orphaned"
      ? ["lost", reason]
      : [
          `${answer.path}:${answer.startLine}-${answer.endLine}${answer.status === "changed" ? " changed" : ""}`,
          reason,
        ];
  }
}

/** The anchor of the lines of `part` in a file. */
function anchorOf(
  files: Readonly<Record<string, string>>,
  path: string,
  part: string,
  commit?: string,
): Anchor {
  const text = files[path] ?? assert.fail(`no ${path}`);
  const startLine = text.slice(0, text.indexOf(part)).split("\n").length;
  return makeAnchor({
    path,
    text,
    startLine,
    endLine: startLine + part.trimEnd().split("\n").length - 1,
    commit,
  });
}

describe("following code through a repository", () => {
  const before = { "billing.ts": `${shipping}\n${tax}\n${discount}`, "main.ts": "run();\n" };

  it("asks git nothing about lines that stand as they were", async () => {
    const repository = new Repository();
    const commit = repository.commit(before);
    const anchor = anchorOf(before, "billing.ts", tax, commit);
    assert.deepEqual(await repository.where(anchor), ["billing.ts:7-11", "Where it was"]);
    repository.onDisk({ ...before, "billing.ts": `// billing\n\n${before["billing.ts"]}` });
    assert.deepEqual(await repository.where(anchor), ["billing.ts:9-13", "Moved down 2 lines"]);
    assert.deepEqual(repository.history.calls, []);
  });

  it("compares edited lines with the commit's text, and asks no more where that is enough", async () => {
    const repository = new Repository();
    const anchor = anchorOf(before, "billing.ts", tax, repository.commit(before));
    const edited = tax
      .replace("const rate", "assertOpen(order);\n  const rate")
      .replace("Math.round", "Math.ceil");
    repository.onDisk({ ...before, "billing.ts": `${shipping}\n${edited}\n${discount}` });
    assert.deepEqual(await repository.where(anchor), [
      "billing.ts:7-12",
      "Where it was, one line changed, one line added",
    ]);
    assert.deepEqual(repository.history.calls, ["texts"]);
  });

  it("follows a file that was renamed, in a commit and not yet in one", async () => {
    const repository = new Repository();
    const anchor = anchorOf(before, "billing.ts", tax, repository.commit(before));
    const renamed = { "src/billing.ts": before["billing.ts"], "main.ts": before["main.ts"] };
    repository.onDisk(renamed);
    assert.deepEqual(await repository.where(anchor), ["src/billing.ts:7-11", "Moved to src/billing.ts"]);
    repository.commit(renamed);
    assert.deepEqual(await repository.where(anchor), [
      "src/billing.ts:7-11",
      "The file is now src/billing.ts",
    ]);
  });

  it("follows a chain of renames with edits between", async () => {
    const repository = new Repository();
    const anchor = anchorOf(before, "billing.ts", tax, repository.commit(before));
    let text = before["billing.ts"];
    repository.commit({ "b.ts": text });
    text = text.replace("rateFor(order.country)", "rates.of(order.country, order.day)");
    repository.commit({ "b.ts": text });
    repository.commit({ "c/d.ts": text });
    text = text.replace("taxOf", "salesTaxOf").replace("Math.round(net * rate)", "toCents(net * rate)");
    repository.commit({ "c/d.ts": text });
    const [place, reason] = await repository.where(anchor);
    assert.equal(place.replace(" changed", ""), "c/d.ts:7-11");
    assert.match(reason, /^The file is now c\/d\.ts, taxOf is now salesTaxOf, 3 lines changed$/);
  });

  it("follows code that moved to another file, and was edited there", async () => {
    const repository = new Repository();
    const anchor = anchorOf(before, "billing.ts", tax, repository.commit(before));
    repository.commit({
      ...before,
      "billing.ts": `${shipping}\n${discount}`,
      "tax.ts": `import { Order } from "./order";\n\n${tax}`,
    });
    assert.deepEqual(await repository.where(anchor), ["tax.ts:3-7", "Moved to tax.ts"]);
    const edited = tax
      .replace("taxOf", "dueTax")
      .replace("rateFor(order.country)", "rates[order.country] ?? 0");
    repository.commit({
      ...before,
      "billing.ts": `${shipping}\n${discount}`,
      "tax.ts": `import { Order } from "./order";\n\n${edited}`,
    });
    const [place] = await repository.where(anchor);
    assert.equal(place.replace(" changed", ""), "tax.ts:3-7");
  });

  it("takes neither of two files that both hold a definition that left its own", async () => {
    const repository = new Repository();
    const anchor = anchorOf(before, "billing.ts", tax, repository.commit(before));
    const edited = tax.replace("Math.round(net * rate)", "toCents(net * rate)");
    repository.commit({ "billing.ts": shipping, "one.ts": `${edited}\n`, "two.ts": `${edited}\n` });
    const [place, reason] = await repository.where(anchor);
    assert.deepEqual([place, reason], ["lost", "2 places look like it, and nothing tells which one it is."]);
  });

  it("says that code is gone, and finds it again when it is back", async () => {
    const repository = new Repository();
    const commit = repository.commit(before);
    const anchor = anchorOf(before, "billing.ts", tax, commit);
    repository.commit({ ...before, "billing.ts": `${shipping}\n${discount}` });
    const [lost, reason] = await repository.where(anchor);
    assert.equal(lost, "lost");
    assert.match(reason, /^The code is not here any more\./);
    repository.commit(before);
    assert.deepEqual(await repository.where(anchor), ["billing.ts:7-11", "Where it was"]);
  });

  it("finds lines that nobody had committed when the note was made", async () => {
    const repository = new Repository();
    const commit = repository.commit({ "main.ts": "run();\n" });
    const files = { "main.ts": "run();\n", "billing.ts": `${shipping}\n${tax}` };
    const anchor = anchorOf(files, "billing.ts", tax, commit);
    repository.commit({
      ...files,
      "billing.ts": `${shipping}\n${tax.replace("net * rate", "net * rate * 100")}`,
    });
    assert.deepEqual(await repository.where(anchor), ["billing.ts:7-11", "Where it was, one line changed"]);
  });

  it("finds what it can where this clone does not have the commit", async () => {
    const repository = new Repository();
    repository.commit(before);
    const anchor = anchorOf(before, "billing.ts", tax, "f".repeat(40));
    repository.onDisk({ "bills.ts": `${discount}\n${tax.replace("const net", "let net")}` });
    assert.deepEqual(await repository.where(anchor), [
      "bills.ts:7-11",
      "Moved to bills.ts, one line changed",
    ]);
  });

  it("follows a note from a branch that was rebased or squashed away", async () => {
    const repository = new Repository();
    const base = repository.commit(before);
    const onBranch = {
      ...before,
      "billing.ts": before["billing.ts"].replace("net * rate", "net * rate + fee"),
    };
    const anchor = anchorOf(
      onBranch,
      "billing.ts",
      tax.replace("net * rate", "net * rate + fee"),
      repository.commit(onBranch),
    );
    repository.commit(
      {
        ...onBranch,
        "billing.ts": `// squashed\n${onBranch["billing.ts"].replace("const rate", "const percent")}`,
      },
      [base],
    );
    assert.deepEqual(await repository.where(anchor), [
      "billing.ts:8-12",
      "Moved down one line, one line changed",
    ]);
  });

  it("names the branch that has the code, where this one never had it", async () => {
    const repository = new Repository();
    const base = repository.commit({ "main.ts": "run();\n" });
    const onBranch = { "main.ts": "run();\n", "tax.ts": tax };
    const side = repository.commit(onBranch, [base]);
    repository.history.branches.set("feature/tax", side);
    const anchor = anchorOf(onBranch, "tax.ts", tax, side);
    repository.commit({ "main.ts": "run(2);\n" }, [base]);
    assert.deepEqual(await repository.where(anchor), [
      "lost",
      "The code is not on this branch. It is on feature/tax.",
    ]);
    repository.history.branches.clear();
    assert.equal(
      (await repository.where(anchor))[1],
      "The file is not here any more, and no other holds the code.",
    );
  });

  it("goes through a merge that brought the commit in", async () => {
    const repository = new Repository();
    const base = repository.commit(before);
    const side = { ...before, "tax.ts": tax };
    const anchor = anchorOf(side, "tax.ts", tax, repository.commit(side, [base]));
    const main = repository.commit({ ...before, "main.ts": "run(2);\n" }, [base]);
    repository.commit({ ...side, "main.ts": "run(2);\n" }, [main, anchor.commit ?? ""]);
    repository.commit({ ...before, "main.ts": "run(2);\n", "money/tax.ts": `// tax\n${tax}` });
    assert.deepEqual(await repository.where(anchor), ["money/tax.ts:2-6", "The file is now money/tax.ts"]);
  });

  it("does not take one of two copies for the other", async () => {
    const repository = new Repository();
    const anchor = anchorOf(before, "billing.ts", tax, repository.commit(before));
    repository.commit({ "main.ts": "run();\n", "a.ts": tax, "b.ts": tax });
    const [place, reason] = await repository.where(anchor);
    assert.equal(place, "lost");
    assert.equal(reason, "2 places look like it, and nothing tells which one it is.");
  });

  it("says so where the lines were not shared and the file is another", async () => {
    const repository = new Repository();
    const { quote, before: above, after, ...anchor } = anchorOf(before, "billing.ts", tax);
    assert.ok(quote && above && after);
    repository.commit(before);
    assert.deepEqual(await repository.where(anchor), ["billing.ts:7-11", "Where it was"]);
    repository.onDisk({ ...before, "billing.ts": "" });
    assert.deepEqual(await repository.where(anchor), [
      "lost",
      "The lines were not shared with the note, so the place can't be followed.",
    ]);
  });

  it("follows lines that were not shared through the commits", async () => {
    const repository = new Repository();
    const {
      quote,
      before: above,
      after,
      ...anchor
    } = anchorOf(before, "billing.ts", tax, repository.commit(before));
    assert.ok(quote && above && after);
    repository.commit({ ...before, "billing.ts": `// billing\n${before["billing.ts"]}` });
    assert.deepEqual(await repository.where(anchor), ["billing.ts:8-12", "Moved down one line"]);
  });

  it("says so of a file that is no text any more, and of none at all", async () => {
    const repository = new Repository();
    const anchor = anchorOf(before, "billing.ts", tax, repository.commit(before));
    repository.onDisk({ "main.ts": "run();\n" });
    assert.deepEqual(await repository.where(anchor), [
      "lost",
      "The file is not here any more, and no other holds the code.",
    ]);
  });

  it("does not look through a file of more than eight million characters", async () => {
    const repository = new Repository();
    const anchor = anchorOf(before, "billing.ts", tax, repository.commit(before));
    repository.onDisk({ ...before, "billing.ts": `${before["billing.ts"]}${"x".repeat(8_000_000)}` });
    assert.deepEqual(await repository.where(anchor), ["lost", "The file is too large to look through."]);
  });

  it("asks for the commits once for many notes", async () => {
    const repository = new Repository();
    const commit = repository.commit(before);
    const anchors = [shipping, tax, discount].map((part) => anchorOf(before, "billing.ts", part, commit));
    repository.commit({ "main.ts": "run();\n" });
    await repository.follower.follow(anchors, new WorkFiles(repository.code).look());
    assert.equal(repository.history.calls.filter((call) => call === "stepsSince").length, 1);
    assert.equal(repository.history.calls.filter((call) => call === "texts").length, 1);
  });

  it("reads the texts of many notes a few at a time, and answers in their order", async () => {
    const files: Record<string, string> = {};
    for (let at = 0; at < 60; at++) files[`part${59 - at}.ts`] = `${shipping}\n${tax}\n${discount}`;
    const repository = new Repository();
    const commit = repository.commit(files);
    const anchors = Object.keys(files).map((path) => anchorOf(files, path, tax, commit));
    for (const [path, text] of Object.entries(files))
      files[path] = `// ${path}\n${text.replace("net * rate", "net * rate * 100")}`;
    repository.onDisk(files);
    assert.deepEqual(
      (await repository.all(anchors)).map((answer) => answer.status === "found" && answer.path),
      anchors.map(({ path }) => path),
    );
    assert.deepEqual(repository.history.calls, ["texts", "texts", "texts", "texts"]);
  });

  it("searches the work tree while the commits are compared, and tells once what failed", async () => {
    const repository = new Repository();
    const anchor = anchorOf(before, "billing.ts", tax, repository.commit(before));
    const rewritten = `export function taxOf(cart: Cart): Promise<Money> {\n  return service.taxes(cart);\n}\n`;
    const now = { ...before, "billing.ts": `${shipping}\n${rewritten}\n${discount}` };
    repository.commit({ "main.ts": "" });
    repository.commit(now);
    const { history } = repository;
    let searches = 0;
    history.filesWith = () => Promise.reject(new Error(`search ${String(++searches)}`));
    history.stepsSince = () => Promise.reject(new Error("no way"));
    await assert.rejects(repository.where(anchor), /no way/);
    assert.equal(searches, 1);
  });

  it("survives anchors that are nowhere", async () => {
    const repository = new Repository();
    const commit = repository.commit(before);
    for (const change of [
      { startLine: 9_000_000, endLine: 9_999_999 },
      { path: "../../etc/passwd" },
      { path: "main.ts" },
    ]) {
      const anchor = { ...anchorOf(before, "billing.ts", tax, commit), ...change };
      const [place] = await repository.where(anchor);
      assert.ok(place === "lost" || place === "billing.ts:7-11", place);
    }
  });
});
