import assert from "node:assert/strict";
import fc from "fast-check";
import { plainLine, plainText, shortLine } from "../../../src/base/plain-text.ts";
import { fillIn, translator } from "../../../src/base/translate.ts";
import { daysBetween } from "../../../src/domain/dates.ts";
import { Effort, parseEffort, workingDays } from "../../../src/domain/effort.ts";
import { lettersFor, nextFreeLetter, OptionLetter } from "../../../src/domain/option-letter.ts";
import { personKey, samePerson } from "../../../src/domain/person.ts";
import { isContested, setRegister, unset, versionsOf } from "../../../src/domain/register.ts";
import { seed } from "../../support/seed.ts";

describe("reading how long something takes", () => {
  it("reads what people type, in English and French", () => {
    const read: readonly (readonly [string, object])[] = [
      ["2w", { likely: 2, unit: "weeks" }],
      ["2-3 weeks", { low: 2, high: 3, unit: "weeks" }],
      ["2/3/6 weeks", { low: 2, likely: 3, high: 6, unit: "weeks" }],
      ["2 months", { likely: 2, unit: "months" }],
      ["  3 SEMAINES ", { likely: 3, unit: "weeks" }],
      ["2 à 3 jours", { low: 2, high: 3, unit: "days" }],
      ["2 to 3 days", { low: 2, high: 3, unit: "days" }],
      ["1,5 mois", { likely: 1.5, unit: "months" }],
      ["0.5 day", { likely: 0.5, unit: "days" }],
      ["env. 2 j", { likely: 2, unit: "days" }],
      ["about 4 h.", { likely: 4, unit: "hours" }],
      ["6..2 wks", { low: 2, high: 6, unit: "weeks" }],
      ["6-2-3 wks", { low: 2, likely: 3, high: 6, unit: "weeks" }],
      ["0 d", { likely: 0, unit: "days" }],
    ];
    for (const [text, effort] of read) assert.deepEqual(parseEffort(text), effort, text);
  });

  it("does not guess", () => {
    for (const text of [
      "",
      "soon",
      "2",
      "two weeks",
      "2 sprints",
      "-2 weeks",
      "2w 3d",
      "1e9 weeks",
      "999999 weeks",
      "2 weeks or so",
    ])
      assert.equal(parseEffort(text), undefined, text);
  });

  it(`gives a valid effort or none, of any text (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9.,/ -]{0,20}(w|days|mois)?$/)), (text) => {
        const effort = parseEffort(text);
        if (effort !== undefined) assert.deepEqual(Effort.parse(effort), effort);
      }),
      { seed, numRuns: 2000 },
    );
  });

  it("puts amounts on one scale of working days", () => {
    const effort = parseEffort("2/3/6 weeks") ?? assert.fail();
    assert.deepEqual([workingDays(effort, "low"), workingDays(effort, "high")], [10, 30]);
    assert.equal(workingDays(parseEffort("4 h") ?? assert.fail(), "likely"), 0.5);
    assert.equal(workingDays(parseEffort("2 months") ?? assert.fail(), "low"), undefined);
  });
});

describe("option letters", () => {
  it("go from A to Z, then AA", () => {
    const taken = new Set<string>();
    const letters = Array.from({ length: 28 }, () => {
      const letter = nextFreeLetter(taken);
      taken.add(letter);
      return letter;
    });
    assert.deepEqual([letters[0], letters[25], letters[26], letters[27]], ["A", "Z", "AA", "AB"]);
    for (const letter of letters) assert.ok(OptionLetter.safeParse(letter).success);
  });

  it(`are each given once, to whoever claimed them first, where anybody did (seed ${seed})`, () => {
    assert.deepEqual(lettersFor(["A", "B", "A", "C", "A"]), ["A", "B", "D", "C", "E"]);
    fc.assert(
      fc.property(fc.array(fc.constantFrom("A", "B", "C", "D", "ZZ"), { maxLength: 20 }), (claimed) => {
        const letters = lettersFor(claimed);
        assert.equal(new Set(letters).size, claimed.length);
        for (const [at, letter] of claimed.entries())
          if (claimed.indexOf(letter) === at) assert.equal(letters[at], letter);
      }),
      { seed },
    );
  });
});

describe("a register", () => {
  const by = { name: "Ann", email: "" };
  const version = (value: string, event: string) => ({ value, event, by, at: "2026-11-22T10:00:00Z" });
  const never = () => false;
  const always = () => true;

  it("is settled while every value was seen by the next", () => {
    const register = setRegister(
      setRegister(unset(""), version("a", "1"), always),
      version("b", "2"),
      always,
    );
    assert.deepEqual(versionsOf(register), [version("b", "2")]);
    assert.equal(isContested(register), false);
  });

  it("keeps every different value that was not seen, the last as its value", () => {
    const register = ["a", "b", "a", "c"].reduce(
      (before, value, at) => setRegister(before, version(value, String(at)), never),
      unset(""),
    );
    assert.deepEqual(
      versionsOf(register).map(({ event }) => event),
      ["1", "2", "3"],
    );
    assert.equal(register.value, "c");
    assert.equal(isContested(register), true);
  });

  it("forgets only what was seen, of equal values too", () => {
    const both = setRegister(setRegister(unset(""), version("a", "1"), never), version("a", "2"), never);
    assert.equal(isContested(both), false);
    const third = setRegister(both, version("b", "3"), (event) => event === "2");
    assert.deepEqual(
      versionsOf(third).map(({ value, event }) => [value, event]),
      [
        ["a", "1"],
        ["b", "3"],
      ],
    );
  });
});

describe("people, days and texts", () => {
  it("are the same person by address, whatever its case; without one, by name", () => {
    const person = (name: string, email: string) => ({ name, email });
    assert.ok(samePerson(person("Ann", "Ann@Example.org"), person("A.", " ann@example.org")));
    assert.ok(samePerson(person("Ann", ""), person("ann ", "")));
    assert.equal(samePerson(person("Ann", ""), person("Ann", "ann@example.org")), false);
    assert.equal(personKey(person("Ann", "  ")), "ann");
  });

  it("are days apart across months, years and the change of clocks", () => {
    assert.equal(daysBetween("2026-03-28", "2026-03-30"), 2);
    assert.equal(daysBetween("2026-12-31", "2027-01-01"), 1);
    assert.equal(daysBetween("2028-03-01", "2028-02-28"), -2);
  });

  const whiteOrSteering = fc.constantFrom(...Array.from(" \n\r\t\u000B\u0085\u00A0\u200E\u2028\uFEFFab"));

  it(`are plain: nothing steers a terminal or turns the reading direction (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: whiteOrSteering })), (text) => {
        assert.equal(
          /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/.exec(
            plainText(text),
          ),
          null,
        );
        assert.equal(/[\n\t]|^\s|\s$| {2}/.exec(plainLine(text)), null);
        assert.equal(plainLine(text), plainText(text).replace(/\s+/g, " ").trim());
      }),
      { seed },
    );
    assert.equal(plainText("a\r\nb\rc\td"), "a\nb\nc\td");
    assert.equal(plainText("العربية"), "العربية");
  });

  it("are cut by characters, with a sign that something is left out", () => {
    assert.equal(shortLine("short", 5), "short");
    assert.equal(shortLine("longer", 5), "long…");
    assert.equal(shortLine("😀😀😀", 2), "😀…");
    assert.equal(shortLine("one two", 5), "one…");
  });

  it("are translated by their English text, with their values", () => {
    const french = translator({ "Decide by {date}": "À décider avant le {date}" });
    assert.equal(french("Decide by {date}", { date: "14 mars" }), "À décider avant le 14 mars");
    assert.equal(french("Not there {n}", { n: 1 }), "Not there 1");
    assert.equal(french("constructor"), "constructor");
    assert.equal(fillIn("{a} {b} {toString}", { a: "{b}", b: 2 }), "{b} 2 {toString}");
  });
});
