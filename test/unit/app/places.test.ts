import assert from "node:assert/strict";
import { makeAnchor } from "../../../src/anchoring/make-anchor.ts";
import { appWorld, saved } from "../../support/app-world.ts";
import { MemoryCodeHistory } from "../../support/memory-code-history.ts";

const search = `export async function search(shop: Shop, words: string[]) {
  const products = await allProducts(shop);
  return products.filter((product) => matches(product, words));
}
`;
const cart = `export function total(cart: Cart): number {
  return cart.lines.reduce((sum, line) => sum + line.price * line.count, 0);
}
`;

/** Ann's window on a repository whose code has a history, with a note on `search` in shop.ts, and the files of the work tree. */
async function windowWithNote() {
  const { ann: session, annsMachine: machine, time } = await appWorld();
  const history = new MemoryCodeHistory();
  machine.history = history;
  session.dispose();
  const window = await machine.open();
  const onDisk = (files: Readonly<Record<string, string>>) => {
    machine.code.files.clear();
    for (const [path, text] of Object.entries(files)) machine.code.files.set(path, text);
    history.workTree = files;
  };
  const start = { "shop.ts": `${search}\n${cart}`, "other.ts": "export {};\n" };
  onDisk(start);
  const commit = history.commit(start);
  const note = await saved(window, {
    type: "openNote",
    fields: { title: "Search reads everything" },
    anchors: [makeAnchor({ path: "shop.ts", text: start["shop.ts"], startLine: 1, endLine: 4, commit })],
  });
  window.followCode();
  const rest = async () => {
    // One search may set off another.
    for (let turn = 0; turn < 4; turn++) await time.pass(1_000);
  };
  await rest();
  const changes: string[] = [];
  window.onDidChange(({ records }) => void changes.push(...(records === "all" ? ["all"] : records)));
  const inFile = async (path: string) =>
    (await window.placesIn(path)).map(({ place }) => `${place.status} ${place.startLine}-${place.endLine}`);
  return { window, note, history, onDisk, start, rest, changes, inFile, machine };
}

describe("the places of notes, while the code changes", () => {
  it("are in the file that the code was moved to, and told of", async () => {
    const { note, onDisk, window, rest, changes, inFile } = await windowWithNote();
    onDisk({ "shop.ts": cart, "search.ts": `// found here\n${search}`, "other.ts": "" });
    window.fileChanged("shop.ts");
    window.fileChanged("search.ts");
    await rest();
    assert.ok(changes.includes(note));
    assert.deepEqual(await inFile("search.ts"), ["found 2-5"]);
    assert.deepEqual(await inFile("shop.ts"), []);
  });

  it("are looked for again when a branch goes or comes, and told of", async () => {
    const { note, history, onDisk, window, rest, changes } = await windowWithNote();
    const branch = history.head ?? "";
    history.branches.set("search", branch);
    onDisk({ "other.ts": "export {};\n" });
    history.commit({ "other.ts": "export {};\n" }, []);
    window.fileChanged("shop.ts");
    await rest();
    const reason = async () => (await window.places(window.note(note) ?? assert.fail()))[0]?.reason;
    assert.equal(await reason(), "The code is not on this branch. It is on search.");
    for (const [change, said] of [
      [
        () => history.branches.set("trial", branch),
        "The code is not on this branch. It is on search, trial.",
      ],
      [() => history.branches.delete("search"), "The code is not on this branch. It is on trial."],
      [() => history.branches.delete("trial"), "The file is not here any more, and no other holds the code."],
    ] as const) {
      change();
      changes.length = 0;
      window.branchesChanged();
      await rest();
      assert.ok(changes.includes(note), said);
      assert.equal(await reason(), said);
    }
  });

  it("come back to where they were, without anything being asked again", async () => {
    const { onDisk, start, history, window, rest, inFile } = await windowWithNote();
    const moved = { "shop.ts": cart, "search.ts": search, "other.ts": "" };
    onDisk(moved);
    window.fileChanged("shop.ts");
    await rest();
    assert.deepEqual(await inFile("search.ts"), ["found 1-4"]);
    onDisk(start);
    window.fileChanged("shop.ts");
    await rest();
    assert.deepEqual(await inFile("shop.ts"), ["found 1-4"]);
    assert.deepEqual(await inFile("search.ts"), []);
    const asked = history.calls.length;
    onDisk(moved);
    window.fileChanged("shop.ts");
    await rest();
    assert.deepEqual(await inFile("search.ts"), ["found 1-4"]);
    assert.equal(history.calls.length, asked);
  });

  it("are found when the code turns up in another file later", async () => {
    const { onDisk, note, window, rest, changes, inFile } = await windowWithNote();
    onDisk({ "shop.ts": cart, "other.ts": "" });
    window.fileChanged("shop.ts");
    await rest();
    assert.deepEqual(await inFile("shop.ts"), ["orphaned 1-4"]);
    changes.splice(0);
    onDisk({ "shop.ts": cart, "other.ts": "// nothing of it" });
    window.fileChanged("other.ts");
    await rest();
    assert.equal(changes.length, 0);
    onDisk({ "shop.ts": cart, "other.ts": search });
    window.fileChanged("other.ts");
    await rest();
    assert.ok(changes.includes(note));
    assert.deepEqual(await inFile("other.ts"), ["found 1-4"]);
  });

  it("follow a folder that is renamed as a whole", async () => {
    const { window, rest, history, onDisk, inFile } = await windowWithNote();
    const files = { "src/shop.ts": `${search}\n${cart}`, "src/other.ts": "" };
    const text = files["src/shop.ts"];
    onDisk(files);
    const anchor = makeAnchor({
      path: "src/shop.ts",
      text,
      startLine: 6,
      endLine: 8,
      commit: history.commit(files),
    });
    await saved(window, { type: "openNote", fields: { title: "Adds up twice" }, anchors: [anchor] });
    window.fileChanged("shop.ts");
    await rest();
    assert.deepEqual(await inFile("src/shop.ts"), ["found 1-4", "found 6-8"]);
    onDisk({ "lib/shop.ts": text, "lib/other.ts": "" });
    window.fileChanged("src");
    window.fileChanged("lib");
    await rest();
    assert.deepEqual(await inFile("lib/shop.ts"), ["found 1-4", "found 6-8"]);
    assert.deepEqual(await inFile("src/shop.ts"), []);
  });

  it("are looked for once more when HEAD is another commit", async () => {
    const { window, machine, rest, history, onDisk, inFile } = await windowWithNote();
    const rewritten = search
      .replace("search(shop: Shop, words: string[])", "find(index: Index, query: Query)")
      .replace("await allProducts(shop)", "await index.matching(query)");
    onDisk({ "shop.ts": cart, "other.ts": "" });
    window.fileChanged("shop.ts");
    await rest();
    assert.deepEqual(await inFile("shop.ts"), ["orphaned 1-4"]);
    history.commit({ "shop.ts": cart, "find.ts": search });
    const now = { "shop.ts": cart, "find.ts": rewritten };
    machine.user.commit = history.commit(now);
    onDisk(now);
    window.fileChanged("shop.ts");
    await rest();
    assert.equal((await inFile("find.ts")).length, 1);
  });

  it("say nothing of notes that are closed", async () => {
    const { window, note, onDisk, history, rest } = await windowWithNote();
    await saved(window, { type: "close", note, as: "done" });
    await rest();
    const asked = history.calls.length;
    onDisk({ "shop.ts": "" });
    window.fileChanged("shop.ts");
    await rest();
    assert.equal(history.calls.length, asked);
  });
});
