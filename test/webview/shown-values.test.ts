import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { projectRoot } from "../../scripts/project.ts";
import { english, translator } from "../../src/base/translate.ts";
import { parseEffort } from "../../src/domain/effort.ts";
import { shownValues } from "../../src/webview/shown-values.ts";

const inEnglish = shownValues("en", "2027-02-24", english);
const french = JSON.parse(readFileSync(path.join(projectRoot, "l10n/bundle.l10n.fr.json"), "utf8")) as Record<
  string,
  string
>;
const inFrench = shownValues("fr", "2027-02-24", translator(french));
const effort = (text: string) => parseEffort(text)!;

describe("dates, numbers and durations on screen", () => {
  it("keep the unit that was typed", () => {
    assert.equal(inEnglish.effort(effort("2 months")), "2 months, no range given");
    assert.equal(inEnglish.effort(effort("2-3 weeks")), "2 to 3 weeks");
    assert.equal(inEnglish.effort(effort("2/2.5/3 weeks")), "2 to 3 weeks, likely 2½");
    assert.equal(inEnglish.spokenEffort(effort("2/2.5/3 weeks")), "2 to 3 weeks, most likely 2½");
    assert.equal(inEnglish.effort(effort("1 day")), "1 day, no range given");
    assert.equal(inEnglish.effort(effort("0.5 days")), "½ day, no range given");
    assert.equal(inEnglish.effort({ high: 3, unit: "days" }), "up to 3 days");
    assert.equal(inEnglish.effort({ low: 3, likely: 4, unit: "days" }), "at least 3 days, likely 4");
  });

  it("follow the language", () => {
    assert.equal(inFrench.effort(effort("2/2.5/3 weeks")), "2 à 3 semaines, plutôt 2,5");
    assert.equal(inFrench.effort(effort("1.5 semaines")), "1,5 semaine, sans fourchette");
    assert.equal(inFrench.day("2027-03-14"), "14 mars");
    assert.equal(inEnglish.number(41000), "41,000");
    assert.equal(inFrench.number(41000).replace(/\s/gu, " "), "41 000");
  });

  it("show a day without the year it is in, and with any other", () => {
    assert.equal(inEnglish.day("2027-03-14"), "14 March");
    assert.equal(inEnglish.day("2028-03-14"), "14 March 2028");
    assert.equal(inEnglish.shortDay("2027-03-31"), "31 Mar");
  });

  it("show a moment in the zone it was written in", () => {
    assert.equal(inEnglish.moment("2027-02-22T23:12:04+01:00"), "22 February, 23:12");
    assert.equal(inEnglish.moment("2026-11-22T00:05:00-08:00"), "22 November 2026, 00:05");
  });

  it("fall back to English for a language tag that is none", () => {
    assert.equal(shownValues("not a tag!", "2027-02-24", english).day("2027-03-14"), "14 March");
  });
});
