import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod/mini";
import { translatedStrings } from "../support/translated-strings.ts";

const root = path.resolve(__dirname, "../..");
const Table = z.record(z.string(), z.string());
const french = Table.parse(JSON.parse(readFileSync(path.join(root, "l10n/bundle.l10n.fr.json"), "utf8")));
const { messages, notLiteral } = translatedStrings(path.join(root, "src"));
const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

describe("translations", () => {
  it("finds the messages of the source", () => {
    assert.ok(messages.length > 100, `only ${messages.length} messages found: the search for them is broken`);
  });

  it("every message is a literal, so that it can be found", () => {
    // The translate function itself, and what hands it on, take whatever they are given.
    assert.deepEqual(notLiteral, []);
  });

  it("French is complete", () => {
    const missing = [
      ...new Set(
        messages
          .filter(({ text }) => !Object.hasOwn(french, text))
          .map(({ text, where }) => `${where} ${text}`),
      ),
    ];
    assert.deepEqual(missing, []);
  });

  it("French has nothing that the source no longer says", () => {
    const said = new Set(messages.map(({ text }) => text));
    assert.deepEqual(
      Object.keys(french).filter((text) => !said.has(text)),
      [],
    );
  });

  it("a translation has the places of its original", () => {
    for (const [english, translated] of Object.entries(french))
      assert.deepEqual(places(translated), places(english), english);
  });

  it("no translation was left in English", () => {
    // Words that are the same in both languages; what is only places and punctuation has nothing to translate.
    const alike = new Set(
      "Notes|Sightline|Note|Options|Option|Incident|Impact|1 note|{count} notes|Date|Discussion|Questions|possible|Section|Sections|Source|Option {letter}|Commit|{n} minute|{n} minutes|{count} minute|{count} minutes|{field} (option {letter})".split(
        "|",
      ),
    );
    const same = Object.entries(french).filter(
      ([english, translated]) =>
        english === translated && /\p{L}{4}/u.test(english.replace(/\{\w+\}/g, "")) && !alike.has(english),
    );
    assert.deepEqual(same, []);
  });
});
