import assert from "node:assert/strict";
import { foldersOf, EVERYTHING, matchingNotes } from "../../src/webview/notes-query.ts";
import type { NotesQuery } from "../../src/webview/notes-query.ts";
import { manyRows, notePage, rowOf } from "../support/panel-fixtures.ts";

const rows = manyRows(700);
const found = (query: Partial<NotesQuery>) => matchingNotes(rows, { ...EVERYTHING, ...query });

describe("looking for notes", () => {
  it("finds every word, in any order, whatever its case and accents", () => {
    const row = rowOf(notePage({ title: "Paiement retardé" }), {
      searchText: "paiement retardé le vendredi",
    });
    const search = (text: string) => matchingNotes([row], { ...EVERYTHING, search: text }).length;
    assert.equal(search("RETARDE paiement"), 1);
    assert.equal(search("vendr"), 1);
    assert.equal(search("paiement samedi"), 0);
    assert.equal(search("  "), 1);
  });

  it("filters by status, kind, folder, mine and waiting, all at once", () => {
    assert.ok(found({ status: "decided" }).every(({ status }) => status === "decided"));
    assert.ok(
      found({ status: "open" }).every(({ status }) =>
        ["onRecord", "optionsReady", "decided"].includes(status),
      ),
    );
    assert.ok(found({ kind: "delay" }).every(({ kind }) => kind === "delay"));
    const both = found({ mine: true, waitsForMe: true, status: "onRecord" });
    assert.ok(both.length > 0);
    assert.ok(both.every((row) => row.mine && row.waitsForMe && row.status === "onRecord"));
  });

  it("takes a folder with the folders in it", () => {
    const billing = found({ folder: "src/billing" });
    assert.ok(billing.some(({ folders }) => folders.includes("src/billing/invoices")));
    assert.ok(billing.every(({ folders }) => folders.some((folder) => folder.startsWith("src/billing"))));
    assert.deepEqual(foldersOf(rows), [
      "lib",
      "lib/legacy",
      "src",
      "src/billing",
      "src/billing/invoices",
      "src/checkout",
      "src/search",
    ]);
  });

  it("puts what is closed last, and sorts the rest as asked", () => {
    const byDate = found({ order: "neededBy" });
    const closed = byDate.findIndex(({ status }) => status === "done");
    const open = byDate
      .slice(0, closed)
      .filter(({ status }) => ["onRecord", "optionsReady", "decided"].includes(status));
    const dates = open.map(({ neededBy }) => neededBy ?? "9999");
    assert.deepEqual(dates, [...dates].sort());
    const titles = found({ order: "title" }).map(({ title }) => title.toLowerCase());
    assert.deepEqual(titles, [...titles].sort());
  });

  it("gives the same order whatever order the rows came in", () => {
    const ids = (list: typeof rows) => matchingNotes(list, EVERYTHING).map(({ id }) => id);
    assert.deepEqual(ids([...rows].reverse()), ids(rows));
  });
});
