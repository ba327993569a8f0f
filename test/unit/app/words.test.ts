import assert from "node:assert/strict";
import { dayWords, onDay, since } from "../../../src/app/date-words.ts";
import { effortWords } from "../../../src/app/effort-words.ts";
import { explainRefusal } from "../../../src/app/explain-refusal.ts";
import { historySentence } from "../../../src/app/history-sentence.ts";
import { noteValueWords } from "../../../src/app/value-words.ts";
import { laterBy } from "../../../src/app/moments.ts";
import { failureWords, rewrittenWords, ruleIn } from "../../../src/app/sync-words.ts";
import type { Wording } from "../../../src/app/wording.ts";
import { translator } from "../../../src/base/translate.ts";
import type { EventType } from "../../../src/domain/record-kinds.ts";
import { parseEffort } from "../../../src/domain/effort.ts";
import type { Refusal } from "../../../src/protocol/action.ts";
import type { RemoteFailureReason } from "../../../src/store/remote-failure.ts";
import { ann, inEnglish } from "../../support/app-world.ts";
import { Story } from "../../support/story.ts";
import french from "../../../l10n/bundle.l10n.fr.json" with { type: "json" };

const inFrench: Wording = { translate: translator(french), language: "fr" };

describe("dates in words", () => {
  const today = "2026-11-22";
  it("are near or far, as people say them", () => {
    const words = (day: string) => since(`${day}T23:59:59+01:00`, today, inEnglish);
    assert.deepEqual(
      ["2026-11-22", "2026-11-21", "2026-11-17", "2026-11-15", "2025-11-22", "2027-01-01"].map(words),
      [
        "since today",
        "since yesterday",
        "since Tuesday",
        "since 15 November",
        "since 22 November 2025",
        "since today",
      ],
    );
  });

  it("are said in French", () => {
    const words = (day: string) => since(`${day}T10:00:00+01:00`, today, inFrench);
    assert.deepEqual(["2026-11-22", "2026-11-21", "2026-11-17", "2026-11-15"].map(words), [
      "depuis aujourd'hui",
      "depuis hier",
      "depuis mardi",
      "depuis le 15 novembre",
    ]);
    assert.equal(onDay("2026-11-17T10:00:00+01:00", today, inFrench), "mardi");
    assert.equal(onDay("2026-11-01T10:00:00+01:00", today, inFrench), "le 1 novembre");
  });

  it("are those of the zone they were written in", () => {
    assert.equal(since("2026-11-21T00:30:00+14:00", today, inEnglish), "since yesterday");
    assert.equal(dayWords("2026-03-29", today, inEnglish), "29 March");
  });

  it("do not fail where the language is no language", () => {
    assert.equal(dayWords("2026-03-01", today, { ...inEnglish, language: "not a language!" }), "1 March");
  });

  it("go on in the zone they were in", () => {
    assert.equal(laterBy("2026-11-22T23:59:55+01:00", 10_000), "2026-11-23T00:00:05.000+01:00");
    assert.equal(laterBy("2026-11-22T23:59:55-08:30", 10_000), "2026-11-23T00:00:05.000-08:30");
    assert.equal(laterBy("2026-11-22T23:59:55Z", 10_000), "2026-11-23T00:00:05.000Z");
  });
});

describe("how long, in words", () => {
  it("is in the unit typed, and never invents a range", () => {
    const words = (text: string, wording = inEnglish) =>
      effortWords(parseEffort(text) ?? assert.fail(), wording);
    assert.deepEqual(
      ["2w", "1 month", "2-3 weeks", "1/2.5/3 days", "0.5h"].map((text) => words(text)),
      [
        "2 weeks, no range given",
        "1 month, no range given",
        "2 to 3 weeks",
        "1 to 3 days, likely 2.5",
        "0.5 hours, no range given",
      ],
    );
    assert.deepEqual(
      ["2-3 weeks", "1.5 months", "1 day"].map((text) => words(text, inFrench)),
      ["2 à 3 semaines", "1,5 mois, sans fourchette", "1 jour, sans fourchette"],
    );
  });
});

describe("refusals in words", () => {
  const refusals: readonly Refusal[] = [
    { kind: "noSuchNote" },
    { kind: "noSuchPart" },
    { kind: "titleMissing" },
    { kind: "textMissing" },
    { kind: "impactMissing" },
    { kind: "becauseMissing" },
    { kind: "alreadyDiffered" },
    { kind: "notTheAsker" },
    { kind: "nameMissing" },
    { kind: "newerRecord" },
    { kind: "tooLarge", what: "line", bytes: 300_000, limit: 262_144 },
    { kind: "tooLarge", what: "record", bytes: 2_000_000, limit: 1_048_576 },
    { kind: "notWritable", detail: "ENOSPC: no space left on device, fatal" },
    { kind: "readOnly" },
  ];

  it("say what happened and what to do, each in its own words, without a code", () => {
    for (const wording of [inEnglish, inFrench]) {
      const words = refusals.map((refusal) => explainRefusal(refusal, wording));
      assert.equal(new Set(words).size, words.length);
      for (const sentence of words) assert.equal(/ENOSPC|fatal|!|\{/.exec(sentence), null, sentence);
    }
  });

  it("name sizes", () => {
    assert.match(explainRefusal(refusals[10] ?? assert.fail(), inEnglish), /293 KB, and 256 KB fit/);
    assert.match(explainRefusal(refusals[11] ?? assert.fail(), inEnglish), /1,954 KB, and 1,024 KB fit/);
  });
});

describe("failed syncs in words", () => {
  const reasons: readonly RemoteFailureReason[] = [
    "needsSignIn",
    "mayNotPush",
    "refusedByRule",
    "notFound",
    "notOurs",
    "nameTaken",
    "unreachable",
    "timedOut",
    "cancelled",
    "notWritable",
    "couldNotSign",
    "unknown",
  ];

  it("say each what to do, and never git's own words", () => {
    for (const wording of [inEnglish, inFrench])
      for (const waiting of [0, 1, 3]) {
        const words = reasons.map((reason) =>
          failureWords(
            { reason, detail: "fatal: boom 128" },
            { remote: "origin", branch: "sightline", waiting },
            wording,
          ),
        );
        assert.equal(new Set(words).size, words.length);
        for (const sentence of words) assert.equal(/fatal|boom|\{|!/.exec(sentence), null, sentence);
      }
  });

  it("name the rule that a host named", () => {
    const github = `remote: error: GH006: Protected branch update failed for refs/heads/sightline.
remote: error: Changes must be made through a pull request.
To https://github.com/shop/app.git
 ! [remote rejected] 0abc -> sightline (protected branch hook declined)
error: failed to push some refs`;
    assert.equal(ruleIn(github), "protected branch hook declined");
    const gitlab =
      "remote: \nremote: ========\nremote: GitLab: You are not allowed to push code to protected branches on this project.\nremote: ";
    assert.equal(ruleIn(gitlab), "You are not allowed to push code to protected branches on this project.");
    assert.equal(ruleIn("error: failed"), undefined);
    assert.equal(ruleIn(`remote: ${"x".repeat(500)}\u202E`)?.length, 120);
    assert.match(
      failureWords(
        { reason: "refusedByRule", detail: github },
        { remote: "origin", branch: "sightline", waiting: 1 },
        inEnglish,
      ),
      /^origin refused the push: “protected branch hook declined”\./,
    );
  });

  it("name three titles of what is gone, and say that there is more", () => {
    const gone = new Map([1, 2, 3, 4].map((number) => [String(number), 1]));
    assert.match(
      rewrittenWords(
        {
          remote: "origin",
          branch: "sightline",
          waiting: 0,
          deleted: false,
          gone,
          titleOf: (id) => `Note ${id}`,
        },
        inEnglish,
      ),
      /in 4 notes: “Note 1”, “Note 2”, “Note 3” …\. Nothing is lost here/,
    );
  });
});

describe("the history in words", () => {
  it("has a sentence for every kind of event", () => {
    const { note } = new Story(ann, "2026-11-10");
    const types: readonly EventType[] = [
      "noteOpened",
      "noteEdited",
      "anchorAdded",
      "evidenceAdded",
      "labelAdded",
      "itemsRemoved",
      "optionAdded",
      "optionEdited",
      "questionAsked",
      "questionAnswered",
      "questionFurthered",
      "questionAccepted",
      "decided",
      "dissented",
      "heard",
      "commented",
    ];
    const said = { id: note.id, by: ann, at: "2026-11-10T10:00:00Z", text: "words", fields: ["title"] };
    for (const wording of [inEnglish, inFrench]) {
      const sentences = types.map((type) => historySentence({ ...said, type }, note, wording));
      assert.equal(new Set(sentences).size, types.length);
      for (const sentence of sentences) assert.equal(/newer|récent|\{/.exec(sentence), null, sentence);
    }
    assert.match(historySentence({ ...said, type: "pollOpened" }, note, inEnglish), /newer Sightline/);
  });

  it("says of a closed note how it went", () => {
    const took = { low: 2, high: 3, unit: "weeks" } as const;
    const closed = {
      as: "done",
      because: "paged",
      took,
      beforeItHurt: "yes",
      hurtFrom: "2026-11-20",
    } as const;
    const scene = { note: new Story(ann, "2026-11-10").note, today: "2026-12-01", wording: inEnglish };
    assert.equal(
      noteValueWords("closed", closed, scene),
      [
        "Done: paged",
        "It took 2 to 3 weeks.",
        "On record before it hurt: Yes.",
        "It began to hurt on 20 November.",
      ].join("\n"),
    );
  });

  it("says how a note ended, and that it was opened again", () => {
    const story = new Story(ann, "2026-11-10")
      .says(ann, { type: "close", as: "acceptedAsIs" })
      .says(ann, { type: "reopen" });
    assert.deepEqual(
      story.note.history.map((entry) => historySentence(entry, story.note, inEnglish)),
      ["Put this on record.", "Closed it: Accepted as it is.", "Opened it again."],
    );
  });
});
