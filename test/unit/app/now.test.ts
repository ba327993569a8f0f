import assert from "node:assert/strict";
import { nowRowsOf, sortedNow } from "../../../src/app/now.ts";
import type { Note } from "../../../src/domain/note.ts";
import type { Person } from "../../../src/domain/person.ts";
import type { Role } from "../../../src/domain/words.ts";
import type { NowRow } from "../../../src/protocol/panel-state.ts";
import { ann, ben, inEnglish, petra } from "../../support/app-world.ts";
import { Story } from "../../support/story.ts";
import type { Said } from "../../support/story.ts";

// Sunday, 22 November 2026. Ann writes the code, Ben leads, Petra looks after the product.
const today = "2026-11-22";
const people = { ann, ben, petra } as const;
const roles: Readonly<Record<keyof typeof people, Role>> = { ann: "engineer", ben: "lead", petra: "pm" };

const nowOf = (who: keyof typeof people, ...notes: readonly Note[]): readonly NowRow[] =>
  nowFor(people[who], roles[who], ...notes);
const nowFor = (me: Person | undefined, role: Role | null, ...notes: readonly Note[]): readonly NowRow[] =>
  sortedNow(notes.flatMap((note) => nowRowsOf(note, { me, role, today, wording: inEnglish })));

const told = (rows: readonly NowRow[]) =>
  rows.map(({ group, action, reason }) => `${group}, ${action}: ${reason}`);

const options: Said = {
  type: "tableOptions",
  options: [{ fields: { title: "Cache" } }, { fields: { title: "Rewrite" } }],
};
const undecided = () => new Story(ann, "2026-11-10").on("2026-11-17").says(ben, options);
const decided = (day = "2026-11-20") => {
  const story = undecided();
  return story.on(day).says(petra, { type: "decide", option: story.option("B"), because: "it lasts." });
};

describe("Now: options that wait for a decision", () => {
  it("asks the product manager to decide, by when and why, since when, and what waiting costs", () => {
    const story = undecided().says(ann, {
      type: "editNote",
      fields: {
        neededBy: { day: "2026-12-14", why: "the chatbot date moves after that." },
        costOfDelay: "two lost shops a week",
      },
    });
    assert.deepEqual(told(nowOf("petra", story.note)), [
      "needsYou, decide: Decide by 14 December: the chatbot date moves after that. Options ready since Tuesday. Waiting costs: two lost shops a week.",
    ]);
  });

  it("says when the day to decide is past", () => {
    const story = undecided().says(ann, { type: "editNote", fields: { neededBy: { day: "2026-11-20" } } });
    assert.deepEqual(told(nowOf("petra", story.note)), [
      "needsYou, decide: It was to be decided by 20 November. Options ready since Tuesday.",
    ]);
  });

  it("tells the lead and the author whose decision it waits for, without naming anybody", () => {
    const expected = [
      "waitsForOthers, open: Options ready since Tuesday. It is for the product manager to decide.",
    ];
    assert.deepEqual(told(nowOf("ben", undecided().note)), expected);
    assert.deepEqual(told(nowOf("ann", undecided().note)), expected);
  });

  it("asks the lead where the lead decides", () => {
    const story = undecided().says(ben, { type: "editNote", fields: { decider: "lead" } });
    assert.deepEqual(told(nowOf("ben", story.note)), ["needsYou, decide: Options ready since Tuesday."]);
    assert.deepEqual(told(nowOf("petra", story.note)), []);
  });

  it("does not ask for a decision while the effect on users is not known", () => {
    const story = undecided().says(ann, { type: "editNote", fields: { impact: "" } });
    assert.deepEqual(told(nowOf("petra", story.note)), []);
  });

  it("is over once it is decided", () => {
    assert.deepEqual(told(nowOf("petra", decided().note)), []);
  });

  it("shows it to who has not said yet what they do here, without saying that it waits for them", () => {
    assert.deepEqual(told(nowFor(undefined, null, undecided().note)), [
      "worthKnowing, open: Options ready since Tuesday. It is for the product manager to decide.",
    ]);
  });

  it("counts only options that do something", () => {
    const story = new Story(ann, "2026-11-20").says(ben, {
      type: "tableOptions",
      options: [{ doNothing: true, fields: {} }],
    });
    assert.deepEqual(
      nowOf("petra", story.note).map(({ action }) => action),
      ["open"],
    );
  });
});

describe("Now: questions", () => {
  const asked = () =>
    new Story(ann, "2026-11-18")
      .on("2026-11-19")
      .says(petra, { type: "ask", text: "Help me understand the trade-offs" });

  it("asks the owner to answer, and the lead", () => {
    const expected = ["needsYou, answer: Petra asked on Thursday: “Help me understand the trade-offs”"];
    assert.deepEqual(told(nowOf("ann", asked().note)), expected);
    assert.equal(nowOf("ben", asked().note)[0]?.action, "answer");
  });

  it("asks who it is addressed to, and not the author then", () => {
    const story = new Story(ann, "2026-11-18").says(petra, { type: "ask", text: "Why?", to: ben });
    assert.deepEqual(told(nowOf("ann", story.note)), []);
    assert.equal(nowFor(ben, "engineer", story.note)[0]?.action, "answer");
  });

  it("asks the owner and not the author, where the note has one", () => {
    const story = asked().says(ben, { type: "editNote", fields: { owner: ben } });
    assert.deepEqual(told(nowOf("ann", story.note)), []);
    assert.equal(nowFor(ben, "engineer", story.note).length, 1);
  });

  it("says that a decision waits for the answer", () => {
    const story = undecided().on("2026-11-21").says(petra, { type: "ask", text: "What would users notice?" });
    assert.match(
      nowOf("ann", story.note)[0]?.reason ?? "",
      /^Petra asked yesterday: “What would users notice\?” The decision waits for the answer\./,
    );
  });

  it("tells the asker that it waits, and then that it was answered", () => {
    const story = asked();
    assert.deepEqual(told(nowOf("petra", story.note)), [
      "waitsForOthers, open: You asked on Thursday: “Help me understand the trade-offs” There is no answer yet.",
    ]);
    story
      .on("2026-11-22")
      .says(ann, { type: "answer", question: story.question, text: "A is quick, B lasts" });
    assert.deepEqual(told(nowOf("petra", story.note)), [
      "needsYou, readAnswer: Your question was answered today: “A is quick, B lasts” It stays open until you say that this answers it.",
    ]);
    assert.deepEqual(told(nowOf("ann", story.note)), []);
  });

  it("comes back to who answers when the asker asks further, with the newer words", () => {
    const story = asked();
    story.says(ann, { type: "answer", question: story.question, text: "It depends" });
    story.on("2026-11-21").says(petra, { type: "askFurther", question: story.question, text: "On what?" });
    assert.match(nowOf("ann", story.note)[0]?.reason ?? "", /^Petra asked yesterday: “On what\?”/);
  });

  it("is over once the asker accepts, or the note is closed", () => {
    const story = asked();
    story.says(ann, { type: "answer", question: story.question, text: "So" });
    const open = story.note;
    story.says(petra, { type: "acceptAnswer", question: story.question });
    assert.deepEqual(told(nowOf("petra", story.note)), []);
    assert.equal(nowOf("petra", open).length, 1);
    const closed = asked().says(ann, { type: "close", as: "done" });
    assert.deepEqual(told(nowOf("ann", closed.note)), []);
  });

  it("goes to the lead where a problem has no owner yet", () => {
    const story = new Story(petra, "2026-11-20", { kind: "problem" }).says(ann, {
      type: "ask",
      text: "Since when?",
    });
    assert.equal(
      nowOf("petra", story.note).some(({ action }) => action === "answer"),
      false,
    );
    assert.equal(nowOf("ben", story.note)[0]?.action, "answer");
  });
});

describe("Now: what is not known yet", () => {
  it("asks the lead to help find out the effect on users", () => {
    const story = new Story(ann, "2026-11-18", { impact: "" });
    assert.deepEqual(told(nowOf("ben", story.note)), [
      "needsYou, writeImpact: Effect on users: not known yet. Can you help find out? On record since Wednesday; nothing can be decided before it is written.",
    ]);
    assert.deepEqual(told(nowOf("ann", story.note)), [], "the author is not nagged");
    assert.deepEqual(told(nowOf("petra", story.note)), []);
  });

  it("asks the lead for a way out where there is none", () => {
    const story = new Story(ann, "2026-11-18", { neededBy: { day: "2026-12-24", why: "Christmas" } });
    assert.deepEqual(told(nowOf("ben", story.note)), [
      "needsYou, draftOptions: No way out is written down yet. On record since Wednesday. Needed by 24 December: Christmas.",
    ]);
  });

  it("tells the product manager of a new note, by what users will notice", () => {
    const story = new Story(ann, "2026-11-21");
    assert.deepEqual(told(nowOf("petra", story.note)), [
      "worthKnowing, open: Search takes over 5 s. On record since yesterday.",
    ]);
    story.says(petra, { type: "hear" });
    assert.deepEqual(told(nowOf("petra", story.note)), [], "heard");
  });
});

describe("Now: a note that nobody has answered", () => {
  const nobody = "Nobody has answered this yet.";

  it("comes up after seven days, for the product manager and the lead", () => {
    const story = new Story(ann, "2026-11-15")
      .on("2026-11-16")
      .says(ann, { type: "comment", text: "It got worse" });
    assert.deepEqual(told(nowOf("petra", story.note)), [
      `needsYou, open: ${nobody} On record since 15 November.`,
    ]);
    assert.deepEqual(told(nowOf("ben", story.note)), [
      `needsYou, draftOptions: ${nobody} No way out is written down yet. On record since 15 November.`,
    ]);
    assert.deepEqual(told(nowOf("ann", story.note)), [], "who flagged it is not reminded");
  });

  it("does not come up on the sixth day", () => {
    assert.deepEqual(
      nowOf("petra", new Story(ann, "2026-11-16").note).map(({ group }) => group),
      ["worthKnowing"],
    );
  });

  it("is over once anybody but its author has said anything", () => {
    const story = new Story(ann, "2026-11-01").on("2026-11-22").says(ben, { type: "hear" });
    assert.deepEqual(told(nowOf("petra", story.note)), []);
  });

  it("says so first where its options wait for a decision", () => {
    const story = new Story(ann, "2026-11-10").says(ann, options);
    assert.deepEqual(told(nowOf("petra", story.note)), [
      `needsYou, decide: ${nobody} Options ready since 10 November.`,
    ]);
    assert.deepEqual(told(nowOf("ben", story.note)), [
      `needsYou, open: ${nobody} On record since 10 November.`,
    ]);
  });

  it("comes up for the lead who flagged it too", () => {
    const story = new Story(ben, "2026-11-01");
    assert.match(nowOf("ben", story.note)[0]?.reason ?? "", new RegExp(`^${nobody}`));
  });

  it("does not come up when it is closed", () => {
    const story = new Story(ann, "2026-11-01").says(ann, { type: "close", as: "acceptedAsIs" });
    assert.deepEqual(told(nowOf("petra", story.note)), []);
    assert.deepEqual(told(nowOf("ben", story.note)), []);
  });

  it("is seen by whoever has not said what they do here", () => {
    assert.deepEqual(told(nowFor(undefined, null, new Story(ann, "2026-11-01").note)), [
      `worthKnowing, open: ${nobody} On record since 1 November.`,
    ]);
  });
});

describe("Now: what people changed or decided without having seen each other", () => {
  it("asks those who decide, and those who decided, to settle a note decided twice", () => {
    const story = undecided();
    const seen = story.note;
    story.on("2026-11-21");
    story.without(petra, { type: "decide", option: story.option("A"), because: "it is quick" }, seen);
    story.without(ben, { type: "decide", option: story.option("B"), because: "it lasts" }, seen);
    const [row] = nowOf("petra", story.note);
    assert.match(
      row?.reason ?? "",
      /^Decided twice: (A by Petra, B by Ben|B by Ben, A by Petra)\. Talk, then settle it here\.$/,
    );
    assert.deepEqual([row?.group, row?.action], ["needsYou", "settle"]);
    assert.equal(nowOf("ben", story.note)[0]?.action, "settle");
    assert.deepEqual(
      nowOf("ann", story.note).map(({ group, action }) => [group, action]),
      [["worthKnowing", "open"]],
    );
    story.says(petra, { type: "decide", option: story.option("B"), because: "we talked" });
    assert.equal(
      nowOf("petra", story.note).some(({ action }) => action === "settle"),
      false,
    );
  });

  it("asks those who set a field, its owner and the lead to pick one", () => {
    const story = undecided();
    const seen = story.note;
    story.without(petra, { type: "editNote", fields: { impact: "Carts are lost" } }, seen);
    story.without(ann, { type: "editNote", fields: { impact: "Search takes 6 s" } }, seen);
    const reason =
      "Two people changed “Effect on users” without seeing each other's. Both are kept: pick one, or write a third.";
    for (const who of ["ann", "ben", "petra"] as const)
      assert.ok(
        nowOf(who, story.note).some((row) => row.reason === reason && row.action === "settle"),
        who,
      );
    assert.equal(nowFor({ name: "Zoe", email: "zoe@example.org" }, "engineer", story.note).length, 0);
  });

  it("asks the owner to look again at what changed while it was being closed", () => {
    const story = decided();
    const seen = story.note;
    story.without(ann, { type: "close", as: "done" }, seen);
    story.without(petra, { type: "comment", text: "Not for the shop in Lyon" }, seen);
    assert.deepEqual(told(nowOf("ann", story.note)), [
      "needsYou, open: It was changed while it was being closed. Look whether it is still over.",
    ]);
  });
});

describe("Now: days on which to look again", () => {
  it("brings a decision back on its day, for who decides", () => {
    const story = undecided().on("2026-11-18");
    story.says(petra, {
      type: "decide",
      option: story.option("B"),
      because: "it lasts",
      revisitOn: "2026-11-22",
    });
    assert.deepEqual(told(nowOf("petra", story.note)), [
      "needsYou, lookAgain: Decided for B on Wednesday, to be looked at again on 22 November.",
    ]);
    assert.equal(nowOf("ben", story.note).length, 0);
  });

  it("brings back what was put off, on its day and not before", () => {
    const putOff = (until: string) => undecided().says(petra, { type: "close", as: "putOff", until }).note;
    assert.deepEqual(told(nowOf("petra", putOff("2026-11-23"))), []);
    const rows = nowOf("petra", putOff("2026-11-22"));
    assert.ok(
      rows.some(
        ({ reason, action }) =>
          action === "lookAgain" && reason === "Put off until 22 November. That day has come.",
      ),
    );
  });

  it("reminds who said they would come back, and nobody else", () => {
    const story = new Story(ann, "2026-11-20").says(petra, { type: "hear", backBy: "2026-11-22" });
    assert.deepEqual(told(nowOf("petra", story.note)), [
      "needsYou, lookAgain: You said you would come back by 22 November.",
    ]);
    assert.equal(
      nowOf("ben", story.note).some(({ reason }) => reason.includes("come back")),
      false,
    );
    assert.equal(nowOf("ann", story.note).length, 0);
    story.says(petra, { type: "comment", text: "The date can't move" });
    assert.equal(
      nowOf("petra", story.note).some(({ reason }) => reason.includes("come back")),
      false,
    );
  });
});

describe("Now: dates and news", () => {
  it("says that a decided note is past its date, to its owner", () => {
    const story = decided().says(ann, {
      type: "editNote",
      fields: { neededBy: { day: "2026-11-19", why: "the spring release" } },
    });
    assert.deepEqual(told(nowOf("ann", story.note)), [
      "needsYou, open: It was needed by 19 November, 3 days ago: the spring release. Decided for B. Mark it as done, or say what it waits for.",
    ]);
    assert.deepEqual(told(nowOf("petra", story.note)), [
      "worthKnowing, open: It was needed by 19 November, 3 days ago: the spring release. Decided for B.",
    ]);
  });

  it("says that a date is near, and nothing of one that is far", () => {
    const near = (day: string) =>
      told(nowOf("petra", decided().says(ann, { type: "editNote", fields: { neededBy: { day } } }).note));
    assert.deepEqual(near("2026-11-23"), [
      "worthKnowing, open: Needed by 23 November, in one day. Decided for B.",
    ]);
    assert.deepEqual(near("2026-11-22"), ["worthKnowing, open: Needed today. Decided for B."]);
    assert.deepEqual(near("2027-03-14"), []);
  });

  it("tells the author how their note was decided, and why, until they have said something", () => {
    const story = decided();
    assert.deepEqual(told(nowOf("ann", story.note)), [
      "worthKnowing, open: Decided on Friday: B, because it lasts.",
    ]);
    story.says(ann, { type: "comment", text: "I start on Monday" });
    assert.deepEqual(told(nowOf("ann", story.note)), []);
  });

  it("does not tell old news, nor one's own", () => {
    assert.deepEqual(told(nowOf("ann", decided("2026-11-08").note)), []);
    const own = undecided();
    own.says(ann, { type: "decide", option: own.option("A"), because: "it is quick" });
    assert.deepEqual(told(nowOf("ann", own.note)), []);
  });
});

describe("Now: an incident that is running", () => {
  it("stands above all else, for everybody", () => {
    const incident = new Story(ben, "2026-11-22", { kind: "incident", title: "Nobody can pay", impact: "" });
    const late = undecided().says(ann, { type: "editNote", fields: { neededBy: { day: "2026-11-01" } } });
    for (const who of ["ann", "ben", "petra"] as const) {
      const [first] = nowOf(who, late.note, incident.note);
      assert.equal(first?.title, "Nobody can pay", who);
      assert.equal(first?.reason, "An incident is running since 10:00 (UTC+1). Nothing is decided yet.");
    }
  });
});

describe("Now: the order", () => {
  const waiting = (title: string, fields: object, day = "2026-11-17") =>
    new Story(ann, "2026-11-16", { title, ...fields }).on(day).says(ben, options).note;
  const titles = (...notes: readonly Note[]) => nowOf("petra", ...notes).map(({ title }) => title);

  it("puts what waiting costs most first: the nearest date, then a cost, then a risk, then what waits longest", () => {
    const notes = [
      waiting("waits since Thursday", {}, "2026-11-19"),
      waiting("waits since Monday", {}, "2026-11-16"),
      waiting("likely and hurts a lot", { likelihood: "likely", hurt: "aLot" }),
      waiting("unlikely and hurts little", { likelihood: "unlikely", hurt: "little" }),
      waiting("costs something", { costOfDelay: "a shop a week" }),
      waiting("in March", { neededBy: { day: "2027-03-14" } }),
      waiting("next week", { neededBy: { day: "2026-11-30" } }),
      waiting("last week", { neededBy: { day: "2026-11-15" } }),
    ];
    const expected = [
      "last week",
      "next week",
      "in March",
      "costs something",
      "likely and hurts a lot",
      "unlikely and hurts little",
      "waits since Monday",
      "waits since Thursday",
    ];
    assert.deepEqual(titles(...notes), expected);
    assert.deepEqual(titles(...[...notes].reverse()), expected, "whatever order they come in");
  });

  it("puts what needs you before news, and news before what waits for others", () => {
    const asked = new Story(ann, "2026-11-21", { title: "asked" }).says(petra, {
      type: "ask",
      text: "Why?",
    }).note;
    const fresh = new Story(ann, "2026-11-21", { title: "fresh" }).note;
    assert.deepEqual(
      nowOf("petra", asked, fresh, waiting("to decide", {})).map(({ group }) => group),
      ["needsYou", "worthKnowing", "waitsForOthers"],
    );
  });
});

describe("Now: the words", () => {
  it("never repeats the title", () => {
    const title = "One query loads every product";
    const story = undecided()
      .says(ann, {
        type: "editNote",
        fields: { costOfDelay: `${title}, again`, neededBy: { day: "2026-12-01", why: title } },
      })
      .says(petra, { type: "ask", text: `Help me understand: ${title.toUpperCase()}?` });
    const rows = (["ann", "ben", "petra"] as const).flatMap((who) => nowOf(who, story.note));
    assert.ok(rows.length >= 4);
    for (const { reason } of rows)
      assert.equal(reason.toLowerCase().includes(title.toLowerCase()), false, reason);
  });

  it("is one plain line, whatever people wrote", () => {
    const story = new Story(ann, "2026-11-20", { title: "T\u202Eitle\nof two", impact: "x" });
    story.says(petra, { type: "ask", text: `Why\u2066?\n\n${"very ".repeat(100)}` });
    for (const { title, reason } of nowOf("ann", story.note)) {
      assert.equal(/[\n\u202E\u2066]/.test(title + reason), false);
      assert.ok(reason.length < 200, reason);
    }
  });

  it("gives every row a key of its own", () => {
    const story = undecided();
    for (let count = 0; count < 3; count++) story.says(petra, { type: "ask", text: `Question ${count}` });
    const keys = nowOf("ann", story.note).map(({ key }) => key);
    assert.equal(new Set(keys).size, keys.length);
    assert.equal(keys.length, 4);
  });
});
