import assert from "node:assert/strict";
import fc from "fast-check";
import { parseSince } from "../../../src/domain/since.ts";
import { preparedWays } from "../../../src/app/incident/prepared-ways.ts";
import type { Session } from "../../../src/app/session.ts";
import { english } from "../../../src/base/translate.ts";
import { Moment } from "../../../src/domain/dates.ts";
import type { NowRow } from "../../../src/protocol/panel-state.ts";
import { appWorld, exchanged, opened, saved } from "../../support/app-world.ts";
import { seed } from "../../support/seed.ts";

const NOW = "2026-11-22T23:10:30+01:00";
const since = "2026-11-22T09:50:00+01:00";

const started = (session: Session, fields = {}): Promise<string> =>
  saved(session, {
    type: "openNote",
    fields: { kind: "incident", title: "Nobody can pay by card, in all shops", since, ...fields },
    anchors: [],
    options: preparedWays(english),
  });

const note = (session: Session, id: string) => session.note(id) ?? assert.fail("no such note");
const wayOut = (session: Session, id: string, way: string) =>
  note(session, id).options.find((option) => option.way === way)?.id ?? assert.fail(`no ${way}`);
const page = async (session: Session, id: string) => {
  const shown = await session.notePage(id);
  return shown?.incident === undefined
    ? assert.fail("no page of an incident")
    : { ...shown, incident: shown.incident };
};
const rowOf = (session: Session, action: NowRow["action"]) =>
  session.nowRows().find((row) => row.action === action);

describe("since when", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["", "2026-11-22T23:10:30+01:00"],
    ["now", "2026-11-22T23:10:30+01:00"],
    ["maintenant", "2026-11-22T23:10:30+01:00"],
    ["20 min ago", "2026-11-22T22:50:30+01:00"],
    ["20m", "2026-11-22T22:50:30+01:00"],
    ["il y a 20 min", "2026-11-22T22:50:30+01:00"],
    ["an hour ago", "2026-11-22T22:10:30+01:00"],
    ["half an hour ago", "2026-11-22T22:40:30+01:00"],
    ["1h30 ago", "2026-11-22T21:40:30+01:00"],
    ["il y a 1 h 30 min", "2026-11-22T21:40:30+01:00"],
    ["2 hours ago", "2026-11-22T21:10:30+01:00"],
    ["il y a une heure", "2026-11-22T22:10:30+01:00"],
    ["22:50", "2026-11-22T22:50:00+01:00"],
    ["22h50", "2026-11-22T22:50:00+01:00"],
    ["22h", "2026-11-22T22:00:00+01:00"],
    ["10:50 pm", "2026-11-22T22:50:00+01:00"],
    ["9 am", "2026-11-22T09:00:00+01:00"],
    ["at 22:50", "2026-11-22T22:50:00+01:00"],
    ["à 22h50", "2026-11-22T22:50:00+01:00"],
    ["yesterday 22:50", "2026-11-21T22:50:00+01:00"],
    ["hier à 22h50", "2026-11-21T22:50:00+01:00"],
    ["2026-11-20 08:15", "2026-11-20T08:15:00+01:00"],
    ["23:50", "2026-11-21T23:50:00+01:00"],
  ];
  for (const [text, expected] of cases)
    it(`reads "${text}"`, () => assert.equal(parseSince(text, NOW), expected));

  for (const text of [
    "soon",
    "25:00",
    "22:61",
    "2027-01-01 10:00",
    "13 pm",
    "20",
    "today 23:50",
    "2026-13-40 10:00",
  ])
    it(`does not guess at "${text}"`, () => assert.equal(parseSince(text, NOW), undefined));

  it(`never throws, and answers moments that are not to come (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const at = parseSince(text, NOW);
        if (at === undefined) return;
        assert.ok(Moment.safeParse(at).success, at);
        assert.ok(Date.parse(at) <= Date.parse(NOW));
      }),
      { seed },
    );
  });
});

describe("an incident", () => {
  it("has its three ways out from the first second on, and nothing else is needed to decide", async () => {
    const { ann } = await appWorld();
    const id = await started(ann);
    assert.deepEqual(
      note(ann, id).options.map(({ letter, way, fields }) => [letter, way, fields.title.value]),
      [
        ["A", "rollBack", "Roll back"],
        ["B", "patch", "Patch"],
        ["C", "hold", "Hold"],
      ],
    );
    await saved(ann, {
      type: "decide",
      note: id,
      option: wayOut(ann, id, "rollBack"),
      because: "",
      onCall: { with: [" Ben ", "", "Priya"] },
    });
    const [decision] = note(ann, id).decisions;
    assert.deepEqual(decision?.onCall, { with: ["Ben", "Priya"] });
    assert.equal(decision.because, "");
  });

  it("says on the call what is known, and leaves out what is not", async () => {
    const { ann, time } = await appWorld();
    const id = await started(ann);
    const read = async () => (await page(ann, id)).incident.callText;
    assert.deepEqual(await read(), [
      "Nobody can pay by card, in all shops. It began at 09:50 (UTC+1).",
      "We can roll back, patch or hold.",
    ]);
    await saved(ann, {
      type: "editOption",
      note: id,
      option: wayOut(ann, id, "rollBack"),
      fields: {
        effort: { likely: 20, unit: "minutes" },
        implications: "The last hour of orders has to be typed again.",
      },
    });
    await saved(ann, { type: "editNote", note: id, fields: { onCall: "Ben and Priya" } });
    assert.deepEqual((await read()).slice(1), [
      "Roll back: back to normal in 20 minutes; for users: The last hour of orders has to be typed again.",
      "On the call: Ben and Priya.",
    ]);
    await time.pass(12 * 60_000);
    await saved(ann, {
      type: "decide",
      note: id,
      option: wayOut(ann, id, "rollBack"),
      because: "",
      onCall: { with: ["Ben", "Priya"] },
    });
    assert.deepEqual((await read()).slice(1, 3), [
      "Decided at 10:12 (UTC+1): Roll back, with Ben and Priya.",
      "We expect: back to normal in 20 minutes; for users: The last hour of orders has to be typed again.",
    ]);
    assert.equal(ann.incidentText(id, "call"), (await read()).join("\n"));
  });

  it("is on top of Now for everybody until it is over, decided or not", async () => {
    const { ann, ben } = await appWorld();
    await opened(ben);
    const id = await started(ann);
    await exchanged(ann, ben);
    assert.equal(
      ben.nowRows()[0]?.reason,
      "An incident is running since 09:50 (UTC+1). Nothing is decided yet.",
    );
    await saved(ann, { type: "decide", note: id, option: wayOut(ann, id, "patch"), because: "" });
    await exchanged(ann, ben);
    assert.equal(ben.nowRows()[0]?.reason, "An incident is running since 09:50 (UTC+1). Decided: Patch.");
    await saved(ben, { type: "editNote", note: id, fields: { overSince: "2026-11-22T10:40:00+01:00" } });
    assert.ok(!ben.nowRows().some(({ reason }) => reason.includes("is running")));
  });

  it("asks those who were named, and them alone, the next morning", async () => {
    const { ann, ben, time } = await appWorld();
    const id = await started(ann);
    const decide = { type: "decide", note: id, option: wayOut(ann, id, "rollBack"), because: "" } as const;
    await saved(ann, { ...decide, onCall: { with: ["ben", "Ann"] } });
    await exchanged(ann, ben);
    time.jump("2026-11-23T08:00:00+01:00");
    const row = rowOf(ben, "confirmCall");
    assert.equal(
      row?.reason,
      "You are named in a decision made on a call at 10:00 (UTC+1) on 22 November. Decided: Roll back.",
    );
    assert.equal(rowOf(ann, "confirmCall"), undefined, "who wrote it down knows");
    const [decision] = note(ben, id).decisions;
    await saved(ben, { type: "confirmDecision", note: id, decision: decision?.id ?? "" });
    assert.equal(rowOf(ben, "confirmCall"), undefined);
    assert.deepEqual(
      note(ben, id).decisions[0]?.answers.map(({ by, as, correction }) => [by.name, as, correction]),
      [["Ben", "ben", undefined]],
    );
  });

  it("lets nobody confirm or correct who was not named", async () => {
    const { ann, ben } = await appWorld();
    const id = await started(ann);
    await saved(ann, {
      type: "decide",
      note: id,
      option: wayOut(ann, id, "hold"),
      because: "",
      onCall: { with: ["Priya"] },
    });
    await exchanged(ann, ben);
    const decision = note(ben, id).decisions[0]?.id ?? "";
    for (const action of [
      { type: "confirmDecision", note: id, decision },
      { type: "correctDecision", note: id, decision, text: "No" },
    ] as const)
      assert.deepEqual(await ben.perform(action), { kind: "refused", refusal: { kind: "notNamed" } });
  });

  it("puts a correction beside the decision, and before who wrote it down until they have answered", async () => {
    const { ann, ben } = await appWorld();
    const id = await started(ann);
    await saved(ann, {
      type: "decide",
      note: id,
      option: wayOut(ann, id, "rollBack"),
      because: "",
      onCall: { with: ["Ben"] },
    });
    await exchanged(ann, ben);
    const decision = note(ben, id).decisions[0]?.id ?? "";
    await saved(ben, { type: "correctDecision", note: id, decision, text: "I said to wait for the backup" });
    await exchanged(ben, ann);
    const told = () => ann.nowRows().find(({ key }) => key.includes("remembered"))?.reason;
    assert.equal(
      told(),
      "Ben remembers the decision on the call differently: “I said to wait for the backup”. Talk it over.",
    );
    assert.equal(note(ann, id).decisions[0]?.stands, true);
    await saved(ann, { type: "comment", note: id, text: "You are right, we waited." });
    assert.equal(told(), undefined);
  });

  it("asks for the reason when it is over, and takes the sentence once", async () => {
    const { ann } = await appWorld();
    const id = await started(ann);
    await saved(ann, { type: "decide", note: id, option: wayOut(ann, id, "rollBack"), because: "" });
    assert.equal(rowOf(ann, "sayWhy"), undefined, "not while it is running");
    await saved(ann, { type: "editNote", note: id, fields: { overSince: "2026-11-22T10:40:00+01:00" } });
    assert.equal(
      rowOf(ann, "sayWhy")?.reason,
      "The decision made at 10:00 (UTC+1) has no reason yet. One sentence is enough.",
    );
    const decision = note(ann, id).decisions[0]?.id ?? "";
    await saved(ann, { type: "explainDecision", note: id, decision, because: "The patch needed a day" });
    assert.equal(note(ann, id).decisions[0]?.because, "The patch needed a day");
    assert.equal(rowOf(ann, "sayWhy"), undefined);
    assert.equal(
      (await ann.perform({ type: "explainDecision", note: id, decision, because: "Another" })).kind,
      "refused",
    );
  });

  it("keeps two reasons that have not seen each other", async () => {
    const { ann, ben } = await appWorld();
    const id = await started(ann);
    await saved(ann, { type: "decide", note: id, option: wayOut(ann, id, "rollBack"), because: "" });
    await exchanged(ann, ben);
    const decision = note(ann, id).decisions[0]?.id ?? "";
    await saved(ann, { type: "explainDecision", note: id, decision, because: "Quickest" });
    await saved(ben, { type: "explainDecision", note: id, decision, because: "Safest" });
    await exchanged(ann, ben);
    for (const session of [ann, ben])
      assert.deepEqual(note(session, id).decisions[0]?.because.split(" / ").sort(), ["Quickest", "Safest"]);
  });

  it("tells what happened on one clock, without names, from writers in other zones", async () => {
    const { ann, time } = await appWorld();
    const id = await started(ann, { since: "2026-11-22T03:50:00-05:00" });
    await time.pass(10 * 60_000);
    await saved(ann, {
      type: "decide",
      note: id,
      option: wayOut(ann, id, "rollBack"),
      because: "",
      onCall: { with: ["Priya"] },
    });
    await saved(ann, { type: "editNote", note: id, fields: { overSince: "2026-11-22T10:40:00+01:00" } });
    const { timeline, lasted } = (await page(ann, id)).incident;
    assert.deepEqual(
      timeline.map(({ at, after, sentence }) => [at, after, sentence]),
      [
        ["2026-11-22T03:50:00-05:00", "+0 min", "It began."],
        ["2026-11-22T04:00:00-05:00", "+10 min", "Put this on record."],
        ["2026-11-22T04:10:00-05:00", "+20 min", "Decided: Roll back, with Priya."],
        ["2026-11-22T04:40:00-05:00", "+50 min", "It was over."],
      ],
    );
    assert.equal(lasted, "50 min");
    const review = ann.incidentText(id, "review") ?? "";
    assert.match(
      review,
      /^# Nobody can pay by card, in all shops\n\nBegan at 03:50 \(UTC−5\)\. Over at 04:40 \(UTC−5\), after 50 min\. Decided after 20 min\.\n/,
    );
    assert.match(review, /\| Time \(UTC−5\) \| After \| What happened \|/);
    assert.doesNotMatch(review, /Ann/);
  });

  it("links the notes that came out of it", async () => {
    const { ann } = await appWorld();
    const id = await started(ann);
    const followUp = await opened(ann, { title: "Roll back in one step", cameFrom: id });
    assert.deepEqual((await page(ann, id)).incident.followUps, [
      { note: followUp, title: "Roll back in one step", status: "onRecord" },
    ]);
    assert.deepEqual((await ann.notePage(followUp))?.cameFrom, {
      note: id,
      title: "Nobody can pay by card, in all shops",
    });
  });

  it("shows open notes and the last commits in the same files", async () => {
    const { annsMachine } = await appWorld();
    const commits = [{ subject: "Cache prices for a day", at: since }];
    const none = { texts: () => Promise.resolve([]), filesWith: () => Promise.resolve([]) };
    annsMachine.history = {
      ...none,
      stepsSince: () => Promise.resolve(undefined),
      branchesWith: () => Promise.resolve([]),
      recentCommits: (paths, limit) =>
        Promise.resolve(paths.join() === "src/pay.ts" && limit === 10 ? commits : []),
    };
    const ann = await annsMachine.open();
    const anchor = { path: "src/pay.ts", startLine: 1, endLine: 1 };
    const known = await saved(ann, {
      type: "openNote",
      fields: { title: "Prices are cached" },
      anchors: [anchor],
    });
    const id = await saved(ann, {
      type: "openNote",
      fields: { kind: "incident", title: "Wrong prices" },
      anchors: [anchor],
      options: preparedWays(english),
    });
    assert.equal((await page(ann, id)).incident.commits, undefined, "the page does not wait for git");
    const { incident } = await page(ann, id);
    assert.deepEqual(incident.commits, commits);
    assert.deepEqual(
      incident.known.map((one) => one.note),
      [known],
    );
  });
});

describe("syncing while an incident runs", () => {
  it("sends each change at once, and looks every 30 s, until it is over", async () => {
    const { ann, ben, remote, time } = await appWorld();
    ann.startBackgroundSync({ everyMilliseconds: 300_000 });
    await time.pass(0);
    const id = await started(ann);
    await time.pass(1);
    assert.equal(remote.pushes, 1, "at once, not after two seconds");
    await saved(ann, { type: "editNote", note: id, fields: { onCall: "Ben" } });
    await time.pass(1);
    assert.equal(remote.pushes, 2, "and not 30 s after the last push");
    await ben.sync({ byHand: true });
    await saved(ben, { type: "comment", note: id, text: "On my way" });
    await ben.sync({ byHand: true });
    await time.pass(30_000);
    assert.equal(note(ann, id).comments.length, 1);
    await saved(ann, { type: "editNote", note: id, fields: { overSince: since } });
    await time.pass(60_000);
    const waits = remote.pushes;
    await opened(ann);
    await time.pass(1_000);
    assert.equal(remote.pushes, waits, "over: the usual pace again");
  });

  it("looks again after having been offline, and stops where a key was asked for", async () => {
    const { ann, remote, time } = await appWorld();
    ann.startBackgroundSync({ everyMilliseconds: 300_000 });
    await time.pass(0);
    remote.isOffline = true;
    await started(ann);
    await time.pass(1);
    assert.equal(ann.syncState().kind, "offline");
    remote.isOffline = false;
    await time.pass(30_000);
    assert.equal(remote.pushes, 1);
    remote.failNext("fetch", "needsSignIn");
    await opened(ann);
    await time.pass(30_000);
    assert.equal(ann.syncState().kind, "stopped");
    await opened(ann);
    await time.pass(120_000);
    assert.equal(remote.pushes, 1, "nothing asks for the key again");
  });
});
