import assert from "node:assert/strict";
import { plainText } from "../../src/base/plain-text.ts";
import { ListDocument } from "../../src/cli/documents/list-document.ts";
import { ShowDocument } from "../../src/cli/documents/note-document.ts";
import { SavedDocument } from "../../src/cli/documents/saved-document.ts";
import { anEvent } from "../support/event-builders.ts";
import { exchange, readDocument, team } from "./team.ts";

// What a colleague, a file name or a commit may hold: clears the screen, sets the title of the window, turns the reading direction.
const NASTY = "\u001b[2J\u001b]0;owned\u0007\u009b31m\u202egpj.exe\u2066\u2028 fine";

describe("hostile text on the command line", function () {
  this.timeout(60_000);

  it("reaches no terminal, whatever is printed, and is exact as JSON", async () => {
    const { ann, ben } = await team();
    await ann.clone.git("config", "user.name", `Ann ${NASTY}`);
    const odd = `shop/--upload-pack=x __proto__ ${NASTY}.ts`;
    await ann.clone.write(odd, `const nasty = "${NASTY.replaceAll("\u2028", "")}";\n`);
    await ann.clone.git("add", ".");
    await ann.clone.git("commit", "--quiet", "-m", "x");
    const id = await ann.save(
      "add",
      `Title ${NASTY}`,
      "--impact",
      NASTY,
      "--context",
      NASTY,
      "--at",
      `${odd}:1`,
    );
    await ann.save(
      "edit",
      id,
      "--evidence",
      NASTY,
      "--source",
      NASTY,
      "--link",
      NASTY,
      "--cost-of-delay",
      NASTY,
    );
    await ann.save(
      "edit",
      id,
      "--needed-by",
      "2027-01-01",
      "--needed-because",
      NASTY,
      "--owner",
      `Cas ${NASTY}`,
    );
    await ann.save(
      "option",
      id,
      "--title",
      NASTY,
      "--implies",
      NASTY,
      "--risk",
      NASTY,
      "--people",
      NASTY,
      "--recommend",
      "--because",
      NASTY,
    );
    await ann.save("ask", id, NASTY);
    await ann.save("answer", id, NASTY);
    await ann.save("decide", id, "A", "--because", NASTY, "--revisit-if", NASTY);
    await ann.save("hear", id, NASTY);
    await ann.save("comment", id, NASTY);
    // Our own programs tidy names before they write them; somebody else's need not.
    const by = { name: NASTY, email: `__proto__${NASTY}` };
    const foreign = anEvent({ record: id, type: "commented", by, seen: [id], data: { text: "From afar" } });
    await ann.clone.store().append([{ record: id, line: foreign }]);
    await exchange(ann, ben);
    for (const args of [
      ["list"],
      ["show", id],
      ["log", id],
      ["check"],
      ["export"],
      ["export", "--format", "csv"],
      ["export", "--format", "json"],
      ["show", id, "--json"],
      ["log", id, "--json"],
      ["list", "--json"],
    ]) {
      const ran = await ben.run(...args);
      assert.equal(ran.exit, 0, ran.err);
      const lines = ran.out.replaceAll("\r\n", "\n");
      assert.equal(lines, plainText(lines), args.join(" "));
      assert.equal(ran.err, plainText(ran.err));
      assert.match(ran.out, /fine|sound/);
    }
    const coloured = (await ben.at({ columns: 90 }, "show", id)).out;
    const bare = coloured.replace(/\u001B\[(?:1|2|22|33|36|39)m/g, "");
    assert.notEqual(bare, coloured);
    assert.equal(bare, plainText(bare));
    const { note } = await ben.json(ShowDocument, "show", id);
    const said = new Map(note.comments.map(({ text, by: { name } }) => [text, name]));
    assert.deepEqual([said.get(NASTY), said.get("From afar")], [`Ann ${plainText(NASTY)}`, NASTY]);
    assert.equal(note.places[0]?.path, odd);
    assert.equal((await ben.json(ListDocument, "list")).notes.length, 1);
  });

  it("is said back without harm where it is refused", async () => {
    const { ann } = await team();
    for (const args of [
      [NASTY],
      ["list", `--${NASTY}`],
      ["list", "--kind", NASTY],
      ["list", "--folder", `../${NASTY}`],
      ["show", NASTY],
      ["add", "x", "--at", `${NASTY}:1`],
      ["-C", NASTY, "list"],
      ["sync", NASTY],
      ["option", NASTY, NASTY],
    ]) {
      const ran = await ann.run(...args);
      assert.notEqual(ran.exit, 0);
      assert.notEqual(ran.exit, 70, ran.err);
      assert.equal(ran.err, plainText(ran.err));
      assert.equal(ran.err.trimEnd().split("\n").length, 1);
    }
  });

  it("starts no program and takes no option from what is typed", async () => {
    const { ann } = await team();
    const added = await ann.run("--json", "add", "--", "--upload-pack=touch owned");
    const { note } = readDocument(SavedDocument, added);
    assert.equal((await ann.json(ShowDocument, "show", note)).note.title, "--upload-pack=touch owned");
    const ran = await ann.run("sync", "--yes", "--", "--upload-pack=touch owned");
    assert.match(ran.err, /no remote --upload-pack=touch owned/);
    assert.equal(await ann.clone.git("status", "--porcelain"), "");
  });
});
