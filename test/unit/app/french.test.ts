import assert from "node:assert/strict";
import french from "../../../l10n/bundle.l10n.fr.json" with { type: "json" };
import { translatedStrings } from "../../support/translated-strings.ts";

const placesIn = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

describe("the French of src/app", () => {
  const { messages, notLiteral } = translatedStrings("src/app");
  const said = new Set(messages.map(({ text }) => text));
  const table = new Map(Object.entries(french).filter(([text]) => said.has(text)));

  it("has every message", () => {
    assert.deepEqual(notLiteral, []);
    assert.ok(said.size > 150, "the messages were found");
    assert.deepEqual(
      [...said].filter((text) => !table.has(text)),
      [],
    );
  });

  it("fills in the same places, and keeps to the tone", () => {
    for (const [text, translated] of table) {
      assert.deepEqual(placesIn(translated), placesIn(text), text);
      assert.equal(/[!’]|\btu\b|\bton\b/.exec(translated), null, translated);
      assert.equal(
        /\S[:;?]/.exec(translated.replace(/\{\w+\}/g, "x").replace(/https?:/g, "")),
        null,
        translated,
      );
    }
  });
});
