import assert from "node:assert/strict";
import fc from "fast-check";
import { plainLine } from "../../../src/base/plain-text.ts";
import { english } from "../../../src/base/translate.ts";
import { foldRecord } from "../../../src/domain/fold.ts";
import type { Note } from "../../../src/domain/note.ts";
import { recordPath } from "../../../src/git/record-path.ts";
import { badgeLabel, deciderLabel, kindLabel, statusLabel } from "../../../src/protocol/labels.ts";
import { notePagePath } from "../../../src/store/pages/note-page-path.ts";
import { mayWritePages, PAGES_VERSION, PAGES_VERSION_PATH } from "../../../src/store/pages/pages-version.ts";
import type { PageRecords } from "../../../src/store/pages/page-records.ts";
import { renderPages } from "../../../src/store/pages/render-pages.ts";
import { badgeWords, deciderWords, kindWords, statusText } from "../../../src/store/pages/words.ts";
import { ann, ben, petra } from "../../support/app-world.ts";
import { Story } from "../../support/story.ts";
import { seed } from "../../support/seed.ts";

const hostile = [
  "<img src=x onerror=alert(1)> <script>alert(1)</script>",
  "[click](javascript:alert) ![x](https://evil.example/x.png) **bold** `code` # h",
  "a | b || c </td></table> <!-- d",
  "\u001b[2J\u001b]0;owned\u0007 red\u202egpj.exe\u2066",
  "../../../etc/passwd",
  "--upload-pack=touch owned",
  "__proto__",
  "@everyone me@evil.example #12",
];

const of = (notes: readonly Note[]): PageRecords => ({
  notes,
  milestones: new Map(),
  briefs: [],
  retros: [],
});

const pagesOf = (notes: readonly Note[], changed = notes): ReadonlyMap<string, string> =>
  new Map(renderPages(of(notes), new Set(changed.map(({ id }) => id))).map(({ path, text }) => [path, text]));

const pageOf = (note: Note): string => pagesOf([note]).get(notePagePath(note.id)) ?? assert.fail("no page");

function everything(): Story {
  const story = new Story(ann, "2026-11-10", {
    title: "One query loads every product",
    impact: "Search takes over 5 s for large shops.\n\nThe first is expected in March.",
    kind: "bottleneck",
    neededBy: { day: "2027-03-14", why: "the spring release" },
    costOfDelay: "two shops a week",
    context: "It was written for ten products.",
    owner: ann,
  });
  story.says(ann, {
    type: "addAnchor",
    anchor: {
      path: "src/search.ts",
      startLine: 3,
      endLine: 4,
      quote: ["const all = load();", "```"],
      symbol: "search",
    },
  });
  story.says(ann, { type: "addEvidence", text: "p95 is 5.2 s", source: "load test", date: "2026-11-09" });
  story.on("2026-11-12").says(ben, {
    type: "tableOptions",
    options: [
      {
        fields: {
          title: "Cache",
          implications: "Search takes 1 s",
          effort: { low: 2, high: 3, likely: 2.5, unit: "weeks" },
          people: "1 person",
          confidence: "fairlySure",
          givesUp: "Fresh prices",
          risks: [{ text: "Stale prices", likelihood: "possible", hurt: "some", response: "mitigate" }],
          reversibility: "easily",
        },
      },
      { fields: { title: "Rewrite", effort: { likely: 2, unit: "months" } } },
      { doNothing: true, fields: { implications: "It gets worse" } },
    ],
    recommendation: { index: 0, because: "it is quick" },
  });
  story.says(petra, { type: "ask", text: "What would users notice?", options: [story.option("A")] });
  story.says(ben, { type: "answer", question: story.question, text: "Prices up to an hour old" });
  story.on("2026-11-20").says(petra, {
    type: "decide",
    option: story.option("A"),
    because: "it helps in March.",
    restsOn: [story.note.evidence[0]?.id ?? ""],
    revisitOn: "2027-04-01",
    revisitIf: "prices are wrong",
  });
  story.says(ann, { type: "differ", decision: story.decision, because: "it hides the cause", commits: true });
  story.says(petra, { type: "hear", text: "The date can't move", backBy: "2026-12-01" });
  story.says(ann, { type: "comment", text: "Started" });
  return story;
}

describe("the page of a note", () => {
  it("tells all that is on record, in the order of the panel", () => {
    assert.equal(
      pageOf(everything().note),
      `# One query loads every product

Bottleneck · Decided · Open question · Needed by 2027-03-14: the spring release · Owner: Ann · On record since 2026-11-10, by Ann

## Effect on users

Search takes over 5 s for large shops.

The first is expected in March.

## Decided

**✓ Decided: A (Cache), because it helps in March.** (Petra, 2026-11-20)

- It rests on: p95 is 5.2 s
- Look at it again on 2027-04-01, or if prices are wrong
- Ann sees it differently, because it hides the cause, and supports the decision.

## Ways to go

|  | A ✓ Decided | B | C |
| --- | --- | --- | --- |
| In a few words | Cache | Rewrite | Do nothing |
| What users get or lose | Search takes 1 s |  | It gets worse |
| How long | 2 to 3 weeks, likely 2.5 · 1 person · fairly sure | 2 months, no range given |  |
| What we give up | Fresh prices |  |  |
| Risks | Stale prices (possible, hurts, mitigate) |  |  |
| Can it be undone? | Easily |  |  |

Engineering would take A, because it is quick.

## Questions

**Petra asks (about A):** What would users notice? Answered.

- Ben answers: Prices up to an hour old

## What waiting costs

two shops a week

## Background

It was written for ten products.

## Evidence

- p95 is 5.2 s (load test, 2026-11-09)

## Places in the code

src/search.ts, lines 3 to 4, in search

\`\`\`\`
const all = load();
\`\`\`
\`\`\`\`

## Said since

- Petra, 2026-11-20: Heard: The date can't move (comes back by 2026-12-01)
- Ann, 2026-11-20: Started

---

Names are as set in git by whoever wrote. Sightline writes this page from the record; what is changed here is written over.
`,
    );
  });

  it("shows whatever title, effect, path and author hold as text, and leads nowhere by it", () => {
    for (const text of hostile) {
      const by = { name: text, email: text };
      const note = new Story(by, "2026-11-10", { title: text, impact: text, owner: by })
        .says(by, { type: "addAnchor", anchor: { path: text, startLine: 1, endLine: 1, symbol: text } })
        .says(by, { type: "comment", text }).note;
      const pages = pagesOf([note]);
      for (const [path, page] of pages) {
        assert.match(path, /^[a-z0-9./-]+$|^README\.md$/i);
        assert.equal(path.includes(".."), false);
        const links = page.match(/\]\([^)]*\)/g) ?? [];
        for (const link of links) assert.match(link, /^\]\((?:\.\.\/)*[a-z0-9/.-]+\.md\)$/i);
        assert.doesNotMatch(
          page,
          /<|!\[|:\/\/|@e|[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/,
        );
      }
      const shown = pageOf(note)
        .replace(/&#(\d+);/g, (_all, code: string) => String.fromCharCode(Number(code)))
        .replace(/\u2060/g, "");
      const times = shown.split(plainLine(text)).length - 1;
      // Title, effect, owner, who flagged it, path and symbol, and the comment with who said it.
      assert.ok(times >= 8, `${times}: ${shown}`);
    }
  });

  it("says what is not known, and leaves out what nobody has said", () => {
    const page = pageOf(new Story(ann, "2026-11-10", { title: "Slow", impact: "" }).note);
    assert.match(page, /## Effect on users\n\nNot known yet\./);
    assert.equal(page.match(/^## /gm)?.length, 1);
  });

  it("shows no address of anybody", () => {
    assert.equal(pageOf(everything().note).includes("example.org"), false);
  });

  it("says that a note is decided twice, and shows both decisions", () => {
    const story = everything();
    const seen = story.note;
    story.without(petra, { type: "decide", option: story.option("A"), because: "quick" }, seen);
    story.without(ben, { type: "decide", option: story.option("B"), because: "lasting" }, seen);
    const page = pageOf(story.note);
    assert.match(page, /Decided twice\. Talk, then settle it\./);
    assert.match(page, /Decided: A \(Cache\), because quick/);
    assert.match(page, /Decided: B \(Rewrite\), because lasting/);
  });

  it(`is in the folder of its record, under the first 12 digits of its id (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9a-f]{64}$/), (id) => {
        const folder = recordPath(id)
          .replace(/^records\//, "")
          .replace(/\/[^/]*$/, "");
        assert.equal(notePagePath(id), `notes/${folder}/${id.slice(0, 12)}.md`);
      }),
      { seed },
    );
  });

  it("holds both notes where two ids begin alike", () => {
    const [one, other] = [
      new Story(ann, "2026-11-10", { title: "One" }).note,
      new Story(ann, "2026-11-10", { title: "Other" }).note,
    ];
    const twin = { ...other, id: one.id.slice(0, 12) + other.id.slice(12) };
    const page = pagesOf([one, twin], [twin]).get(notePagePath(one.id)) ?? "";
    assert.match(page, /# One[^]*# Other|# Other[^]*# One/);
  });
});

describe("the first page", () => {
  it("lists what is open, what is due first, and links to everything", () => {
    const open = new Story(ann, "2026-11-10", { title: "No date" });
    const due = new Story(ann, "2026-11-10", { title: "In March", neededBy: { day: "2027-03-14" } });
    const sooner = new Story(ann, "2026-11-10", {
      title: "In December",
      neededBy: { day: "2026-12-14" },
      impact: "",
    });
    const closed = new Story(ann, "2026-10-10", { title: "Over", kind: "techDebt" }).says(ann, {
      type: "close",
      as: "done",
    });
    const page =
      pagesOf([open, everything(), due, sooner, closed].map(({ note }) => note)).get("README.md") ?? "";
    const rows = [...page.matchAll(/^\| (\S*) \| \[(.*)\]\((.*)\) \| (.*) \| (.*) \|$/gm)].map(
      ([, ...cells]) => cells,
    );
    assert.deepEqual(
      rows.map(([day, title, , status, waits]) => [day, title, status, waits]),
      [
        ["2026-12-14", "In December", "On record", "the effect on users"],
        ["2027-03-14", "In March", "On record", "a way out"],
        ["", "No date", "On record", "a way out"],
        ["2027-03-14", "One query loads every product", "Decided", "being done"],
      ],
    );
    assert.equal(rows[2]?.[2], notePagePath(open.note.id));
    assert.match(page, /\| Month \| Bottleneck \| Tech debt \|/);
    assert.match(page, /\| 2026-10 \|  \| \[1\]\(by-month\/2026-10\/tech-debt\.md\) \|/);
  });

  it("has 200 rows at most, and says how many more there are", () => {
    const { note } = new Story(ann, "2026-11-10");
    const notes = Array.from({ length: 1234 }, (_, at) => ({
      ...note,
      id: at.toString(16).padStart(64, "0"),
    }));
    const page = pagesOf(notes, notes.slice(0, 1)).get("README.md") ?? "";
    assert.equal(page.match(/\]\(notes\//g)?.length, 200);
    assert.match(page, /1034 more are open/);
  });
});

describe("the pages of a month", () => {
  it("list the notes of a kind, and stop listing what became another kind", () => {
    const story = new Story(ann, "2026-11-10", { kind: "bottleneck" });
    const before = pagesOf([story.note]);
    assert.match(before.get("by-month/2026-11/bottleneck.md") ?? "", /One query/);
    story.says(ann, { type: "editNote", fields: { kind: "constraint" } });
    const after = pagesOf([story.note]);
    assert.match(after.get("by-month/2026-11/outside-limit.md") ?? "", /\(\.\.\/\.\.\/notes\/.*\.md\)/);
    assert.equal(after.get("by-month/2026-11/bottleneck.md")?.includes("One query"), false);
  });
});

describe("pages", () => {
  it("are the same bytes for the same events, whatever order they come in, whatever the zone, in part or in whole", () => {
    const stories = [
      everything(),
      new Story(ben, "2026-11-11", { title: "Other" }),
      new Story(petra, "2026-10-01", { kind: "problem" }),
    ];
    const fold = (lines: Story["lines"]): Note => {
      const folded = foldRecord(lines[0]?.id ?? "", [...lines].reverse());
      return folded.kind === "note" ? folded.record : assert.fail();
    };
    const notes = stories.map(({ note }) => note);
    const whole = pagesOf(notes);
    const zone = process.env.TZ;
    try {
      for (const other of ["Pacific/Kiritimati", "America/Los_Angeles"]) {
        process.env.TZ = other;
        assert.deepEqual(
          pagesOf(
            [...stories].reverse().map(({ lines }) => fold(lines)),
            notes,
          ),
          whole,
        );
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
    for (const note of notes)
      for (const [path, text] of pagesOf(notes, [note])) assert.equal(text, whole.get(path), path);
  });

  it("are made for changed notes only", () => {
    const [one, other] = [new Story(ann, "2026-11-10").note, new Story(ann, "2026-10-10").note];
    const paths = [...pagesOf([one, other], [one]).keys()];
    assert.equal(paths.includes(notePagePath(other.id)), false);
    assert.equal(
      paths.some((path) => path.startsWith("by-month/2026-10")),
      false,
    );
    assert.deepEqual(renderPages(of([one, other]), new Set()), []);
  });

  it("never lie where the records are", () => {
    for (const path of pagesOf([everything().note]).keys())
      assert.match(path, /^(README\.md|pages-version|(notes|by-month)\/[a-z0-9/-]+\.md)$/);
  });

  it("say their version, and are left alone by an older renderer", () => {
    assert.equal(pagesOf([everything().note]).get(PAGES_VERSION_PATH), `${PAGES_VERSION}\n`);
    for (const text of [undefined, "", "x", `${PAGES_VERSION}\n`, "0"])
      assert.equal(mayWritePages(text), true, text);
    for (const text of [`${PAGES_VERSION + 1}\n`, " 999\r\n"]) assert.equal(mayWritePages(text), false, text);
  });

  it("use the words of the panel", () => {
    for (const [kind, words] of Object.entries(kindWords))
      assert.equal(words, kindLabel(kind as keyof typeof kindWords, english));
    for (const [badge, words] of Object.entries(badgeWords))
      assert.equal(words, badgeLabel(badge as keyof typeof badgeWords, english));
    for (const decider of ["pm", "lead"] as const)
      assert.equal(deciderWords[decider], deciderLabel(decider, english));
    const closed = (as: "done" | "acceptedAsIs" | "withdrawn" | "putOff") =>
      statusText(new Story(ann, "2026-11-10").says(ann, { type: "close", as }).note);
    for (const as of ["done", "acceptedAsIs", "withdrawn", "putOff"] as const)
      assert.equal(closed(as), statusLabel(as, english));
    assert.equal(statusText(everything().note), statusLabel("decided", english));
  });

  it("do not know what day it is: what was put off stays put off", () => {
    const story = new Story(ann, "2020-01-01").says(ann, {
      type: "close",
      as: "putOff",
      until: "2020-02-01",
    });
    assert.match(pageOf(story.note), /Put off until 2020-02-01/);
  });
});

describe("the page of an incident", () => {
  const incident = new Story(ann, "2026-11-22", {
    kind: "incident",
    title: "Nobody can pay by card",
    impact: "",
    since: "2026-11-22T03:50:00-05:00",
  }).says(ann, { type: "tableOptions", options: [{ fields: { title: "Roll back" } }] });
  incident.says(ann, {
    type: "decide",
    option: incident.option("A"),
    because: "",
    onCall: { with: ["Ben", "Petra"] },
  });
  const decision = incident.note.decisions[0]?.id ?? "";
  incident.says(ben, { type: "correctDecision", decision, text: "I said to wait" });

  it("says since when, how it was decided and with whom, on one clock", () => {
    const page = pageOf(incident.note);
    assert.match(page, /Incident · Decided · Running since 2026-11-22 03:50 \(UTC−5\)/);
    assert.match(page, /\*\*✓ Decided: A \(Roll back\)\.\*\*/);
    assert.match(
      page,
      /- As said on the call, with Ben, Petra\n- Ben remembers it differently: I said to wait/,
    );
    assert.match(
      page,
      /\| Time \(UTC−5\) \| What happened \|\n\| --- \| --- \|\n\| 2026-11-22 03:50 \| It began\. \|/,
    );
    assert.doesNotMatch(page, /Not known yet/);
  });

  it("says how long it was, once it is over", () => {
    const over = new Story(ann, "2026-11-22", { kind: "incident", title: "Nobody can pay" });
    over.says(ann, {
      type: "editNote",
      fields: { since: "2026-11-22T22:50:00+01:00", overSince: "2026-11-22T23:40:00+01:00" },
    });
    assert.match(pageOf(over.note), /From 2026-11-22 22:50 to 2026-11-22 23:40 \(UTC\+1\), 50 min/);
  });
});
