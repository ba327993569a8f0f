import assert from "node:assert/strict";
import { writingHints } from "../../../src/domain/plain-words.ts";

const stumbles = (text: string, terms: readonly string[] = []) =>
  writingHints(text, { terms, people: [] }).stumbles;

describe("what a reader outside engineering may stumble over", () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ["Search takes over 5 s for large shops; the first is expected in March", []],
    ["The p99 of the LRU is bad, and the LRU again", ["LRU"]],
    ["We need a TTL for getUserById() in shop/cart.ts", ["TTL", "getUserById()", "shop/cart.ts"]],
    ["Set max_retries in config.yaml, see OrderService.", ["max_retries", "config.yaml", "OrderService"]],
    ["The USA, the EU and the PM are OK, 24/7, and/or by SMS", []],
    ["Both APIs fail", ["APIs"]],
    ["PAYMENTS FAIL", []],
    ["Users with an iPhone can't pay on YouTube", []],
    ["La recherche dépasse 5 s ; la première arrive en mars", []],
    [
      "Le cache LRU de chercherProduit() ne tient pas (voir « src/recherche.ts »)",
      ["LRU", "chercherProduit()", "src/recherche.ts"],
    ],
    ["La TVA et/ou l’ID du client, au T2", []],
    ["L'appel obtenir_prix échoue", ["obtenir_prix"]],
  ];
  for (const [text, expected] of cases)
    it(`of "${text}" is ${expected.length === 0 ? "nothing" : expected.join(", ")}`, () => {
      assert.deepEqual(stumbles(text), expected);
    });

  it("is not what the team explains", () => {
    assert.deepEqual(stumbles("The LRU and two LRUs", ["lru"]), []);
  });

  it("is a few words at most", () => {
    assert.equal(stumbles(Array.from({ length: 40 }, (_, at) => `word_${at}`).join(" ")).length, 6);
  });
});

describe("other hints to a writer", () => {
  const hints = (text: string) =>
    writingHints(text, { terms: [], people: ["Ann Keller", "Jo", "Zoé", "ben"] });

  it("say that somebody of the record is named", () => {
    assert.equal(hints("Ann broke the search").namesPerson, true);
    assert.equal(hints("Keller's module is slow").namesPerson, true);
    assert.equal(hints("Le module de Zoé est lent").namesPerson, true);
    assert.equal(hints("Annual reports are late").namesPerson, false);
    assert.equal(hints("a benign change in Johannesburg").namesPerson, false);
  });

  it("say that a few words are few", () => {
    assert.deepEqual(
      [hints("").short, hints("Slow").short, hints("Search takes over five seconds").short],
      [false, true, false],
    );
  });
});
