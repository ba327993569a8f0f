import assert from "node:assert/strict";
import { makeAnchor } from "../../../src/anchoring/make-anchor.ts";
import { NotePage, NoteRow, NowRow } from "../../../src/protocol/panel-state.ts";
import { rawLine } from "../../support/event-builders.ts";
import { appWorld, ann, ben, exchanged, opened, saved } from "../../support/app-world.ts";
import { versionsOf } from "../../../src/domain/register.ts";

const code = "one();\ntwo();\nthree(products.filter((product) => product.matches(words)));\nfour();\n";
const anchorAt = (path: string, line: number, text = code) =>
  makeAnchor({ path, text, startLine: line, endLine: line });

describe("the list of notes", () => {
  it("has a row for each, with folders, what is searched, and whose it is", async () => {
    const { ann: session } = await appWorld();
    const id = await saved(session, {
      type: "openNote",
      fields: {
        title: "One query",
        impact: "Search takes 5 s",
        kind: "techDebt",
        neededBy: { day: "2027-03-14", why: "the spring release" },
      },
      anchors: [anchorAt("src/search/query.ts", 3), anchorAt("README.md", 1)],
    });
    const [row] = session.noteRows();
    assert.deepEqual(NoteRow.parse(row), row);
    assert.deepEqual(
      { ...row, searchText: undefined },
      {
        id,
        repository: session.repository.id,
        title: "One query",
        kind: "techDebt",
        status: "onRecord",
        badges: [],
        impact: "Search takes 5 s",
        neededBy: "2027-03-14",
        milestones: [],
        folders: ["", "src/search"],
        mine: true,
        waitsForMe: false,
        searchText: undefined,
        changed: "2026-11-22T10:00:00.000+01:00",
      },
    );
    for (const words of ["one query", "search takes", "tech debt", "on record", "query.ts", "spring release"])
      assert.ok(row?.searchText.includes(words), words);
  });

  it("knows what waits for whom", async () => {
    const { ann: author, ben: lead } = await appWorld({ ann: "engineer", ben: "lead" });
    const id = await opened(author, { impact: "" });
    await exchanged(author, lead);
    const waits = (session: typeof author) =>
      session.noteRows().map(({ waitsForMe, mine }) => [waitsForMe, mine]);
    assert.deepEqual([waits(author), waits(lead)], [[[false, true]], [[true, false]]]);
    await saved(lead, { type: "editNote", note: id, fields: { impact: "Slow", owner: ben } });
    assert.deepEqual(waits(lead), [[true, true]], "now it waits for a way out");
    await lead.setRole("engineer");
    assert.deepEqual(waits(lead), [[false, true]]);
  });

  it("makes rows for some notes only, and makes again only those of notes that changed", async () => {
    const { ann: session } = await appWorld();
    const first = await opened(session);
    const second = await opened(session);
    const [before] = session.noteRows(new Set([first]));
    assert.equal(before?.id, first);
    await saved(session, { type: "comment", note: second, text: "More" });
    const rows = new Map(session.noteRows().map((row) => [row.id, row]));
    assert.equal(rows.get(first), before, "the same object");
    assert.deepEqual(session.noteRows(new Set(["0".repeat(64)])), []);
  });

  it("does not fold again what has not changed, whatever is read", async () => {
    const { ann: session, ben: other } = await appWorld();
    const first = await opened(session);
    const second = await opened(session);
    await exchanged(session, other);
    const [before, changing] = [session.note(first), session.note(second)];
    await saved(other, { type: "comment", note: second, text: "More" });
    await exchanged(other, session);
    await session.refresh();
    assert.equal(session.note(first), before, "the same object");
    assert.notEqual(session.note(second), changing);
  });

  it("changes with the day", async () => {
    const { ann: session, time } = await appWorld();
    const id = await opened(session);
    await saved(session, { type: "close", note: id, as: "putOff", until: "2026-11-23" });
    const changes: unknown[] = [];
    session.onDidChange(({ records }) => void changes.push(records));
    assert.equal(session.noteRows()[0]?.status, "putOff");
    await time.pass(15 * 3_600_000);
    assert.equal(session.today(), "2026-11-23");
    assert.equal(session.noteRows()[0]?.status, "onRecord");
    assert.deepEqual(changes, ["all"]);
  });

  it("shows records it can't read, and keeps them", async () => {
    const { ann: session, annsMachine } = await appWorld();
    const newer = rawLine("0".repeat(64), `{"v":2,"record":null,"seen":[]}`);
    const broken = rawLine("0".repeat(64), "{");
    for (const { line } of [newer, broken])
      annsMachine.clone.saved.push({ line: { record: line.id, line }, isSettled: false });
    await session.refresh();
    assert.deepEqual(
      session.unreadRows().map(({ id, kind, lines }) => [id, kind, lines]),
      [
        [newer.line.id, "newer", 1],
        [broken.line.id, "unreadable", 1],
      ],
    );
    const refusal = async (note: string) => {
      const outcome = await session.perform({ type: "comment", note, text: "x" });
      return outcome.kind === "refused" && outcome.refusal.kind;
    };
    assert.equal(await refusal(newer.line.id), "newerRecord");
    assert.equal(await refusal(broken.line.id), "noSuchNote");
  });
});

describe("a note's page", () => {
  it("shows what the protocol says, with places, questions, decisions and history", async () => {
    const { ann: author, ben: lead, annsMachine } = await appWorld();
    annsMachine.code.files.set("a.ts", `// new\n${code}`);
    const id = await saved(author, {
      type: "openNote",
      fields: { title: "One query", impact: "Search takes 5 s" },
      anchors: [anchorAt("a.ts", 3)],
    });
    await saved(author, {
      type: "tableOptions",
      note: id,
      options: [
        {
          fields: { title: "Cache", effort: { low: 2, high: 3, unit: "weeks" }, risks: [{ text: "stale" }] },
        },
        { fields: { title: "Rewrite" } },
      ],
      recommendation: { index: 0, because: "it is quick" },
    });
    await exchanged(author, lead);
    await saved(lead, { type: "ask", note: id, text: "Why?" });
    const options = lead.note(id)?.options ?? [];
    await saved(lead, { type: "decide", note: id, option: options[0]?.id ?? "", because: "it is quick" });
    await saved(lead, {
      type: "editOption",
      note: id,
      option: options[1]?.id ?? "",
      fields: { withdrawn: true },
    });
    await exchanged(author, lead);
    const page = await author.notePage(id);
    assert.deepEqual(NotePage.parse(page), page);
    assert.deepEqual(
      page?.places.map(({ status, startLine, reason, quote }) => [status, startLine, reason, quote]),
      [["found", 4, "Moved down one line", [code.split("\n")[2]]]],
    );
    assert.deepEqual(
      page?.options.map(({ letter, taken, recommended }) => [letter, taken, recommended]),
      [["A", true, true]],
      "what was taken off the table is not in the comparison",
    );
    assert.deepEqual(page?.recommendation?.letter, "A");
    assert.deepEqual(
      page?.questions.map(({ mine, waitsFor }) => [mine, waitsFor]),
      [[false, "answer"]],
    );
    assert.deepEqual(
      page?.decisions.map(({ letter, mayDiffer }) => [letter, mayDiffer]),
      [["A", true]],
    );
    assert.deepEqual((await lead.notePage(id))?.decisions[0]?.mayDiffer, false, "one's own decision");
    assert.deepEqual(
      page?.history.map(({ sentence }) => sentence),
      [
        "Took option B off the table, or put it back.",
        "Decided for A, because it is quick",
        "Asked: Why?",
        "Said that engineering would take A.",
        "Put option B on the table.",
        "Put option A on the table.",
        "Added a place in the code.",
        "Put this on record.",
      ],
    );
  });

  it("lets each person differ once", async () => {
    const { ann: author, ben: lead } = await appWorld();
    const id = await opened(author);
    await saved(author, { type: "tableOptions", note: id, options: [{ fields: { title: "Cache" } }] });
    await saved(author, {
      type: "decide",
      note: id,
      option: author.note(id)?.options[0]?.id ?? "",
      because: "it is quick",
    });
    await exchanged(author, lead);
    const mayDiffer = async () => (await lead.notePage(id))?.decisions[0]?.mayDiffer;
    assert.equal(await mayDiffer(), true);
    const decision = lead.note(id)?.decisions[0]?.id ?? "";
    await saved(lead, { type: "differ", note: id, decision, because: "it hides the cause", commits: true });
    assert.equal(await mayDiffer(), false);
  });

  it("shows every version of a contested field as text", async () => {
    const { ann: author, ben: lead } = await appWorld();
    const id = await opened(author);
    await saved(author, { type: "tableOptions", note: id, options: [{ fields: { title: "Cache" } }] });
    await exchanged(author, lead);
    const option = author.note(id)?.options[0]?.id ?? "";
    for (const [session, title, likely, day] of [
      [author, "Ann's words", 2, "2027-03-14"],
      [lead, "Ben's words", 3, "2026-12-01"],
    ] as const) {
      await saved(session, {
        type: "editNote",
        note: id,
        fields: { title, neededBy: { day, why: "spring" } },
      });
      await saved(session, {
        type: "editOption",
        note: id,
        option,
        fields: { effort: { likely, unit: "weeks" } },
      });
    }
    await exchanged(author, lead);
    const page = await author.notePage(id);
    assert.deepEqual(page?.badges, ["twoVersions"]);
    assert.deepEqual(
      page?.contested.map(({ label, field, writable, versions }) => [
        label,
        field,
        writable,
        versions.map(({ text }) => text).sort(),
      ]),
      [
        ["Title", "title", true, ["Ann's words", "Ben's words"]],
        ["Needed by", "neededBy", false, ["1 December: spring", "14 March 2027: spring"]],
        ["How long (option A)", "effort", false, ["2 weeks, no range given", "3 weeks, no range given"]],
      ],
    );
  });

  it("is not there for a note that is not", async () => {
    const { ann: session } = await appWorld();
    assert.equal(await session.notePage("0".repeat(64)), undefined);
  });
});

describe("what people see of Now and of places", () => {
  it("gives Now's rows as the protocol has them", async () => {
    const { ann: session } = await appWorld({ ann: "lead" });
    await opened(session);
    const rows = session.nowRows();
    assert.equal(rows.length, 1);
    for (const row of rows) assert.deepEqual(NowRow.parse(row), row);
    assert.equal(session.nowRows(), rows, "made once while nothing changes");
  });

  it("finds the notes of a file with one read of it", async () => {
    const { ann: session, annsMachine } = await appWorld();
    annsMachine.code.files.set("a.ts", code);
    for (const line of [1, 2, 3])
      await saved(session, {
        type: "openNote",
        fields: { title: `Line ${line}` },
        anchors: [anchorAt("a.ts", line)],
      });
    const reads = annsMachine.code.reads;
    const places = await session.placesIn("a.ts");
    assert.deepEqual(
      places.map(({ note, place }) => [note.fields.title.value, place.startLine, place.reason]),
      [
        ["Line 1", 1, "Where it was"],
        ["Line 2", 2, "Where it was"],
        ["Line 3", 3, "Where it was"],
      ],
    );
    assert.equal(annsMachine.code.reads, reads + 1);
    assert.deepEqual(await session.placesIn("b.ts"), []);
    assert.equal(annsMachine.code.reads, reads + 1, "a file without notes is not read");
  });

  it("says which notes a changed file is about, and follows places that are taken off and added", async () => {
    const { ann: session } = await appWorld();
    const id = await saved(session, {
      type: "openNote",
      fields: { title: "T" },
      anchors: [anchorAt("a.ts", 1)],
    });
    const changes: string[][] = [];
    session.onDidChange(({ records }) => void changes.push(records === "all" ? ["all"] : [...records]));
    session.fileChanged("a.ts");
    session.fileChanged("b.ts");
    assert.deepEqual(changes, [[id]]);
    const old = session.note(id)?.anchors[0]?.id;
    await saved(session, { type: "addAnchor", note: id, anchor: anchorAt("b.ts", 2), insteadOf: old });
    changes.length = 0;
    session.fileChanged("a.ts");
    session.fileChanged("b.ts");
    assert.deepEqual(changes, [[id]]);
  });

  it("says why a place is lost", async () => {
    const { ann: session, annsMachine } = await appWorld();
    const id = await saved(session, {
      type: "openNote",
      fields: { title: "T" },
      anchors: [anchorAt("a.ts", 3)],
    });
    const note = session.note(id) ?? assert.fail();
    const reason = async () =>
      (await session.places(note)).map(({ status, startLine, reason: why }) => [status, startLine, why]);
    assert.deepEqual(await reason(), [
      ["orphaned", 3, "The file is not here any more, and no other holds the code."],
    ]);
    annsMachine.code.files.set("a.ts", "nothing of it");
    assert.deepEqual(await reason(), [["orphaned", 3, "The code is not here any more."]]);
    annsMachine.code.files.set("a.ts", code);
    assert.deepEqual(await reason(), [["found", 3, "Where it was"]]);
  });
});

describe("a reply in a comment thread", () => {
  it("answers the one question that waits for an answer, and is a comment else", async () => {
    const { ann: author, ben: lead } = await appWorld();
    const id = await opened(author);
    await exchanged(author, lead);
    const note = (session: typeof author) => session.note(id) ?? assert.fail();
    assert.deepEqual(author.replyTo(note(author)), { kind: "comment" });
    await saved(lead, { type: "ask", note: id, text: "Why?" });
    assert.deepEqual(lead.replyTo(note(lead)), { kind: "comment" }, "one's own question");
    await exchanged(author, lead);
    const question = note(author).questions[0]?.id ?? assert.fail();
    assert.deepEqual(author.replyTo(note(author)), { kind: "answer", question });
    await saved(author, author.replyAction(note(author), "Because"));
    assert.equal(note(author).questions[0]?.waitsFor, "asker");
    await saved(author, author.replyAction(note(author), "And more"));
    assert.deepEqual(
      note(author).comments.map(({ text }) => text),
      ["And more"],
    );
    for (const text of ["One?", "Two?"]) await saved(lead, { type: "ask", note: id, text });
    await exchanged(author, lead);
    assert.deepEqual(
      author.replyTo(note(author)),
      { kind: "comment" },
      "two wait: nobody can tell which is meant",
    );
  });
});

describe("who is here", () => {
  it("is who git says, and else the name given here", async () => {
    const { ann: session, annsMachine } = await appWorld();
    assert.deepEqual(await session.me(), ann);
    annsMachine.user.person = undefined;
    assert.equal(await session.me(), undefined);
    await session.setName("Annie");
    assert.deepEqual(await session.me(), { name: "Annie", email: "" });
    annsMachine.user.person = { name: "Ann\u202E\n<A>", email: "ann@example.org" };
    assert.deepEqual(await session.me(), { name: "Ann <A>", email: "ann@example.org" });
  });

  it("keeps a name that is endless or steers, as far as it can be shown, and nothing else is lost by it", async () => {
    const { ann: session, annsMachine } = await appWorld();
    annsMachine.user.person = undefined;
    await session.setRole("pm");
    await session.setName(`A\u202E\n${"x".repeat(500)}`);
    assert.equal((await session.me())?.name, `A ${"x".repeat(198)}`);
    await session.setName("\u202E");
    const again = await annsMachine.open();
    assert.deepEqual([again.role(), (await again.me())?.name.length], ["pm", 200]);
  });

  it("keeps the role on this machine", async () => {
    const { ann: session, annsMachine } = await appWorld();
    assert.equal(session.role(), null);
    await session.setRole("pm");
    assert.equal((await annsMachine.open()).role(), "pm");
    assert.equal(annsMachine.clone.saved.length, 0);
  });
});

describe("two windows", () => {
  it("see at once what the other one saved", async () => {
    const { ann: session, annsMachine, time } = await appWorld();
    const beside = await annsMachine.open();
    const id = await opened(session);
    await time.pass(0);
    assert.ok(beside.note(id));
    await saved(beside, { type: "editNote", note: id, fields: { title: "Other words" } });
    await time.pass(0);
    assert.equal(session.note(id)?.fields.title.value, "Other words");
    assert.equal(versionsOf(session.note(id)?.fields.title).length, 1);
  });
});
