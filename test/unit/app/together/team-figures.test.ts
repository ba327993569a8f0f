import assert from "node:assert/strict";
import fc from "fast-check";
import type { Brief } from "../../../../src/domain/brief/brief.ts";
import { parseEffort } from "../../../../src/domain/effort.ts";
import type { Milestone } from "../../../../src/domain/milestone/milestone.ts";
import type { Note } from "../../../../src/domain/note.ts";
import type { Person } from "../../../../src/domain/person.ts";
import type { RecordName } from "../../../../src/domain/record-kinds.ts";
import { BeforeItHurt, Role } from "../../../../src/domain/words.ts";
import { teamFigures } from "../../../../src/app/together/team-figures.ts";
import { retroState } from "../../../../src/app/views/retro-state.ts";
import type { ViewScene } from "../../../../src/app/views/view-state.ts";
import { RetroRef } from "../../../../src/protocol/retro-state.ts";
import type { TeamFigure } from "../../../../src/protocol/team-figures-state.ts";
import { ann, ben, inEnglish, petra } from "../../../support/app-world.ts";
import { seed } from "../../../support/seed.ts";
import { Story } from "../../../support/story.ts";
import type { Said } from "../../../support/story.ts";

const TODAY = "2027-06-30";
const team = [ann, ben, petra];

interface Records {
  readonly notes?: readonly Note[];
  readonly milestones?: readonly Milestone[];
  readonly briefs?: readonly Brief[];
}

/** What a session's book would hold. */
function figuresOf({ notes = [], milestones = [], briefs = [] }: Records, today = TODAY) {
  const byId = <Kept extends { id: string }>(records: readonly Kept[]) =>
    new Map(records.map((record) => [record.id, record]));
  const kept: Partial<Record<RecordName, ReadonlyMap<string, unknown>>> = {
    milestone: byId(milestones),
    brief: byId(briefs),
  };
  const book = { notes: byId(notes), of: (kind: RecordName) => kept[kind] ?? new Map() };
  return teamFigures(book as Parameters<typeof teamFigures>[0], today, inEnglish);
}

const figure = (records: Records, about: TeamFigure["about"]) =>
  figuresOf(records).figures.find((one) => one.about === about) ?? assert.fail(about);

/** What is said of the last six months. */
const said = (records: Records, about: TeamFigure["about"]) =>
  figure(records, about).months[0]?.sentences ?? assert.fail();

const effort = (text: string) => parseEffort(text) ?? assert.fail(text);
const person = (at: number, of: readonly Person[] = team): Person => of[at % of.length] ?? ann;

interface Went {
  readonly beforeItHurt?: BeforeItHurt;
  readonly hurtFrom?: string;
  readonly took?: string;
}

const closing = ({ took, ...went }: Went = {}): Said => ({
  type: "close",
  as: "done",
  ...went,
  ...(took === undefined ? {} : { took: effort(took) }),
});

/** A note that was put on record on 1 March and closed in May. */
const closed = (by: Person, went: Went, on = "2027-05-10"): Note =>
  new Story(by, "2027-03-01").on(on).says(ann, closing(went)).note;

/** As many notes as there are answers, by everybody in turn. */
const answered = (answers: readonly BeforeItHurt[], people: readonly Person[] = team): Note[] =>
  answers.map((beforeItHurt, at) => closed(person(at, people), { beforeItHurt }));

/** One option on the table on 1 March, decided for so many days later. */
function decided(by: Person, days: number, time = "2-3 weeks", estimator = by): Story {
  const fields = { title: "Load by the page", effort: effort(time) };
  const story = new Story(estimator, "2027-03-01").says(estimator, {
    type: "tableOptions",
    options: [{ fields }],
  });
  return story
    .on(`2027-03-${String(1 + days).padStart(2, "0")}`)
    .says(by, { type: "decide", option: story.option("A"), because: "it is enough" });
}

const milestone = (moves: readonly { notice: number; by: Person }[]): Milestone =>
  ({
    id: "a".repeat(64),
    fields: { title: { value: "Returns chatbot" } },
    history: moves.map(({ by }) => ({ by })),
    moves: moves.map(({ notice, by }) => ({ notice, by, at: "2027-05-02T10:00:00Z" })),
  }) as unknown as Milestone;

describe("how the team is doing", () => {
  describe("on record before it hurt", () => {
    it("is said beside what was flagged and never needed, and never without", () => {
      const notes = answered(["yes", "yes", "partly", "no", "neverNeeded", "yes", "neverNeeded"]);
      assert.deepEqual(said({ notes }, "surfaced"), [
        "On record before it hurt: 3 of 7; in part: 1; not: 1.",
        "Flagged and never needed: 2 of 7.",
        "How long before: too early to say, too few give the day.",
      ]);
    });

    it("says how long before, of those that were first and give the day", () => {
      const days = ["2027-03-05", "2027-03-11", "2027-03-21", "2027-03-31", "2027-04-10"];
      const notes = [
        ...days.map((hurtFrom, at) => closed(person(at), { beforeItHurt: "yes", hurtFrom })),
        closed(ann, { beforeItHurt: "no", hurtFrom: "2027-02-01" }),
      ];
      assert.equal(
        said({ notes }, "surfaced")[2],
        "3 of the 5 that give the day were on record 20 days before it, or longer.",
      );
    });

    it("counts nothing that was skipped, is open, or is put off", () => {
      const notes = [
        ...answered(["yes", "yes", "no", "no"]),
        closed(ann, {}),
        new Story(ben, "2027-03-01").note,
        new Story(petra, "2027-03-01").says(ann, { type: "close", as: "putOff" }).note,
      ];
      assert.deepEqual(said({ notes }, "surfaced"), [
        "Too early to say: 4 of 5 closed notes. This page counts for the team only, never for a person.",
      ]);
    });
  });

  describe("how long questions and decisions wait", () => {
    const asked = (answerer: Person, days: number): Note => {
      const story = new Story(ann, "2027-03-01").says(petra, { type: "ask", text: "Why?" });
      return story
        .on(`2027-03-${String(1 + days).padStart(2, "0")}`)
        .says(answerer, { type: "answer", question: story.question, text: "Because" }).note;
    };

    it("is one figure for both, with what still waits", () => {
      const notes = [asked(ann, 2), asked(ben, 4), decided(petra, 10).note, decided(petra, 12).note];
      const waiting = new Story(ben, "2027-06-29").says(petra, { type: "ask", text: "And now?" }).note;
      assert.deepEqual(said({ notes: [...notes, waiting] }, "waits"), [
        "3 of 5 waited 4 days or less.",
        "Still waiting: 1 of 5.",
      ]);
    });

    it("is never split: no figure is about questions alone, or about decisions alone", () => {
      const notes = [1, 2, 3, 4, 5].flatMap((days) => [
        asked(person(days), days),
        decided(person(days), days).note,
      ]);
      const waits = figuresOf({ notes }).figures.filter(({ about }) => about === "waits");
      assert.equal(waits.length, 1);
      assert.match(waits[0]?.definition ?? "", /Both are one figure/);
      assert.match(waits[0]?.months[0]?.sentences[0] ?? "", /^6 of 10 /);
    });

    it("ends where the note is closed, and never before it began", () => {
      const story = new Story(ann, "2027-03-10").says(petra, { type: "ask", text: "Why?" });
      const early = story.on("2027-03-02").says(ben, closing()).note;
      const { cases } = figure({ notes: [early] }, "waits").months[0] ?? assert.fail();
      assert.deepEqual(
        cases.map(({ sentence }) => sentence),
        ["A question waited 0 days."],
      );
    });

    it("leaves decisions of an incident out: they are made on a call", () => {
      const story = new Story(ann, "2027-03-01", { kind: "incident" });
      story.says(ann, { type: "tableOptions", options: [{ fields: { title: "Roll back" } }] });
      assert.deepEqual(figuresOf({ notes: [story.note] }).figures, []);
    });

    it("counts what is asked of a why, too", () => {
      const by = ann;
      const challenge = { at: "2027-03-01T10:00:00Z", by, replies: [] };
      const brief = {
        id: "b".repeat(64),
        fields: { scope: { value: null } },
        history: [challenge],
        challenges: [challenge],
      } as unknown as Brief;
      const { cases } = figure({ briefs: [brief] }, "waits").months[0] ?? assert.fail();
      assert.deepEqual(cases, [
        { of: "brief", record: brief.id, title: "Why", sentence: "A question has waited 121 days so far." },
      ]);
    });
  });

  describe("ranges and outcomes", () => {
    const outcomes = (times: readonly string[], people: readonly Person[] = team): Note[] =>
      times.map(
        (took, at) =>
          decided(petra, 1, "2-3 weeks", person(at, people)).on("2027-05-02").says(ann, closing({ took }))
            .note,
      );

    it("are about the ranges: ask for wider ones", () => {
      const notes = outcomes(["2w", "3w", "10 days", "4w", "5w", "2 months", "2-3 weeks", "1w"]);
      assert.deepEqual(said({ notes }, "ranges"), [
        "Inside the range, 4 of 8.",
        "Longer than the range, 3 of 8: ask for wider ranges.",
        "Shorter than the range, 1 of 8.",
      ]);
    });

    it("ask for nothing where nothing took longer, and use no share in percent", () => {
      const words = said({ notes: outcomes(["2w", "2w", "2w", "3w", "1w"]) }, "ranges").join(" ");
      assert.equal(
        words,
        "Inside the range, 4 of 5. Longer than the range, 0 of 5. Shorter than the range, 1 of 5.",
      );
    });

    it("leave out what had one number and no range", () => {
      const note = decided(ann, 1, "2 weeks").says(ann, closing({ took: "2 weeks" })).note;
      assert.deepEqual(figure({ notes: [note] }, "ranges").months[0]?.cases, []);
    });
  });

  it("sets dates moved with two weeks' notice against those without", () => {
    const moves = [20, 14, 13, 0, -3].map((notice, at) => ({ notice, by: person(at) }));
    assert.deepEqual(said({ milestones: [milestone(moves)] }, "notice"), [
      "With notice, 2 of 5; without, 3 of 5.",
    ]);
  });

  it("is said of the last six months, and of the six before, which have no day in common", () => {
    const notes = ["2026-07-01", "2026-12-30", "2026-12-31", "2027-06-30", "2027-07-01", "2026-06-30"].map(
      (on) => closed(ann, { beforeItHurt: "yes" }, on),
    );
    assert.deepEqual(
      figure({ notes }, "surfaced").months.map(({ label, cases }) => [label, cases.length]),
      [
        ["The last six months", 3],
        ["The six months before", 2],
      ],
    );
  });

  it("is one sentence while there is nothing to say", () => {
    const tooEarly = (n: number) =>
      `Too early to say: ${n} of 5 closed notes. This page counts for the team only, never for a person.`;
    assert.deepEqual(figuresOf({}), { tooEarly: tooEarly(0), figures: [] });
    const notes = [closed(ann, {}), closed(ben, {}), new Story(ann, "2027-03-01").note];
    assert.deepEqual(figuresOf({ notes }), { tooEarly: tooEarly(2), figures: [] });
  });

  it("lists the newest cases where there is no figure, and says how many more there are", () => {
    const notes = Array.from({ length: 25 }, (_, at) =>
      closed(ann, { beforeItHurt: "yes" }, `2027-05-${String(at + 1).padStart(2, "0")}`),
    );
    const { cases, more } = figure({ notes }, "surfaced").months[0] ?? assert.fail();
    assert.deepEqual([cases.length, more, cases[0]?.record], [20, 5, notes.at(-1)?.id]);
  });
});

describe("no figure of a person", () => {
  /** Notes in which everything that the figures measure happens, by whom ever. */
  const notes = [
    ...answered([...BeforeItHurt.options, ...BeforeItHurt.options], [ann]),
    ...Array.from({ length: 16 }, (_, at) => {
      const story = decided(ann, at).says(ann, { type: "ask", text: "Why?" });
      if (at % 2 === 0) story.says(ann, { type: "answer", question: story.question, text: "Because" });
      const hurt: Went = {
        beforeItHurt: at % 4 === 1 ? "partly" : "yes",
        hurtFrom: `2027-04-${at + 2 < 10 ? `0${at + 2}` : at + 2}`,
      };
      const took = ["1w", "2w", "3w", "2 months"][at % 4] ?? "1w";
      return at % 5 === 0 ? story.note : story.says(ann, closing({ ...hurt, took })).note;
    }),
  ];

  /** Any part of them, and some moves of a date. */
  const records = fc
    .record({ some: fc.subarray(notes), moves: fc.nat(8) })
    .map(({ some, moves }): Records => ({
      notes: some,
      milestones: [milestone(Array.from({ length: moves }, (_, at) => ({ notice: at * 5, by: ann })))],
    }));

  const crowd: readonly Person[] = ["Ann", "Ben", "Petra", "Cem", "Dana"].map((name) => ({
    name,
    email: `${name.toLowerCase()}@example.org`,
  }));

  /** The same record, with other people at work: whoever stands somewhere is taken from `cast`, in turn. */
  function castAs<Record>(record: Record, cast: readonly Person[]): Record {
    let at = 0;
    const walk = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(walk);
      if (typeof value !== "object" || value === null) return value;
      if ("name" in value && "email" in value) return person(at++, cast);
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)]));
    };
    return walk(record) as Record;
  }

  /** Which sentences say that there is no figure. */
  const unsaid = ({ figures }: ReturnType<typeof figuresOf>) =>
    figures.flatMap(({ months }) =>
      months.flatMap(({ sentences }) => sentences.map((sentence) => /^Too |too early/.test(sentence))),
    );

  const isFigure = ({ figures }: ReturnType<typeof figuresOf>) =>
    figures.flatMap(({ about, months }) => months.flatMap(({ enough }) => (enough ? [about] : [])));

  it(`is there of two people or one, whatever they did (seed ${seed})`, () => {
    fc.assert(
      fc.property(
        records,
        fc.shuffledSubarray([...crowd], { minLength: 1, maxLength: 2 }),
        (record, cast) => {
          assert.deepEqual(isFigure(figuresOf(castAs(record, cast))), []);
        },
      ),
      { seed, numRuns: 600 },
    );
  });

  it(`is there of one person under several addresses, or several names (seed ${seed})`, () => {
    const addresses = crowd.map(({ email }) => ({ name: "Ann", email }));
    const names = crowd.map(({ name }) => ({ name, email: "ann@example.org" }));
    // Three addresses and three names, of two people.
    const both = [ann, { ...ann, name: "Ann K." }, ben, { ...ben, email: "ben@home.example" }];
    fc.assert(
      fc.property(records, fc.constantFrom(addresses, names, both), (record, cast) => {
        assert.deepEqual(isFigure(figuresOf(castAs(record, cast))), []);
      }),
      { seed, numRuns: 60 },
    );
  });

  it("is there of two people of whom one signs in two ways, where a third way that joins them is anywhere in the record", () => {
    const cast = [{ ...ann, name: "Ann K." }, { ...ann, email: "ann@home.example" }, ben];
    const notes = answered(["yes", "yes", "no", "no", "partly"], cast);
    // All of them were closed by Ann, which is not what is counted.
    assert.deepEqual(isFigure(figuresOf({ notes })), []);
  });

  it("can be had by another way to ask: whoever asks, in whatever role, of whatever retro, gets the same", async () => {
    const asked = [ann, ben].map((by, at) => ({
      id: String(at).repeat(64),
      opened: { by, at: "2027-05-02T10:00:00Z" },
      fields: {
        name: { value: "Sprint 14", versions: [] },
        period: { value: null, versions: [] },
        closed: { value: at === 1, versions: [] },
      },
      history: [],
      words: [],
      startedWithout: [],
      actions: [],
      unread: [],
    }));
    const kept: Partial<Record<RecordName, ReadonlyMap<string, unknown>>> = {
      retro: new Map(asked.map((retro) => [retro.id, retro])),
    };
    const record = castAs(notes, crowd);
    const book = {
      notes: new Map(record.map((note) => [note.id, note])),
      of: (kind: RecordName) => kept[kind] ?? new Map(),
    };
    const states = await Promise.all(
      [undefined, ...asked.map(({ id }) => id)].flatMap((id) =>
        [undefined, ...crowd].flatMap((me) =>
          [null, ...Role.options].map((role) =>
            retroState(id, {
              repository: "shop",
              book,
              viewer: { me, role, today: TODAY, wording: inEnglish },
              typedOf: () => Promise.resolve({}),
            } as unknown as ViewScene),
          ),
        ),
      ),
    );
    const [first] = states;
    assert.ok(first !== undefined && isFigure(first.figures).length > 0);
    for (const state of states) assert.deepEqual(state?.figures, first.figures);
    assert.deepEqual(Object.keys(RetroRef.def.shape).sort(), ["id", "repository", "view"]);
  });

  it(`can be told from the state: who of three or more did what leaves it as it is (seed ${seed})`, () => {
    let withFigures = 0;
    fc.assert(
      fc.property(
        records,
        fc.shuffledSubarray([...crowd], { minLength: 3 }),
        fc.shuffledSubarray([...crowd], { minLength: 3 }),
        (record, one, other) => {
          const first = figuresOf(castAs(record, one));
          const second = figuresOf(castAs(record, other));
          // Where a figure has fewer than three people behind it in one of the two, it is not there.
          fc.pre(unsaid(first).join() === unsaid(second).join());
          withFigures += isFigure(first).length;
          assert.deepEqual(first, second);
        },
      ),
      { seed, numRuns: 60 },
    );
    assert.ok(withFigures > 30, `${withFigures} figures were compared`);
  });
});
