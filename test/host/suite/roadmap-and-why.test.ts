import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import * as vscode from "vscode";
import type { ActionInput } from "../../../src/protocol/action.ts";
import { until } from "../../support/until.ts";
import { workshop } from "../../support/host/workshop.ts";
import type { Workshop } from "../../support/host/workshop.ts";

const WHY = "Support waits a day for a label. Then it is there at once.";

async function saved({ session }: Workshop, action: ActionInput): Promise<string> {
  const outcome = await (await session()).perform(action);
  assert.ok(outcome.kind === "saved", JSON.stringify(outcome));
  return outcome.record;
}

const dates = async ({ session }: Workshop) =>
  [...(await session()).recordsOf("milestone").values()].map(({ fields, day }) => [fields.title.value, day]);

describe("dates from a file and into one", () => {
  const chatbot = {
    type: "openMilestone",
    day: "2027-03-31",
    fields: { title: "Returns chatbot", promisedTo: "support", firmness: "fixed" },
  } as const;

  for (const ending of ["csv", "ics"])
    it(`go out as .${ending}, come back as they are, and move with a cause`, async () => {
      const shop = await workshop();
      await saved(shop, chatbot);
      const file = path.join(shop.world.folder, `dates.${ending}`);
      await shop.run("exportDates", { file });
      const text = await readFile(file, "utf8");
      assert.match(text, ending === "csv" ? /"Returns chatbot","2027-03-31"/ : /DTSTART;VALUE=DATE:20270331/);
      await shop.run("importDates", { file });
      assert.match(shop.prompts.messages.at(-1) ?? "", /^Nothing in this file is new\./);

      const moved = text.replace("2027-03-31", "2027-04-14").replace("DATE:20270331", "DATE:20270414");
      await shop.world.ann.write(`moved.${ending}`, moved);
      const other = path.join(shop.ann.folder, `moved.${ending}`);
      await shop.run("importDates", { file: other }, "leave");
      assert.deepEqual(await dates(shop), [["Returns chatbot", "2027-03-31"]]);
      await shop.run("importDates", { file: other }, "enter", { type: "The vendor is late" });
      const shown = shop.prompts.asked.filter(({ title }) => title === "Import Dates").at(-1);
      assert.equal(shown?.prompt, "0 new, 1 moved, 0 changed, 0 as they are. Nothing is removed.");
      assert.match(shown.offered?.[0] ?? "", /^Returns chatbot: Moves from 31 March.* to 14 April/);
      assert.deepEqual(await dates(shop), [["Returns chatbot", "2027-04-14"]]);
      assert.equal(shop.prompts.messages.at(-1), "One date came in.");
    });

  it("say what is wrong with a file that holds none, and with a roadmap that is empty", async () => {
    const shop = await workshop();
    await shop.ann.write("notes.csv", "a,b\n1,2\n");
    await shop.run("importDates", { file: path.join(shop.ann.folder, "notes.csv") });
    await shop.run("exportDates", { file: path.join(shop.ann.folder, "none.csv") });
    assert.equal(shop.prompts.messages.length, 2);
    for (const message of shop.prompts.messages) assert.doesNotMatch(message, /error|undefined|exception/i);
    assert.deepEqual(await dates(shop), []);
  });
});

describe("the why of now, in the editor", () => {
  const briefed = async (shop: Workshop): Promise<string> => {
    const today = shop.time.today();
    return await saved(shop, {
      type: "openBrief",
      fields: {
        text: WHY,
        scope: { kind: "sprint", name: "Sprint 14", from: today, to: today },
        areas: [{ name: "Search", paths: ["src/**"] }],
      },
    });
  };
  const hovered = async (shop: Workshop, file: string, line: number): Promise<string> => {
    const { document } = await shop.open(file);
    await shop.bench.marks.found(document);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      document.uri,
      new vscode.Position(line - 1, 0),
    );
    return hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (content instanceof vscode.MarkdownString ? content.value : ""))
      .join("\n");
  };

  it("stands in the tooltip of the status bar item", async () => {
    const shop = await workshop();
    await briefed(shop);
    const { tooltip } = shop.statusBarItem;
    assert.ok(tooltip instanceof vscode.MarkdownString);
    assert.ok(tooltip.value.replaceAll("\\", "").includes(`Why: ${WHY}`), tooltip.value);
  });

  it("stands on top of the notes in the tree, and opens its page", async () => {
    const shop = await workshop();
    const brief = await briefed(shop);
    const tree = shop.bench.notesTree;
    const first = await until("the why in the tree", async () => (await tree.getChildren())[0]);
    const item = tree.getTreeItem(first);
    assert.equal(item.label, `Why: ${WHY}`);
    assert.deepEqual(item.command?.arguments, [{ section: "roadmap", show: { view: "brief", id: brief } }]);
  });

  it("stands in the hover of a note in its area, and not beyond", async () => {
    const shop = await workshop();
    await shop.flag("src/search.ts", [4, 5], "One query loads everything");
    await shop.flag("shop/cart.ts", [1, 1], "The cart is copied");
    await briefed(shop);
    const inside = (await hovered(shop, "src/search.ts", 4)).replaceAll("\\", "");
    assert.ok(inside.includes("One query loads everything"), inside);
    assert.ok(inside.includes(`Why: ${WHY}`), inside);
    const outside = (await hovered(shop, "shop/cart.ts", 1)).replaceAll("\\", "");
    assert.ok(outside.includes("The cart is copied"), outside);
    assert.ok(!outside.includes("Why:"), outside);
  });
});
