import assert from "node:assert/strict";
import fc from "fast-check";
import { markTerms } from "../../../src/domain/term/mark-terms.ts";
import { seed } from "../../support/seed.ts";

const words = [
  { term: "MRR", explanation: "what customers pay a month" },
  { term: "cold start", explanation: "the first seconds after a pause" },
  { term: "cold", explanation: "not used for a while" },
  { term: "C++", explanation: "a language" },
  { term: "été", explanation: "summer" },
];
const marked = (text: string) =>
  markTerms(text, words)
    .map(({ text: part, explanation }) => (explanation === undefined ? part : `[${part}]`))
    .join("");

describe("the words of the team, in a text", () => {
  it("are marked as whole words, whatever their case, the longest first", () => {
    assert.equal(
      marked("mrr falls after a Cold Start, not a cold one"),
      "[mrr] falls after a [Cold Start], not a [cold] one",
    );
    assert.equal(marked("MRRs, scold, colder, cold_start"), "MRRs, scold, colder, cold_start");
    assert.equal(marked("(MRR)"), "([MRR])");
    assert.equal(marked("In C++ and C++."), "In [C++] and [C++].");
    assert.equal(marked("L'été, pas l'étéx"), "L'[été], pas l'étéx");
    assert.equal(marked("x\u{1d400}MRR\u{1d400} MRR"), "x\u{1d400}MRR\u{1d400} [MRR]");
  });

  it("are nothing but text, and empty or endless ones are none", () => {
    const hostile = [
      { term: "<img src=x onerror=alert(1)>", explanation: "<b>bold</b>" },
      { term: ".*", explanation: "everything" },
      { term: "", explanation: "nothing" },
      { term: "x".repeat(1000), explanation: "long" },
      { term: "word", explanation: " " },
    ];
    assert.deepEqual(markTerms("a word", hostile), [{ text: "a word" }]);
    assert.deepEqual(markTerms("<img src=x onerror=alert(1)>", hostile), [
      { text: "<img src=x onerror=alert(1)>", explanation: "<b>bold</b>" },
    ]);
  });

  it(`leave the text as it is, to the letter (seed ${seed})`, () => {
    const anyText = fc.string({ unit: "grapheme", maxLength: 60 });
    fc.assert(
      fc.property(
        anyText,
        fc.array(
          fc.record({ term: fc.string({ unit: "grapheme", maxLength: 3 }), explanation: fc.constant("x") }),
        ),
        (text, terms) =>
          markTerms(text, terms)
            .map((stretch) => stretch.text)
            .join("") === text,
      ),
      { seed },
    );
  });
});
