import assert from "node:assert/strict";
import * as vscode from "vscode";
import { routeOf } from "../../../src/host/uri-handler.ts";
import { until } from "../../support/until.ts";
import { workshop } from "../../support/host/workshop.ts";

const panelTab = (): vscode.Tab | undefined =>
  vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => label === "Sightline");

describe("an incident, started", () => {
  it("is on record after two lines, with its three ways and the code that was open, and its page opens", async () => {
    const shop = await workshop();
    await shop.open("src/search.ts", [4, 5]);
    await shop.run("startIncident", undefined, { type: "Nobody can pay by card" }, { type: "20 min ago" });
    const [incident] = [...(await shop.session()).notes().values()];
    assert.equal(incident?.fields.kind.value, "incident");
    assert.equal(incident.fields.title.value, "Nobody can pay by card");
    assert.equal(
      Date.parse(shop.time.now()) - Date.parse(incident.fields.since.value ?? ""),
      20 * 60_000,
      incident.fields.since.value ?? "",
    );
    assert.deepEqual(
      incident.options.map(({ way }) => way),
      ["rollBack", "patch", "hold"],
    );
    assert.equal(incident.anchors[0]?.anchor.path, "src/search.ts");
    assert.match(shop.statusBarItem.text, /Incident since/);
    await until("the panel", panelTab);
  });

  it("is on record when the second line is left, and not when the first is", async () => {
    const shop = await workshop();
    await shop.run("startIncident", undefined, "leave");
    assert.equal((await shop.session()).notes().size, 0);
    await shop.run("startIncident", undefined, { type: "Nobody can pay" }, "leave");
    assert.equal((await shop.session()).notes().size, 1);
  });

  it("starts nothing in Restricted Mode, and says so", async () => {
    const shop = await workshop();
    shop.setTrusted(false);
    await shop.run("startIncident");
    assert.equal((await shop.session()).notes().size, 0);
    assert.equal(shop.prompts.messages.length, 1);
  });
});

describe("evidence on a click", () => {
  it("is counted from the history of the real repository, and goes on the note as a sentence with its date and source", async () => {
    const shop = await workshop();
    const note = await shop.flag("src/search.ts", [3, 6], "One query loads everything");
    const session = await shop.session();
    assert.equal(session.note(note)?.evidence.length, 0, "nothing by itself");
    const told = await session.evidence.ofNote(note, new AbortController().signal);
    assert.ok(told.kind === "found", JSON.stringify(told));
    const [fact] = told.facts;
    assert.ok(fact);
    assert.doesNotMatch(
      told.facts.map(({ text }) => text).join(),
      /\bann\b|src\/search/,
      "nobody is named, and no path",
    );
    const { source, date } = told;
    const head = (await shop.ann.git("rev-parse", "HEAD")).trim();
    assert.ok(source.includes(head.slice(0, 7)), source);
    await session.perform({ type: "addEvidence", note, text: fact.text, source, date });
    const [kept] = session.note(note)?.evidence ?? [];
    assert.deepEqual([kept?.text, kept?.source, kept?.date], [fact.text, source, date]);
  });
});

describe("an address", () => {
  it("opens the panel of this window, on a note and on every other page", async () => {
    const shop = await workshop();
    const note = await shop.flag("src/search.ts", [4, 5], "One query loads everything");
    for (const path of [`/note/${note}`, "/now", "/roadmap", "/retro"]) {
      const route = routeOf(path);
      assert.ok(route, path);
      shop.bench.panel.show(route);
      const tab = await until(`the panel for ${path}`, panelTab);
      assert.ok(tab.isActive, path);
    }
  });
});
