import assert from "node:assert/strict";
import { wholeAnchor } from "../../../src/anchoring/whole-anchor.ts";
import { appWorld, saved } from "../../support/app-world.ts";
import { MemoryCodeHistory } from "../../support/memory-code-history.ts";

const tax = `export function taxOf(order: Order): number {
  const rate = rateFor(order.country, order.deliveredOn);
  return Math.round(netOf(order.lines) * rate);
}
`;
const mail = `export async function sendReminder(order: Order): Promise<void> {
  await mailer.send(order.customer.address, reminderText(order));
}
`;
const start = { "billing/tax.ts": tax, "billing/mail.ts": mail, "main.ts": "run();\n" };
type Files = Readonly<Record<string, string>>;

/** Ann's window with a note about a file or folder of {@link start} as a whole, and where its place is after each of some commits. */
async function noteOn(whole: "file" | "folder", path: string) {
  const { ann, annsMachine: machine } = await appWorld();
  ann.dispose();
  const history = new MemoryCodeHistory();
  machine.history = history;
  const session = await machine.open();
  const onDisk = (files: Files) => {
    const before = [...machine.code.files.keys()];
    machine.code.files.clear();
    for (const [file, text] of Object.entries(files)) machine.code.files.set(file, text);
    history.workTree = files;
    for (const file of new Set([...before, ...Object.keys(files)])) session.fileChanged(file);
  };
  const commit = (files: Files) => {
    const id = history.commit(files);
    onDisk(files);
    return id;
  };
  const made = commit(start);
  const id = await saved(session, {
    type: "openNote",
    fields: { title: "Billing" },
    anchors: [wholeAnchor(whole, path, made)],
  });
  const where = async () => {
    const [place] = await session.places(session.note(id) ?? assert.fail());
    return place === undefined ? undefined : [place.status, place.path, place.reason, place.whole];
  };
  return { session, id, where, commit, onDisk, history };
}

describe("the place of a whole file", () => {
  it("is where it was, whatever is in the file", async () => {
    const { where, commit } = await noteOn("file", "billing/tax.ts");
    assert.deepEqual(await where(), ["found", "billing/tax.ts", "Where it was", "file"]);
    commit({ ...start, "billing/tax.ts": "all new\n" });
    assert.deepEqual(await where(), ["found", "billing/tax.ts", "Where it was", "file"]);
  });

  it("goes with the file through a chain of renames", async () => {
    const { where, commit } = await noteOn("file", "billing/tax.ts");
    commit({ "billing/duty.ts": tax, "billing/mail.ts": mail });
    const edited = tax.replace("rateFor(order.country, order.deliveredOn)", "rates.of(order)");
    commit({ "billing/duty.ts": edited, "billing/mail.ts": mail });
    commit({ "core/duty.ts": edited, "billing/mail.ts": mail });
    assert.deepEqual(await where(), ["found", "core/duty.ts", "The file is now core/duty.ts", "file"]);
  });

  it("goes with a file that was renamed and is not committed yet", async () => {
    const { where, onDisk } = await noteOn("file", "billing/tax.ts");
    onDisk({ "billing/duty.ts": `// new\n${tax}`, "billing/mail.ts": mail });
    assert.deepEqual(await where(), ["found", "billing/duty.ts", "The file is now billing/duty.ts", "file"]);
  });

  it("is not one of two copies, nor in a file that has a line of it", async () => {
    const { where, onDisk } = await noteOn("file", "billing/tax.ts");
    onDisk({ "a.ts": tax, "b.ts": tax });
    assert.deepEqual((await where())?.slice(0, 3), [
      "orphaned",
      "billing/tax.ts",
      "The file is not here any more.",
    ]);
    onDisk({ "a.ts": `${mail}${mail}  return Math.round(netOf(order.lines) * rate);\n` });
    assert.equal((await where())?.[0], "orphaned");
    onDisk(start);
    assert.equal((await where())?.[0], "found");
  });

  it("is in the list of its file, at the top, and in that of the file's new name", async () => {
    const { session, commit, where, id } = await noteOn("file", "billing/tax.ts");
    const inFile = async (path: string) =>
      (await session.placesIn(path)).map(({ note, place }) => [note.id, place.startLine, place.endLine]);
    assert.deepEqual(await inFile("billing/tax.ts"), [[id, 1, 1]]);
    commit({ "core/tax.ts": tax, "billing/mail.ts": mail });
    await where();
    assert.deepEqual(await inFile("core/tax.ts"), [[id, 1, 1]]);
    assert.deepEqual(await inFile("billing/tax.ts"), []);
  });

  it("is on the branch that has it, where HEAD does not come from there", async () => {
    const { where, history, onDisk, session } = await noteOn("file", "billing/tax.ts");
    history.branches.set("feature", history.head ?? "");
    history.commit({ "main.ts": "run();\n" }, []);
    onDisk({ "main.ts": "run();\n" });
    session.fileChanged("billing/tax.ts");
    assert.equal((await where())?.[2], "The code is not on this branch. It is on feature.");
  });
});

describe("the place of a folder", () => {
  it("is where it was, and stands for itself among the folders", async () => {
    const { where, session } = await noteOn("folder", "billing");
    assert.deepEqual(await where(), ["found", "billing", "Where it was", "folder"]);
    assert.deepEqual(session.noteRows()[0]?.folders, ["billing"]);
  });

  it("goes where most of its files went", async () => {
    const { where, commit } = await noteOn("folder", "billing");
    commit({ "core/money/tax.ts": tax, "core/money/mail.ts": mail });
    assert.deepEqual(await where(), ["found", "core/money", "The folder is now core/money", "folder"]);
  });

  it("is gone where its files went to as many places as there are files", async () => {
    const { where, commit } = await noteOn("folder", "billing");
    commit({ "a/tax.ts": tax, "b/mail.ts": mail });
    assert.deepEqual((await where())?.slice(0, 3), [
      "orphaned",
      "billing",
      "The folder is not here any more.",
    ]);
  });
});
