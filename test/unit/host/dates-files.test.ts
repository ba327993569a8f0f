import assert from "node:assert/strict";
import fc from "fast-check";
import { importPlan } from "../../../src/app/roadmap/import-plan.ts";
import type { Milestone } from "../../../src/domain/milestone/milestone.ts";
import { bringInDates } from "../../../src/host/dates/bring-in-dates.ts";
import { csvOfDates, datesInCsv } from "../../../src/host/dates/dates-in-csv.ts";
import { datesInIcs, icsOfDates } from "../../../src/host/dates/dates-in-ics.ts";
import { appWorld, inEnglish, saved } from "../../support/app-world.ts";
import { ScriptedPrompts } from "../../support/host/scripted-prompts.ts";

const chatbot = {
  type: "openMilestone",
  day: "2027-03-31",
  fields: { title: "Returns chatbot", promisedTo: "support", firmness: "fixed" },
} as const;

const world = async () => {
  const { ann } = await appWorld();
  const milestones = (): readonly Milestone[] => [...ann.recordsOf("milestone").values()];
  return { ann, milestones };
};

describe("dates in files", () => {
  it("are read from tables with commas, semicolons and days the other way round, and nothing else is made up", () => {
    assert.deepEqual(
      datesInCsv(
        'Title,Date,Promised to\r\n"A ""big"", one",2027-03-31,support\r\nNo day,soon,\r\n,2027-01-01,\r\n',
      )?.map(({ title, day, promisedTo }) => [title, day, promisedTo]),
      [['A "big", one', "2027-03-31", "support"]],
    );
    assert.deepEqual(
      datesInCsv("\uFEFFTitre;Date\nVente;5/3/2027\nFausse;31/02/2027\n")?.map(({ title, day }) => [
        title,
        day,
      ]),
      [["Vente", "2027-03-05"]],
    );
    assert.equal(datesInCsv("nothing of the kind"), undefined);
    assert.equal(datesInCsv('Title,Date\n"unclosed,2027-01-01'), undefined);
  });

  it("are read from calendars by the day as it was written, folded and escaped lines too", () => {
    const event = (lines: string) => `BEGIN:VEVENT\r\nDTSTAMP:20260101T000000Z\r\n${lines}\r\nEND:VEVENT\r\n`;
    const calendar = (events: string) =>
      `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n${events}END:VCALENDAR\r\n`;
    const read = datesInIcs(
      calendar(
        event("UID:a@b\r\nDTSTART;VALUE=DATE:20270331\r\nSUMMARY:Returns\\, chat\r\n bot") +
          event("UID:c\r\nDTSTART;TZID=Europe/Paris:20270401T003000\r\nSUMMARY:Night") +
          event("UID:d\r\nDTSTART:zzz\r\nSUMMARY:No day"),
      ),
    );
    assert.deepEqual(
      read?.map(({ uid, title, day }) => [uid, title, day]),
      [
        ["a@b", "Returns, chatbot", "2027-03-31"],
        ["c", "Night", "2027-04-01"],
      ],
    );
    assert.equal(datesInIcs("Title,Date\nx,2027-01-01"), undefined);
    assert.equal(datesInIcs("BEGIN:VCALENDAR\ngarbage"), undefined);
  });

  it("that were written come back as they were, whatever the words", async () => {
    const { ann, milestones } = await world();
    await saved(ann, chatbot);
    const [one] = milestones();
    assert.ok(one);
    const title = fc
      .string({ unit: "grapheme-ascii", minLength: 1, maxLength: 40 })
      .filter((text) => /\w/.test(text));
    fc.assert(
      fc.property(title, (text) => {
        const written = {
          ...one,
          fields: { ...one.fields, title: { ...one.fields.title, value: text.trim() } },
        };
        for (const read of [
          datesInCsv(csvOfDates([written])),
          datesInIcs(icsOfDates([written], "2027-01-01T00:00:00Z")),
        ])
          assert.deepEqual(
            importPlan(read ?? [], [written]).map(({ kind, date }) => [kind, date.uid, date.day]),
            [["unchanged", one.id, "2027-03-31"]],
          );
      }),
      { examples: [["'=0"]] },
    );
  });

  it("hold no formula that a spreadsheet would run", async () => {
    const { ann, milestones } = await world();
    await saved(ann, { ...chatbot, fields: { title: "=HYPERLINK(1)" } });
    assert.match(csvOfDates(milestones()), /"'=HYPERLINK\(1\)"/);
  });
});

describe("importing dates", () => {
  it("shows what is new, moved, changed and unchanged, asks for the cause of a move, and removes nothing", async () => {
    const { ann, milestones } = await world();
    await saved(ann, chatbot);
    await saved(ann, { ...chatbot, fields: { title: "Spring sale" } });
    await saved(ann, { ...chatbot, fields: { title: "Not in the file" } });
    const prompts = new ScriptedPrompts("enter", { type: "the vendor is late" });
    const dates = [
      { title: "returns chatbot ", day: "2027-04-14", uid: "a@b" },
      { title: "Spring sale", day: "2027-03-31" },
      { title: "Price list", day: "2027-05-10", promisedTo: "sales" },
    ];
    const end = await bringInDates(dates, { session: ann, prompts, wording: inEnglish });
    assert.equal(end.kind, "done");
    assert.deepEqual(
      prompts.asked[0]?.prompt,
      "1 new, 1 moved, 0 changed, 1 as they are. Nothing is removed.",
    );
    assert.deepEqual(prompts.asked[0].offered, [
      "returns chatbot: Moves from 31 March 2027 to 14 April 2027",
      "Price list: New: 10 May 2027",
    ]);
    assert.deepEqual(
      milestones()
        .map(({ fields, day, moves }) => [fields.title.value, day, moves[0]?.because])
        .sort(),
      [
        ["Not in the file", "2027-03-31", undefined],
        ["Price list", "2027-05-10", undefined],
        ["Spring sale", "2027-03-31", undefined],
        ["returns chatbot", "2027-04-14", "the vendor is late"],
      ],
    );
    const again = new ScriptedPrompts();
    await bringInDates(dates, { session: ann, prompts: again, wording: inEnglish });
    assert.deepEqual(again.messages, ["Nothing in this file is new. The roadmap has these dates already."]);
  });

  it("does nothing at all where the person leaves at the cause of a move", async () => {
    const { ann, milestones } = await world();
    await saved(ann, chatbot);
    const end = await bringInDates(
      [
        { title: "New", day: "2027-01-01" },
        { title: "Returns chatbot", day: "2027-04-14" },
      ],
      { session: ann, prompts: new ScriptedPrompts("enter", "leave"), wording: inEnglish },
    );
    assert.equal(end.kind, "left");
    assert.deepEqual(
      milestones().map(({ day }) => day),
      ["2027-03-31"],
    );
  });
});
