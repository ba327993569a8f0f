import assert from "node:assert/strict";
import { EXAMPLE_NOTE } from "../../../src/protocol/messages.ts";
import { ann, ben, opened, saved } from "../../support/app-world.ts";
import { settled } from "../../support/fake-time.ts";
import { hostedPage } from "../../support/host/hosted-page.ts";
import { until } from "../../support/until.ts";
import { routeOf } from "../../../src/host/uri-handler.ts";

const place = "a".repeat(64);
const nobody = "f".repeat(64);

describe("the host's side of the panel", () => {
  it("answers `ready` after it has told everything", async () => {
    const { ask, messages, session } = await hostedPage({ route: { section: "notes" } });
    await opened(session, { title: "Before" });
    assert.deepEqual(await ask({ type: "ready" }), { type: "done" });
    const [state] = messages;
    assert.ok(state?.type === "state");
    assert.deepEqual(
      state.notes.map(({ title }) => title),
      ["Before"],
    );
    assert.deepEqual(state.route, { section: "notes" });
    assert.equal(state.frame.noteCount, 1);
    assert.deepEqual(state.frame.me, ann);
    assert.deepEqual(state.words, { Notes: "Notes" });
  });

  it("tells the route once: a page that is reloaded knows where it was", async () => {
    const { ask, told } = await hostedPage({ route: { section: "now" } });
    await ask({ type: "ready" });
    await ask({ type: "ready" });
    const [first, second] = told("state");
    assert.ok(first?.type === "state" && second?.type === "state");
    assert.deepEqual([first.route, second.route], [{ section: "now" }, undefined]);
  });

  it("keeps a route until the page is there, and sends it at once afterwards", async () => {
    const { ask, host, told } = await hostedPage();
    host.go({ section: "notes" });
    await ask({ type: "ready" });
    const [state] = told("state");
    assert.deepEqual(state?.type === "state" && state.route, { section: "notes" });
    host.go({ section: "now" });
    assert.deepEqual(told("go"), [{ type: "go", route: { section: "now" } }]);
  });

  it("keeps a route for a page behind another tab, which is told it when it is back", async () => {
    const { ask, host, told, session } = await hostedPage();
    await ask({ type: "ready" });
    host.hidden();
    host.go({ section: "notes" });
    await opened(session, { title: "Meanwhile" });
    await settled();
    assert.deepEqual([told("go"), told("notesChanged")], [[], []]);
    await ask({ type: "ready" });
    const back = told("state").at(-1);
    assert.ok(back?.type === "state");
    assert.deepEqual(back.route, { section: "notes" });
    assert.equal(back.notes.length, 1);
  });

  it("sends nothing before the page is ready", async () => {
    const { session, messages, sessions } = await hostedPage();
    await sessions.opened();
    await opened(session);
    await settled();
    assert.deepEqual(messages, []);
  });

  it("sends the first of many notes, and the others when it is asked", async () => {
    const { ask, session, told } = await hostedPage();
    for (let at = 0; at < 201; at++) await opened(session, { title: `Note ${at}` });
    await ask({ type: "ready" });
    const [state] = told("state");
    assert.ok(state?.type === "state" && state.moreNotes !== undefined);
    assert.equal(state.notes.length, 200);
    const { moreNotes } = state;
    const rest = await ask({ type: "moreNotes", more: moreNotes });
    assert.ok(rest.type === "moreNotes" && rest.more === undefined);
    const ids = new Set([...state.notes, ...rest.notes].map(({ id }) => id));
    assert.deepEqual(ids, new Set(session.notes().keys()));
    await ask({ type: "ready" });
    assert.deepEqual(await ask({ type: "moreNotes", more: moreNotes }), { type: "moreNotes", notes: [] });
  });

  it("sends the first rows of Now, and how many there are beside them", async () => {
    const { ask, session, told } = await hostedPage();
    await session.setRole("lead");
    for (let at = 0; at < 203; at++) await opened(session, { title: `Note ${at}`, impact: "" });
    await ask({ type: "ready" });
    const [state] = told("state");
    assert.ok(state?.type === "state");
    assert.equal(state.now.length, 200);
    assert.deepEqual(Object.values(state.moreNow ?? {}), [3]);
    await opened(session, { title: "One more", impact: "" });
    await settled();
    const last = told("nowChanged").at(-1);
    assert.ok(last?.type === "nowChanged");
    assert.deepEqual(Object.values(last.moreNow ?? {}), [4]);
  });

  it("sends the names of the dates again where one changed, and not with every note", async () => {
    const { ask, session, told } = await hostedPage();
    await ask({ type: "ready" });
    await opened(session);
    await settled();
    assert.deepEqual(told("milestones"), []);
    await saved(session, { type: "openMilestone", day: "2027-03-31", fields: { title: "Returns chatbot" } });
    await settled();
    assert.deepEqual(
      told("milestones").flatMap((sent) =>
        sent.type === "milestones" ? sent.milestones.map(({ title }) => title) : [],
      ),
      ["Returns chatbot"],
    );
  });

  it("tells of changed notes alone, not of all", async () => {
    const { ask, session, told } = await hostedPage();
    await session.setRole("lead");
    await ask({ type: "ready" });
    const id = await opened(session, { title: "New" });
    await settled();
    const [changed] = told("notesChanged");
    assert.ok(changed?.type === "notesChanged");
    assert.deepEqual(
      changed.changed.map((row) => row.id),
      [id],
    );
    assert.equal(told("state").length, 1);
    const [now] = told("nowChanged");
    assert.ok(now?.type === "nowChanged");
    assert.deepEqual(
      now.change.put.map(({ at, row }) => [at, row.record]),
      [[0, id]],
    );
    assert.deepEqual(told("now"), []);
    assert.ok(told("frame").length >= 1);
  });

  it("gives a note, and word of its changes until another is watched", async () => {
    const { ask, session, told } = await hostedPage();
    await ask({ type: "ready" });
    const id = await opened(session, { title: "Watched" });
    const reply = await ask({ type: "watch", note: id });
    assert.ok(reply.type === "note" && reply.note?.title === "Watched");
    await saved(session, { type: "comment", note: id, text: "again" });
    const heardOf = (text: string) =>
      told("note").some((message) => message.type === "note" && message.note.comments.at(-1)?.text === text);
    await until("word of the change", () => heardOf("again"));
    assert.deepEqual(await ask({ type: "watch", note: null }), { type: "note", note: null });
    await saved(session, { type: "comment", note: id, text: "and again" });
    await until("the list to change", () => told("notesChanged").length === 3);
    await settled();
    assert.equal(heardOf("and again"), false);
  });

  it("says that a note is not here", async () => {
    const { ask } = await hostedPage();
    assert.deepEqual(await ask({ type: "watch", note: nobody }), { type: "note", note: null });
  });

  it("performs what people say, and asks for consent afterwards", async () => {
    const { ask, session, done } = await hostedPage();
    await ask({ type: "ready" });
    const id = await opened(session);
    const reply = await ask({ type: "perform", action: { type: "comment", note: id, text: "Yes" } });
    assert.ok(reply.type === "performed" && reply.outcome.kind === "saved");
    assert.equal(session.note(id)?.comments.length, 1);
    assert.deepEqual(done, ["said"]);
  });

  it("explains a refusal in words, and what was typed stays on the page", async () => {
    const { ask, session, done } = await hostedPage();
    await ask({ type: "ready" });
    const id = await opened(session);
    const reply = await ask({ type: "perform", action: { type: "comment", note: id, text: "  " } });
    assert.ok(reply.type === "performed" && reply.outcome.kind === "refused");
    assert.match(reply.explanation ?? "", /Write a few words/);
    assert.deepEqual(done, []);
  });

  it("keeps what is being typed, and forgets it when it is emptied", async () => {
    const { ask, session } = await hostedPage();
    await ask({ type: "ready" });
    const id = await opened(session);
    await ask({ type: "keepTyped", note: id, key: "comment", text: "half a thou" });
    const reply = await ask({ type: "watch", note: id });
    assert.deepEqual(reply.type === "note" && reply.note?.typed, { comment: "half a thou" });
    await ask({ type: "keepTyped", note: id, key: "comment", text: "" });
    const after = await ask({ type: "watch", note: id });
    assert.deepEqual(after.type === "note" && after.note?.typed, {});
  });

  it("shows the retro that is open, keeps what is typed there, and has Together in the bar for everybody", async () => {
    const { ask, session, told } = await hostedPage();
    await ask({ type: "ready" });
    const nothing = await ask({ type: "watchView", view: { view: "retro" } });
    assert.ok(nothing.type === "view" && nothing.view?.view === "retro");
    assert.equal(nothing.view.retro, null);
    const period = { from: "2026-11-02", to: "2026-11-20" };
    const retro = await saved(session, { type: "openRetro", fields: { name: "Sprint 14", period } });
    const last = () => told("view").findLast((message) => message.type === "view")?.view;
    await until("word of the retro", () => {
      const view = last();
      return view?.view === "retro" && view.id === retro;
    });
    assert.deepEqual(await ask({ type: "keepTyped", note: retro, key: "retro.mine", text: "half a" }), {
      type: "done",
    });
    const again = await ask({ type: "watchView", view: { view: "retro", id: retro } });
    assert.deepEqual(again.type === "view" && again.view?.view === "retro" && again.view.typed, {
      "retro.mine": "half a",
    });
    await until("the bar to have it", () => {
      const frame = told("frame").findLast((message) => message.type === "frame");
      return frame?.frame.togetherOpened === true;
    });
  });

  it("keeps a role, and tells of it", async () => {
    const { ask, session, messages } = await hostedPage();
    await ask({ type: "ready" });
    await ask({ type: "setRole", role: "pm" });
    await settled();
    assert.equal(session.role(), "pm");
    const last = messages.findLast((message) => "frame" in message);
    assert.equal(last && "frame" in last && last.frame.role, "pm");
  });

  it("shows a place, and says on the page where that can't be done", async () => {
    const { ask, session, done } = await hostedPage();
    await ask({ type: "ready" });
    const id = await opened(session);
    assert.deepEqual(await ask({ type: "showPlace", note: id, place }), { type: "done" });
    assert.deepEqual(await ask({ type: "comparePlace", note: id, place }), { type: "done" });
    assert.deepEqual(done, [`showPlace ${id} ${place}`, `comparePlace ${id} ${place}`]);
    const lost = await ask({ type: "showPlace", note: id, place: "gone" });
    assert.match(lost.type === "failed" ? lost.explanation : "", /show where it belongs now/);
    const gone = await ask({ type: "tellYourPm", note: nobody });
    assert.match(gone.type === "failed" ? gone.explanation : "", /not in the repositories/);
  });

  it("does not make the page wait while somebody looks for the lines", async () => {
    const { ask, session, done } = await hostedPage();
    await ask({ type: "ready" });
    const id = await opened(session);
    assert.deepEqual(await ask({ type: "chooseLines", note: id, place }), { type: "done" });
    assert.deepEqual(done, [`chooseLines ${id} ${place}`]);
  });

  it("copies a link that opens what it is of, and none to the example", async () => {
    const { ask, done } = await hostedPage();
    await ask({ type: "ready" });
    for (const of of ["note", "date", "why", "retro"] as const)
      assert.deepEqual(await ask({ type: "copyLink", of, id: nobody }), { type: "done" });
    assert.deepEqual(
      done.map((line) => routeOf(new URL(line.replace("copy ", "")).pathname)),
      [
        { section: "notes", note: nobody },
        { section: "roadmap", show: { view: "milestone", id: nobody } },
        { section: "roadmap", show: { view: "brief", id: nobody } },
        { section: "together", show: { view: "retro", id: nobody } },
      ],
    );
    const example = await ask({ type: "copyLink", of: "note", id: EXAMPLE_NOTE });
    assert.match(example.type === "failed" ? example.explanation : "", /example/);
  });

  it("syncs and flags", async () => {
    const { ask, done } = await hostedPage();
    await ask({ type: "ready" });
    await ask({ type: "sync" });
    await ask({ type: "flag" });
    await ask({ type: "startIncident" });
    assert.deepEqual(done, ["sync", "flag", "startIncident"]);
  });

  it("fills a note in from the history, on request alone", async () => {
    const { ask, session, machine, time } = await hostedPage();
    await ask({ type: "ready" });
    const anchor = { path: "cart.ts", startLine: 1, endLine: 1, quote: ["a"] };
    const id = await saved(session, { type: "openNote", fields: { title: "Slow" }, anchors: [anchor] });
    machine.code.files.set("cart.ts", "a\n");
    const head = "a".repeat(40);
    machine.user.commit = head;
    machine.changes.add({
      id: head,
      parents: [],
      files: { "cart.ts": "a\n" },
      at: Date.parse(time.now()) / 1000,
      author: ben,
      subject: "Add the cart",
    });
    assert.deepEqual(machine.changes.calls, []);
    const reply = await ask({ type: "historyEvidence", note: id });
    assert.ok(reply.type === "historyEvidence" && reply.told.kind === "found", JSON.stringify(reply));
    assert.match(reply.told.facts[0]?.text ?? "", /^The file with this code changed once/);
    assert.equal(reply.told.source, `git history up to ${head.slice(0, 10)}`);
    assert.doesNotMatch(JSON.stringify(reply), /ben/i);
    assert.equal(session.note(id)?.evidence.length, 0);
    const none = await ask({ type: "historyEvidence", note: nobody });
    assert.equal(none.type, "failed");
    machine.isReadOnly = true;
    const restricted = await ask({ type: "historyEvidence", note: id });
    assert.ok(restricted.type === "historyEvidence" && restricted.told.kind === "nothing");
    assert.match(restricted.told.explanation, /Restricted Mode/);
  });

  it("suggests files that change often and have no note, flags them and shows them", async () => {
    const { ask, session, machine, time, done } = await hostedPage();
    await ask({ type: "ready" });
    const now = Date.parse(time.now()) / 1000;
    const files = (at: number) => ({ "cart.ts": `${at}\n`, "tax.ts": `${at}\n` });
    const ids = Array.from({ length: 6 }, (_, at) => `${at}`.repeat(40));
    for (const [at, id] of ids.entries()) {
      const parents = ids.slice(0, at).slice(-1);
      machine.changes.add({ id, parents, files: files(at), at: now - 600 + at, author: ben, subject: "x" });
    }
    machine.user.commit = ids.at(-1);
    for (const [path, text] of Object.entries(files(5))) machine.code.files.set(path, text);
    const anchor = { path: "tax.ts", startLine: 1, endLine: 1, quote: ["5"] };
    await saved(session, { type: "openNote", fields: { title: "Tax" }, anchors: [anchor] });
    const repository = session.repository.id;
    assert.deepEqual(await ask({ type: "oftenChanged" }), {
      type: "oftenChanged",
      told: {
        kind: "found",
        files: [{ repository, path: "cart.ts", reason: "Changed 6 times in six months; it has no note." }],
      },
    });
    assert.deepEqual(await ask({ type: "flagFile", repository, path: "cart.ts" }), { type: "done" });
    assert.equal((await ask({ type: "showFile", repository, path: "gone.ts" })).type, "failed");
    assert.equal((await ask({ type: "showFile", repository: "other", path: "a.ts" })).type, "failed");
    assert.deepEqual(done, ["flagFile cart.ts", "showFile gone.ts"]);
  });

  it("stops counting when it is told to, or another note is on screen", async () => {
    const { ask, session, machine } = await hostedPage();
    await ask({ type: "ready" });
    const anchor = { path: "cart.ts", startLine: 1, endLine: 1, quote: ["a"] };
    const id = await saved(session, { type: "openNote", fields: { title: "Slow" }, anchors: [anchor] });
    machine.code.files.set("cart.ts", "a\n");
    machine.user.commit = "a".repeat(40);
    for (const stop of [
      { type: "stopCounting", what: "historyEvidence" },
      { type: "watch", note: nobody },
    ] as const) {
      await ask({ type: "watch", note: id });
      const counting = ask({ type: "historyEvidence", note: id });
      await ask(stop);
      assert.deepEqual(await counting, { type: "historyEvidence", told: { kind: "cancelled" } });
    }
  });

  it("shows an example that is marked as one and never saved", async () => {
    const { ask, session } = await hostedPage();
    await ask({ type: "ready" });
    const reply = await ask({ type: "watch", note: EXAMPLE_NOTE });
    assert.ok(reply.type === "note" && reply.note !== null);
    assert.match(reply.note.title, /^Example:/);
    assert.equal(reply.note.options.filter(({ taken }) => taken).length, 1);
    const said = await ask({
      type: "perform",
      action: { type: "comment", note: EXAMPLE_NOTE, text: "Me too" },
    });
    assert.match(said.type === "failed" ? said.explanation : "", /example/);
    assert.equal(session.notes().size, 0);
  });

  it("says why there is nothing to show", async () => {
    const { ask, told } = await hostedPage({ folders: 0 });
    await ask({ type: "ready" });
    const [state] = told("state");
    assert.match(state?.type === "state" ? (state.frame.blocked ?? "") : "", /No folder is open/);
  });

  for (const [what, raw] of [
    ["no object", "ready"],
    ["no id", { request: { type: "ready" } }],
    ["an unknown request", { id: 1, request: { type: "run", command: "rm" } }],
    ["a note that is no id", { id: 1, request: { type: "watch", note: "../../etc" } }],
    ["nothing", undefined],
  ] as const)
    it(`drops what is ${what}, and says so in the log`, async () => {
      const { host, messages, warnings, done } = await hostedPage();
      await host.receive(raw);
      assert.deepEqual(messages, []);
      assert.deepEqual(done, []);
      assert.equal(warnings.length, 1);
    });

  it("answers also where something breaks", async () => {
    const { ask, warnings, session } = await hostedPage();
    await ask({ type: "ready" });
    const id = await opened(session);
    session.perform = () => Promise.reject(new Error("broken"));
    const reply = await ask({ type: "perform", action: { type: "comment", note: id, text: "Yes" } });
    assert.match(reply.type === "failed" ? reply.explanation : "", /Something went wrong/);
    assert.equal(warnings.length, 1);
  });

  it("says what to do where this machine can't keep anything", async () => {
    const { ask, machine } = await hostedPage();
    await ask({ type: "ready" });
    machine.files.isFull = true;
    for (const request of [
      { type: "setRole", role: "pm" },
      { type: "setName", name: "Ann" },
    ] as const) {
      const reply = await ask(request);
      assert.match(reply.type === "failed" ? reply.explanation : "", /could not save: .* make room/);
    }
  });

  it("is quiet once it is closed", async () => {
    const { ask, host, session, messages } = await hostedPage();
    await ask({ type: "ready" });
    host.dispose();
    const before = messages.length;
    await opened(session);
    await settled();
    assert.equal(messages.length, before);
  });
});
