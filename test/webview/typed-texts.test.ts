import assert from "node:assert/strict";
import { NO_NOTE, TypedTexts } from "../../src/webview/typed-texts.ts";
import { idOf } from "../support/panel-fixtures.ts";

const note = idOf("note");
const never = () => false;

describe("what is being typed", () => {
  it("takes in what the host kept", () => {
    const texts = new TypedTexts();
    texts.receive(note, { comment: "half a sent" }, never);
    assert.equal(texts.text(note, "comment"), "half a sent");
    assert.deepEqual(texts.unkept(), []);
  });

  it("does not take an older text for the one typed here, kept or not", () => {
    const texts = new TypedTexts();
    texts.type(note, "comment", "new words");
    texts.receive(note, { comment: "old" }, never);
    texts.markKept({ note, key: "comment", text: "new words" });
    texts.receive(note, { comment: "old" }, never);
    texts.receive(note, {}, never);
    assert.equal(texts.text(note, "comment"), "new words");
  });

  it("does not let come back what was said, though a late message still carries it", () => {
    const texts = new TypedTexts();
    texts.type(note, "ask.text", "Help me");
    texts.forget(note, ["ask.text"]);
    assert.deepEqual(texts.unkept(), [{ note, key: "ask.text", text: "" }]);
    texts.markKept({ note, key: "ask.text", text: "" });
    texts.receive(note, { "ask.text": "Help me" }, never);
    assert.equal(texts.text(note, "ask.text"), undefined);
    assert.deepEqual(texts.keys(note), []);
  });

  it("leaves a box in use alone", () => {
    const texts = new TypedTexts();
    texts.receive(note, { comment: "one" }, never);
    texts.receive(note, { comment: "two" }, (key) => key === "comment");
    assert.equal(texts.text(note, "comment"), "one");
  });

  it("goes on owing the host what was typed while it kept the text before", () => {
    const texts = new TypedTexts();
    texts.type(note, "comment", "a");
    const [first] = texts.unkept();
    texts.type(note, "comment", "ab");
    texts.markKept(first!);
    assert.deepEqual(texts.unkept(), [{ note, key: "comment", text: "ab" }]);
  });

  it("keeps an emptied box empty", () => {
    const texts = new TypedTexts();
    texts.type(note, "title", "");
    assert.equal(texts.text(note, "title"), "");
  });

  it("owes the host nothing of what belongs to no note", () => {
    const texts = new TypedTexts();
    texts.type(NO_NOTE, "name", "Priya");
    assert.deepEqual(texts.unkept(), []);
    assert.deepEqual(texts.withoutNote(), [{ note: NO_NOTE, key: "name", text: "Priya" }]);
  });

  it("is not confused by keys that JavaScript knows", () => {
    const texts = new TypedTexts();
    texts.receive(
      note,
      JSON.parse('{"__proto__": "x", "constructor": "y"}') as Record<string, string>,
      never,
    );
    assert.equal(texts.text(note, "constructor"), "y");
    assert.equal(texts.text(note, "toString"), undefined);
  });
});
