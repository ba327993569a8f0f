import assert from "node:assert/strict";
import { makeAnchor } from "../../../src/anchoring/make-anchor.ts";
import { appWorld, saved } from "../../support/app-world.ts";
import { MemoryCodeHistory } from "../../support/memory-code-history.ts";

const tax = `export function taxOf(order: Order): number {
  const rate = rateFor(order.country, order.deliveredOn);
  const net = order.lines.reduce((sum, line) => sum + line.netPrice, 0);
  return Math.round(net * rate);
}
`;
const other = `export const greet = (name: string) => \`Hello, \${name}\`;\n`;

/** What is shown for the place of a note on `taxOf`, once the work tree holds other files; "path:lines same/all". */
async function candidates(now: Readonly<Record<string, string>>, options: { quoted?: boolean } = {}) {
  const { ann, annsMachine: machine } = await appWorld();
  ann.dispose();
  const history = new MemoryCodeHistory();
  machine.history = history;
  const session = await machine.open();
  const { quote, ...bare } = makeAnchor({ path: "tax.ts", text: tax, startLine: 1, endLine: 5 });
  const id = await saved(session, {
    type: "openNote",
    fields: { title: "Tax" },
    anchors: [options.quoted === false ? bare : { ...bare, quote }],
  });
  for (const [path, text] of Object.entries(now)) machine.code.files.set(path, text);
  history.workTree = now;
  const note = session.note(id) ?? assert.fail();
  const searched = await session.searchCode(note, note.anchors[0]?.id ?? "");
  return searched?.kind === "candidates"
    ? searched.candidates.map(
        ({ path, startLine, endLine, same, lines }) => `${path}:${startLine}-${endLine} ${same}/${lines}`,
      )
    : searched?.kind;
}

describe("searching for the code of a place", () => {
  it("shows every place that comes near, the one most like it first", async () => {
    const edited = tax.replace("rateFor(order.country, order.deliveredOn)", "0.19");
    assert.deepEqual(await candidates({ "a.ts": other, "b.ts": `${other}\n${edited}`, "c.ts": tax }), [
      "c.ts:1-5 5/5",
      "b.ts:3-7 4/5",
    ]);
  });

  it("shows all of a tie, which following leaves alone", async () => {
    const found = await candidates({ "a.ts": `${other}${tax}`, "b.ts": `${other}${tax}` });
    assert.deepEqual(Array.isArray(found) ? found.sort() : found, ["a.ts:2-6 5/5", "b.ts:2-6 5/5"]);
  });

  it("finds code of which no line is as it was, by its words", async () => {
    const rewritten = `export async function taxOf(order: PlacedOrder): Promise<number> {
  const rate = await rates.find(order.country, { deliveredOn: order.deliveredOn });
  const net = sumOf(order.lines, ({ netPrice }) => netPrice);
  return roundToCents(net * rate);
}
`;
    const found = await candidates({ "a.ts": other, "deep/new.ts": `${other}${rewritten}` });
    assert.equal(typeof found, "object");
    assert.match(String(found?.[0]), /^deep\/new\.ts:2-6 /);
  });

  it("shows nothing where nothing is like it", async () => {
    assert.deepEqual(await candidates({ "a.ts": other }), []);
  });

  it("has nothing to look for where the lines were not shared", async () => {
    assert.equal(await candidates({ "tax.ts": other }, { quoted: false }), "nothingToLookFor");
  });
});
