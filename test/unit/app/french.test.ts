import assert from "node:assert/strict";
import french from "../../../l10n/app.fr.json" with { type: "json" };
import { translatedStrings } from "../../support/translated-strings.ts";

const placesIn = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

describe("the French of src/app", () => {
  const { messages, notLiteral } = translatedStrings("src/app");
  const table = new Map(Object.entries(french));

  it("has every message, and none that is not said", () => {
    assert.deepEqual(notLiteral, []);
    const said = new Set(messages.map(({ text }) => text));
    assert.ok(said.size > 150, "the messages were found");
    assert.deepEqual(
      [...said].filter((text) => !table.has(text)),
      [],
    );
    assert.deepEqual(
      [...table.keys()].filter((text) => !said.has(text)),
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
