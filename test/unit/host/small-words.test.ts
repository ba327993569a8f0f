import assert from "node:assert/strict";
import { english } from "../../../src/base/translate.ts";
import { panelHtml } from "../../../src/host/panel/panel-html.ts";
import { syncTogether } from "../../../src/host/panel/frame-state.ts";
import { statusText } from "../../../src/host/status-text.ts";
import { syncWords } from "../../../src/host/sync-words.ts";
import { routeOf } from "../../../src/host/uri-handler.ts";
import { Route } from "../../../src/protocol/route.ts";
import type { SyncState } from "../../../src/protocol/panel-state.ts";

const wording = { translate: english, language: "en" };
const quiet = { sharing: false, remark: undefined, incident: undefined, waiting: 0, syncing: false };

describe("the status bar item", () => {
  it("is the name alone when nothing waits", () => {
    assert.equal(statusText(quiet, wording).text, "Sightline");
    assert.deepEqual(statusText({ ...quiet, waiting: 2, incident: "22:50 (UTC+1)" }, wording), {
      text: "$(stop-circle) Incident since 22:50 (UTC+1)",
      spoken: "Incident since 22:50 (UTC+1)",
    });
  });
  it("counts what waits", () => {
    assert.deepEqual(statusText({ ...quiet, waiting: 2 }, wording), {
      text: "Sightline 2",
      spoken: "Sightline: 2 waiting for you",
    });
  });
  it("offers to undo while a note is being shared, whatever else there is to say", () => {
    assert.equal(
      statusText({ ...quiet, sharing: true, remark: "Synced", waiting: 2, syncing: true }, wording).text,
      "Sharing · Undo",
    );
  });
  it("says what has just happened", () => {
    assert.equal(
      statusText({ ...quiet, waiting: 2, remark: "Kept as a draft" }, wording).text,
      "Kept as a draft",
    );
  });
  it("turns while syncing, and the screen reader is not told of every turn", () => {
    assert.deepEqual(statusText({ ...quiet, syncing: true }, wording), {
      text: "$(sync~spin) Sightline",
      spoken: "Sightline: nothing waits for you",
    });
  });
});

describe("the sync state in words", () => {
  const now = Date.parse("2026-11-22T12:00:00Z");
  const words = (state: Partial<SyncState>) =>
    syncWords({ kind: "synced", waiting: 0, ...state }, now, english);
  it("says how long ago", () => {
    assert.equal(words({ lastSynced: "2026-11-22T11:58:00Z" }), "Synced 2 min ago");
    assert.equal(words({ lastSynced: "2026-11-22T07:00:00Z" }), "Synced 5 hours ago");
    assert.equal(words({ lastSynced: "2026-11-20T12:00:00Z" }), "Synced 2 days ago");
  });
  it("does not speak of the future where a clock runs fast", () => {
    assert.equal(words({ lastSynced: "2026-11-22T12:30:00Z" }), "Synced just now");
  });
  it("counts what others don't have yet", () => {
    assert.equal(words({ kind: "waiting", waiting: 3 }), "Not shared yet (3)");
  });
  it("gives the reason where something is in the way", () => {
    assert.equal(
      words({ kind: "stopped", waiting: 3, explanation: "origin asked for a password." }),
      "origin asked for a password.",
    );
    assert.equal(words({ kind: "offline", waiting: 1 }), "Offline: saved here");
  });
});

describe("the sync state of several repositories", () => {
  const session = (state: SyncState) => ({ syncState: () => state });
  it("is the one that needs a person most, with all that waits", () => {
    const together = syncTogether([
      session({ kind: "synced", waiting: 0 }),
      session({ kind: "rewritten", waiting: 2, explanation: "gone" }),
      session({ kind: "waiting", waiting: 3 }),
    ]);
    assert.deepEqual(together, { kind: "rewritten", waiting: 5, explanation: "gone" });
  });
  it("is that there is no remote where there is no repository", () => {
    assert.deepEqual(syncTogether([]), { kind: "noRemote", waiting: 0 });
  });
});

describe("an address that opens Sightline", () => {
  const id = "0123456789abcdef".repeat(4);
  it("leads to a note", () => {
    assert.deepEqual(routeOf(`/note/${id}`), { section: "notes", note: id });
    assert.deepEqual(routeOf(`/note/${id.toUpperCase()}/`), { section: "notes", note: id });
  });
  it("leads to Now", () => {
    assert.deepEqual(routeOf("/now"), { section: "now" });
  });
  it("leads to every view but those that are written in", () => {
    const led = [
      "/roadmap",
      `/date/${id}`,
      `/why/${id}`,
      "/one-on-one",
      "/retro",
      `/retro/${id}`,
      "/words",
    ].map(routeOf);
    assert.deepEqual(
      led.map((route) => route !== undefined && "show" in route && route.show),
      [
        { view: "roadmap" },
        { view: "milestone", id },
        { view: "brief", id },
        { view: "oneOnOne" },
        { view: "retro" },
        { view: "retro", id },
        { view: "words" },
      ],
    );
    for (const route of led) assert.ok(Route.safeParse(route).success);
  });
  for (const path of [
    "/",
    "",
    "/note",
    "/note/12",
    `/note/${id}/more`,
    "/now/then",
    "/command/x",
    "/constructor",
    `/constructor/${id}`,
    `/now/${id}`,
    "/date",
    `/note/${id}%00`,
  ])
    it(`leads nowhere: "${path.slice(0, 30)}"`, () => {
      assert.equal(routeOf(path), undefined);
    });
});

describe("the panel's page", () => {
  const html = panelHtml({
    language: "fr",
    source: "https://csp.example",
    script: "https://csp.example/panel.js",
    styles: "https://csp.example/panel.css",
    nonce: "abc123",
  });
  it("lets nothing run but its own script", () => {
    assert.match(html, /default-src 'none'/);
    assert.match(html, /script-src 'nonce-abc123'"/);
    assert.equal(html.match(/<script/g)?.length, 1);
    assert.ok(html.includes('<script nonce="abc123" src="https://csp.example/panel.js"></script>'));
  });
  it("has no inline style", () => {
    assert.doesNotMatch(html, /unsafe-inline|<style|style=/);
  });
  it("cannot be broken out of by a value", () => {
    const hostile = panelHtml({ language: '"><script>', source: "", script: "", styles: "", nonce: "" });
    assert.doesNotMatch(hostile, /<html lang=""><script>/);
  });
});
