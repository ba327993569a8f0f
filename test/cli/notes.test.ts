import assert from "node:assert/strict";
import { mkdir, symlink } from "node:fs/promises";
import path from "node:path";
import { ExportDocument } from "../../src/cli/documents/export-document.ts";
import { ErrorDocument } from "../../src/cli/documents/error-document.ts";
import { ListDocument } from "../../src/cli/documents/list-document.ts";
import { LogDocument } from "../../src/cli/documents/log-document.ts";
import { ShowDocument } from "../../src/cli/documents/note-document.ts";
import { SavedDocument } from "../../src/cli/documents/saved-document.ts";
import { EXIT } from "../../src/cli/exit-codes.ts";
import { CSV_COLUMNS } from "../../src/cli/text/export-csv.ts";
import { clock } from "../../src/cli/clock.ts";
import { until } from "../support/until.ts";
import { exchange, person, readDocument, team } from "./team.ts";
import type { Person } from "./team.ts";

const IMPACT = "Search takes over 5 s for large shops; the first is expected in March";

/** Twelve lines that git knows. */
async function withSearch({ clone }: Person): Promise<void> {
  const lines = Array.from({ length: 12 }, (_, at) => `const line${at + 1} = ${at + 1};`);
  await clone.write("src/search/query.ts", `${lines.join("\n")}\n`);
  await clone.git("add", ".");
  await clone.git("commit", "--quiet", "-m", "Add the search");
}

const addSearch = (one: Person, ...more: readonly string[]) =>
  one.save("add", "One query loads every product", "--impact", IMPACT, ...more);

/** Events are dated to the second. */
async function nextSecond(): Promise<void> {
  const now = clock.now();
  await until("the next second", () => clock.now() !== now);
}

const show = async (one: Person, id: string) => (await one.json(ShowDocument, "show", id)).note;
const titles = async (one: Person, ...args: readonly string[]) =>
  (await one.json(ListDocument, "list", ...args)).notes.map(({ title }) => title);

describe("notes on the command line", function () {
  this.timeout(60_000);

  it("adds a note with everything that can be said of it", async () => {
    const { ann } = await team();
    await withSearch(ann);
    const id = await addSearch(
      ann,
      ...["--kind", "bottleneck", "--at", "src/search/query.ts:3-5", "--context", "Seen in the load test"],
      ...["--needed-by", "2027-03-01", "--needed-because", "promised to support", "--who-decides", "pm"],
      ...[
        "--owner",
        "Cas <cas@example.org>",
        "--cost-of-delay",
        "Ten shops wait",
        "--likelihood",
        "likely",
        "--hurts",
        "a-lot",
      ],
    );
    const note = await show(ann, id.slice(0, 7));
    assert.equal(note.id, id);
    assert.deepEqual(
      [note.title, note.kind, note.status, note.impact, note.context, note.costOfDelay, note.decider],
      [
        "One query loads every product",
        "bottleneck",
        "onRecord",
        IMPACT,
        "Seen in the load test",
        "Ten shops wait",
        "pm",
      ],
    );
    assert.deepEqual(note.neededBy, { day: "2027-03-01", why: "promised to support" });
    assert.deepEqual(note.owner, { name: "Cas", email: "cas@example.org" });
    assert.deepEqual(note.opened.by, { name: "ann", email: "ann@example.org" });
    const [place] = note.places;
    assert.deepEqual(
      [place?.path, place?.startLine, place?.endLine, place?.status],
      ["src/search/query.ts", 3, 5, "found"],
    );
    assert.deepEqual(place?.quote, ["const line3 = 3;", "const line4 = 4;", "const line5 = 5;"]);
    const events = (await ann.json(LogDocument, "log", id, "--reverse")).events;
    const opened = events[0];
    assert.ok(opened?.state === "applied");
    assert.deepEqual([opened.id, opened.type], [id, "noteOpened"]);
  });

  it("says that nothing has left this machine yet", async () => {
    const { ann } = await team();
    const ran = await ann.run("add", "A title alone");
    assert.equal(ran.exit, EXIT.done);
    assert.match(ran.out, /^[0-9a-f]{7} A title alone: on record\n$/);
    assert.match(ran.err, /Effect on users: not known yet\./);
    assert.match(ran.err, /Saved on this machine only\. To share it with your team, run sightline sync\./);
    const saved = await ann.json(SavedDocument, "comment", ran.out.slice(0, 7), "x");
    assert.deepEqual([saved.waiting, saved.remarks], [2, []]);
  });

  it("names a place from any folder, through a link too, and finds it after the code moved", async () => {
    const { world, ann } = await team();
    await withSearch(ann);
    await symlink(ann.folder, path.join(world.folder, "link"));
    const linked = person(ann.clone, world.environment, path.join(world.folder, "link", "src"));
    const id = await addSearch(linked, "--at", "search/query.ts:3-5", "--at", "../shop/cart.ts:1");
    assert.deepEqual(
      (await show(ann, id)).places.map((place) => place.path),
      ["src/search/query.ts", "shop/cart.ts"],
    );
    const lines = Array.from({ length: 12 }, (_, at) => `const line${at + 1} = ${at + 1};`);
    await ann.clone.write("src/search/query.ts", `// one\n// two\n${lines.join("\n")}\n`);
    const moved = (await show(ann, id)).places[0];
    assert.deepEqual([moved?.status, moved?.startLine, moved?.endLine], ["found", 5, 7]);
    assert.match((await ann.run("show", id)).out, /src\/search\/query\.ts:5-7\n +Moved down 2 lines/);
    const closer = await ann.run("-C", "src", "-C", "search", "list", "--folder", ".", "--json");
    assert.equal(readDocument(ListDocument, closer).notes.length, 1);
  });

  const wrongPlaces: readonly (readonly [string, string, RegExp])[] = [
    ["a file that isn't there", "src/nosuch.ts:1", /There is no file src\/nosuch\.ts, so nothing was saved/],
    ["a file outside", "../else.ts:1", /\.\.\/else\.ts is not in this repository/],
    ["a line beyond the end", "shop/cart.ts:1-2", /shop\/cart\.ts ends at line 1, so nothing was saved/],
    ["a file that is no text", "image.bin:1", /image\.bin is not text/],
    ["git's own folder", ".git/config:1", /is not in this repository/],
    ["a folder", "shop:1", /There is no file shop/],
  ];
  it("refuses a place that can't be one, and saves nothing", async () => {
    const { world, ann } = await team();
    await world.run(ann.folder, ["hash-object", "-w", "--stdin"], "x");
    await ann.clone.write("image.bin", "a\0b");
    for (const [name, place, words] of wrongPlaces) {
      const ran = await ann.run("add", "x", "--at", place);
      assert.match(ran.err, words, name);
      assert.equal(ran.exit, EXIT.refused, name);
    }
    assert.deepEqual(await titles(ann), []);
  });

  it("puts a note at a whole file and a whole folder, and asks about no lines", async () => {
    const { ann } = await team();
    await ann.clone.write("image.bin", "a\0b");
    const id = await ann.save("add", "x", "--at", "shop/cart.ts", "--at", "shop", "--at", "image.bin");
    assert.deepEqual(
      (await show(ann, id)).places.map(({ path: file, whole, status, quote }) => [
        file,
        whole,
        status,
        quote,
      ]),
      [
        ["shop/cart.ts", "file", "found", []],
        ["shop", "folder", "found", []],
        ["image.bin", "file", "found", []],
      ],
    );
    const { out } = await ann.run("show", id);
    assert.match(out, /shop\/cart\.ts \(the whole file\)/);
    assert.match(out, /shop \(the whole folder\)/);
    const missing = await ann.run("add", "x", "--at", "shop/nosuch.ts");
    assert.match(missing.err, /There is no file shop\/nosuch\.ts/);
    assert.equal(missing.exit, EXIT.refused);
    const top = await ann.run("add", "x", "--at", ".");
    assert.match(top.err, /is not in this repository/);
  });

  it("asks before lines are quoted that git does not know, or that look like a secret", async () => {
    const { ann } = await team();
    await ann.clone.write("new.ts", "export const one = 1;\n");
    const quote = async (id: string) => (await show(ann, id)).places[0]?.quote;

    const unasked = await ann.run("add", "x", "--at", "new.ts:1");
    assert.equal(unasked.exit, EXIT.needsAnswer);
    assert.match(unasked.err, /ignored by git or not committed.*nothing was saved.*--no-quote.*--quote/);
    assert.deepEqual(await titles(ann), []);
    assert.equal(
      readDocument(ErrorDocument, await ann.run("add", "x", "--at", "new.ts:1", "--json")).error.kind,
      "quote",
    );

    assert.deepEqual(await quote(await ann.save("add", "shared", "--at", "new.ts:1", "--quote")), [
      "export const one = 1;",
    ]);
    const left = await ann.json(SavedDocument, "add", "left out", "--at", "new.ts:1", "--no-quote");
    assert.deepEqual(left.remarks, ["impactMissing", "quoteLeftOut"]);
    assert.deepEqual(await quote(left.note), []);

    const yes = await ann.at({ answers: ["y"] }, "add", "asked", "--at", "new.ts:1");
    assert.equal(yes.asked.length, 1);
    assert.deepEqual(await quote(yes.out.slice(0, 7)), ["export const one = 1;"]);
    const no = await ann.at({ answers: ["n"] }, "add", "asked", "--at", "new.ts:1");
    assert.deepEqual(await quote(no.out.slice(0, 7)), []);
    const gone = await ann.at({ answers: [] }, "add", "asked", "--at", "new.ts:1");
    assert.equal(gone.exit, EXIT.needsAnswer);

    await ann.clone.write("key.ts", 'const key = "AKIAIOSFODNN7EXAMPLE";\n');
    await ann.clone.git("add", "key.ts");
    await ann.clone.git("commit", "--quiet", "-m", "Add a key");
    const secret = await ann.run("add", "x", "--at", "key.ts:1");
    assert.equal(secret.exit, EXIT.needsAnswer);
    assert.match(secret.err, /secret/);
    assert.doesNotMatch(secret.err, /AKIA/);
  });

  it("changes what is named and leaves the rest", async () => {
    const { ann } = await team();
    await withSearch(ann);
    const id = await addSearch(
      ann,
      "--at",
      "src/search/query.ts:3",
      "--needed-by",
      "2027-03-01",
      "--needed-because",
      "fair",
    );
    await ann.save("edit", id, "--title", "Two queries", "--needed-by", "2027-04-01", "--kind", "techDebt");
    let note = await show(ann, id);
    assert.deepEqual(
      [note.title, note.impact, note.kind, note.neededBy],
      ["Two queries", IMPACT, "techDebt", { day: "2027-04-01", why: "fair" }],
    );
    await ann.save("edit", id, "--needed-because", "the fair moved", "--owner", "me");
    note = await show(ann, id);
    assert.deepEqual([note.neededBy?.why, note.owner?.name], ["the fair moved", "ann"]);
    const old = note.places[0]?.id ?? "";
    await ann.save(
      "edit",
      id,
      "--at",
      "shop/cart.ts:1",
      "--remove-place",
      old.slice(0, 8),
      "--needed-by",
      "none",
      "--owner",
      "none",
    );
    await ann.save(
      "edit",
      id,
      "--evidence",
      "7 s at p95",
      "--figure",
      "7 s",
      "--measured-on",
      "2026-11-01",
      "--source",
      "load test",
    );
    note = await show(ann, id);
    assert.deepEqual(
      [note.neededBy, note.owner, note.places.map((place) => place.path)],
      [null, null, ["shop/cart.ts"]],
    );
    assert.deepEqual(
      note.evidence.map(({ text, figure, source, date }) => ({ text, figure, source, date })),
      [{ text: "7 s at p95", figure: "7 s", source: "load test", date: "2026-11-01" }],
    );
    assert.equal((await ann.run("edit", id)).exit, EXIT.usage);
    assert.match((await ann.run("edit", id, "--title", " ")).err, /A note needs a title/);
    assert.match(
      (await ann.run("edit", id, "--needed-because", "x")).err,
      /--needed-because needs --needed-by/,
    );
  });

  it("closes a note, leaves it out of the list, and opens it again", async () => {
    const { ann } = await team();
    const id = await addSearch(ann);
    await ann.save("add", "Another");
    await ann.save(
      "edit",
      id,
      "--close",
      "put-off",
      "--until",
      "2999-06-01",
      "--because",
      "after the launch",
    );
    assert.deepEqual((await show(ann, id)).closed, {
      as: "putOff",
      until: "2999-06-01",
      because: "after the launch",
    });
    assert.match((await ann.run("show", id)).out, /Put off until 1 June 2999/);
    assert.deepEqual(await titles(ann), ["Another"]);
    const listed = await ann.run("list");
    assert.match(listed.err, /One closed note is left out; --all shows it\./);
    assert.equal((await titles(ann, "--all")).length, 2);
    assert.deepEqual(await titles(ann, "--status", "put-off"), ["One query loads every product"]);
    await ann.save("edit", id, "--reopen");
    assert.equal((await show(ann, id)).status, "onRecord");
  });

  it("closes a note with how it went", async () => {
    const { ann } = await team();
    const id = await addSearch(ann);
    const went = ["--took", "2-3 weeks", "--before-it-hurt", "partly", "--hurt-from", "2026-11-02"];
    assert.match((await ann.run("edit", id, ...went)).err, /--took needs --close/);
    await ann.save("edit", id, "--close", "done", ...went);
    assert.deepEqual((await show(ann, id)).closed, {
      as: "done",
      took: { low: 2, high: 3, unit: "weeks" },
      beforeItHurt: "partly",
      hurtFrom: "2026-11-02",
    });
    const wrong = await ann.run("edit", id, "--close", "done", "--before-it-hurt", "maybe");
    assert.match(wrong.err, /--before-it-hurt can't be "maybe".*never-needed/);
  });

  it("puts options on the table, in the unit typed, and changes one", async () => {
    const { ann } = await team();
    const id = await addSearch(ann);
    const first = await ann.json(
      SavedDocument,
      ...["option", id, "--title", "Load pages of 50", "--implies", "Under 1 s; filters later"],
      ...[
        "--takes",
        "2/2.5/3 weeks",
        "--gives-up",
        "Sorting by margin",
        "--gains",
        "Peace",
        "--people",
        "1 person",
      ],
      ...[
        "--sure",
        "fairly-sure",
        "--undo",
        "easily",
        "--risk",
        "Old links break",
        "--risk",
        "Nobody knows the module",
      ],
      ...[
        "--assumes",
        "The index holds",
        "--depends-on",
        "The upgrade",
        "--still-owes",
        "Tests",
        "--cost-to-undo",
        "A day",
      ],
      ...["--recommend", "--because", "it undoes easily"],
    );
    assert.deepEqual([first.letter, first.remarks], ["A", []]);
    const second = await ann.json(
      SavedDocument,
      "option",
      id,
      "--title",
      "A search service",
      "--takes",
      "2 months",
    );
    assert.deepEqual([second.letter, second.remarks], ["B", ["implicationsMissing"]]);
    const nothing = await ann.json(SavedDocument, "option", id, "--do-nothing", "--implies", "They wait");
    assert.equal(nothing.letter, "C");
    const note = await show(ann, id);
    assert.equal(note.status, "optionsReady");
    assert.deepEqual(note.options[0]?.effort, { low: 2, likely: 2.5, high: 3, unit: "weeks" });
    assert.deepEqual(note.options[1]?.effort, { likely: 2, unit: "months" });
    assert.deepEqual(
      note.options[0]?.risks.map(({ text }) => text),
      ["Old links break", "Nobody knows the module"],
    );
    assert.deepEqual(
      [note.options[0]?.recommended, note.recommendation?.because],
      [true, "it undoes easily"],
    );
    const { out } = await ann.run("show", id);
    for (const words of [
      /^ {2}A {2}Load pages of 50 \[engineering would take this, because it undoes easily\]$/m,
      /What users get or lose: Under 1 s; filters later/,
      /How long: 2 to 3 weeks, likely 2\.5 · 1 person · fairly sure/,
      /How long: 2 months, no range given/,
      /What users get or lose: nobody has written it yet/,
      /Can it be undone\? Easily · A day/,
      /^ {2}C {2}Do nothing$/m,
    ])
      assert.match(out, words);

    await ann.save("option", id, "b", "--implies", "Instant, in autumn", "--takes", "none");
    await ann.save("option", id, "C", "--withdraw");
    const changed = await show(ann, id);
    assert.deepEqual(
      changed.options.map(({ letter, implications, effort }) => [letter, implications, effort === null]),
      [
        ["A", "Under 1 s; filters later", false],
        ["B", "Instant, in autumn", true],
      ],
    );
    const missing = await ann.run("option", id, "X", "--title", "x");
    assert.equal(missing.exit, EXIT.notFound);
    assert.match(missing.err, /This note has no option X\. Choose one of A, B\./);
    assert.equal((await ann.run("option", id, "A")).exit, EXIT.usage);
    await ann.save("option", id, "C", "--put-back");
    assert.equal((await show(ann, id)).options.length, 3);
  });

  it("carries a question, its answer and a decision between two clones", async () => {
    const { ann, ben } = await team();
    const id = await addSearch(ann);
    await ann.save("option", id, "--title", "Pages", "--implies", "Fast");
    await ann.save("option", id, "--title", "Service", "--implies", "Faster");
    await exchange(ann, ben);

    const asked = await ben.json(
      SavedDocument,
      "ask",
      id.slice(0, 9),
      "Help me understand the trade-offs",
      "--about",
      "a, B",
    );
    const question = (await show(ben, id)).questions[0];
    assert.equal(question?.id, asked.question);
    assert.equal(question?.options.length, 2);
    await exchange(ben, ann);

    assert.deepEqual(
      (await ann.json(ListDocument, "list", "--waiting")).notes.map((note) => note.id),
      [id],
    );
    await ann.save("answer", id, "A can be undone");
    const early = await ann.run("answer", id, "--accept");
    assert.equal(early.exit, EXIT.refused);
    assert.match(early.err, /No question of this note waits for that/);
    await exchange(ann, ben);

    await ben.save("ask", id, "And B?", "--further");
    await exchange(ben, ann);
    await ann.save("answer", id, "--question", question?.id.slice(0, 6) ?? "", "Not in a day");
    await exchange(ann, ben);
    await ben.save("answer", id, "--accept");
    const unreasoned = await ben.run("decide", id, "A");
    assert.equal(unreasoned.exit, EXIT.refused);
    assert.match(unreasoned.err, /The reason is missing.*--because/);
    const decided = await ben.json(
      SavedDocument,
      ...[
        "decide",
        id,
        "a",
        "--because",
        "The date holds",
        "--revisit-on",
        "2027-06-01",
        "--revisit-if",
        "it fails",
      ],
    );
    assert.deepEqual([decided.letter, decided.decision?.length], ["A", 64]);
    await ben.save("hear", id, "Good", "--back-by", "2027-02-01");
    await exchange(ben, ann);

    const note = await show(ann, id);
    assert.equal(note.status, "decided");
    assert.equal(note.questions[0]?.waitsFor, "nobody");
    assert.deepEqual(
      note.questions[0]?.replies.map(({ kind, text }) => [kind, text]),
      [
        ["answer", "A can be undone"],
        ["further", "And B?"],
        ["answer", "Not in a day"],
      ],
    );
    assert.deepEqual(
      note.decisions.map(({ letter, because, revisitOn, stands, by }) => [
        letter,
        because,
        revisitOn,
        stands,
        by.name,
      ]),
      [["A", "The date holds", "2027-06-01", true, "ben"]],
    );
    assert.deepEqual(
      note.heard.map(({ text, backBy }) => [text, backBy]),
      [["Good", "2027-02-01"]],
    );
    const { out } = await ann.run("show", id);
    assert.match(out, /^ {2}A {2}Pages \[decided\]$/m);
    assert.match(
      out,
      /A, because The date holds · look at it again on 1 June 2027 · look at it again if it fails \(ben, today\)/,
    );
  });

  it("says which question is meant where several could be", async () => {
    const { ann } = await team();
    const id = await addSearch(ann);
    await ann.save("ask", id, "First?");
    await ann.save("ask", id, "Second?");
    const ran = await ann.run("answer", id, "Yes");
    assert.equal(ran.exit, EXIT.notFound);
    assert.match(ran.err, /More than one question could be meant.*--question: [0-9a-f]{7}, [0-9a-f]{7}/);
    assert.equal((await ann.run("answer", id, "Yes", "--question", "0123456")).exit, EXIT.notFound);
    const [first] = (await show(ann, id)).questions;
    await ann.save("answer", id, "Yes", "--question", first?.id ?? "");
    await ann.save("answer", id, "No");
    assert.deepEqual(
      (await show(ann, id)).questions.map(({ replies }) => replies.length),
      [1, 1],
    );
  });

  it("does not decide before the impact is written", async () => {
    const { ann } = await team();
    const id = await ann.save("add", "No impact");
    await ann.save("option", id, "--title", "Pages");
    const ran = await ann.run("decide", id, "A", "--because", "x");
    assert.equal(ran.exit, EXIT.refused);
    assert.match(ran.err, /Nobody has written yet what users will notice.*sightline edit --impact/);
    const { error } = readDocument(
      ErrorDocument,
      await ann.run("decide", id, "A", "--because", "x", "--json"),
    );
    assert.equal(error.kind, "impactMissing");
  });

  it("shows two versions, and settles them by setting the field again", async () => {
    const { ann, ben } = await team();
    const id = await addSearch(ann);
    await exchange(ann, ben);
    await ann.save("edit", id, "--title", "Title of Ann");
    await ben.save("edit", id, "--title", "Title of Ben");
    await exchange(ann, ben, ann);
    const both = await show(ann, id);
    assert.deepEqual(both.badges, ["twoVersions"]);
    assert.deepEqual(both.contested[0]?.versions.map(({ text }) => text).sort(), [
      "Title of Ann",
      "Title of Ben",
    ]);
    assert.match(
      (await ann.run("show", id)).out,
      /Two versions: set the field again to settle it\n {2}title\n/,
    );
    await ann.save("edit", id, "--title", both.title);
    assert.deepEqual((await show(ann, id)).contested, []);
  });

  it("lists by status, kind, folder, words and what is mine, the last changed first", async () => {
    const { world, ann, ben } = await team();
    await withSearch(ann);
    const id = await addSearch(ann, "--at", "src/search/query.ts:2", "--kind", "tech-debt");
    await ann.save("add", "Vendor ends support", "--kind", "outside-limit", "--at", "shop/cart.ts:1");
    await exchange(ann, ben);
    await ben.save("add", "A date slips", "--kind", "date-at-risk");
    await exchange(ben, ann);

    assert.deepEqual(await titles(ann, "--kind", "constraint"), ["Vendor ends support"]);
    assert.equal((await titles(ann, "--kind", "tech-debt", "--kind", "delay")).length, 2);
    assert.deepEqual(await titles(ann, "--folder", "src"), ["One query loads every product"]);
    assert.equal((await titles(ann, "--folder", ".")).length, 2);
    assert.deepEqual(await titles(ann, "--search", "VENDOR support"), ["Vendor ends support"]);
    assert.deepEqual(await titles(ann, "--search", "vendor slips"), []);
    assert.deepEqual(await titles(ben, "--mine"), ["A date slips"]);
    assert.deepEqual(await titles(ann, "--status", "decided"), []);
    const none = await ann.run("list", "--status", "decided");
    assert.deepEqual([none.exit, none.out, none.err], [EXIT.done, "", "No note matches.\n"]);
    assert.equal((await ann.run("list", "--folder", "../elsewhere")).exit, EXIT.refused);
    await nextSecond();
    await ann.save("comment", id, "Still so");
    assert.equal((await titles(ann))[0], "One query loads every product");

    await mkdir(path.join(ann.folder, "empty"));
    const inside = person(ann.clone, world.environment, path.join(ann.folder, "empty"));
    assert.deepEqual(await titles(inside, "--folder", "../shop"), ["Vendor ends support"]);
  });

  it("lists one note a line, cut at the width of a terminal, with colours only there", async () => {
    const { ann } = await team();
    const long =
      "A title that is longer than any terminal would ever be, and goes on and on about nothing in particular";
    await ann.save("add", long, "--kind", "problem", "--needed-by", "2999-03-14");
    const piped = (await ann.run("list")).out;
    assert.match(piped, new RegExp(`^[0-9a-f]{7}  On record  Problem  ${long}  by 14 March 2999\\n$`));
    const terminal = (await ann.at({ columns: 80 }, "list")).out;
    assert.match(terminal, /\u001B\[33m[0-9a-f]{7}\u001B\[39m/);
    const bare = terminal.replace(/\u001B\[\d+m/g, "").trimEnd();
    assert.ok(bare.length <= 80, `${bare.length}: ${bare}`);
    assert.match(bare, /… {2}by 14 March 2999$/);
    for (const environment of [{ NO_COLOR: "1" }, { TERM: "dumb" }])
      assert.doesNotMatch((await ann.at({ columns: 80, environment }, "list")).out, /\u001B/);
    assert.match((await ann.at({ columns: 80, environment: { NO_COLOR: "" } }, "list")).out, /\u001B/);
  });

  it("says what to do where nothing is on record", async () => {
    const { ann } = await team();
    const ran = await ann.run("list");
    assert.deepEqual([ran.exit, ran.out], [EXIT.done, ""]);
    assert.match(ran.err, /Nothing is on record here yet\..*sightline add.*sightline sync/);
    const missing = await ann.run("show", "3f2a");
    assert.equal(missing.exit, EXIT.notFound);
    assert.match(missing.err, /no note that begins with 3f2a: nothing is on record here yet/);
  });

  it("reads one text from standard input", async () => {
    const { ann } = await team();
    const ran = await ann.at(
      { input: "First line\n\nSecond paragraph\n" },
      "add",
      "x",
      "--context",
      "-",
      "--json",
    );
    const { note } = readDocument(SavedDocument, ran);
    assert.equal((await show(ann, note)).context, "First line\n\nSecond paragraph");
    const title = await ann.at({ input: "From a pipe\r\n" }, "add", "-", "--json");
    assert.equal((await show(ann, readDocument(SavedDocument, title).note)).title, "From a pipe");
  });

  it("logs every event, with what, who and when, the newest first", async () => {
    const { ann } = await team();
    const id = await addSearch(ann);
    await ann.save("option", id, "--title", "Pages");
    await ann.save("comment", id, "Seen on staging too");
    const log = await ann.json(LogDocument, "log", id.slice(0, 6));
    assert.deepEqual(
      log.events.map((event) => (event.state === "applied" ? [event.type, event.sentence] : event)),
      [
        ["commented", "Said: Seen on staging too"],
        ["optionAdded", "Put option A on the table."],
        ["noteOpened", "Put this on record."],
      ],
    );
    const { out } = await ann.run("log", id);
    assert.match(
      out,
      /^event [0-9a-f]{64}\nBy: {4}ann <ann@example\.org>, as set in git\nDate: {2}\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d{4}\n\n {4}Said: Seen on staging too\n\nevent /,
    );
    const reversed = (await ann.run("log", id, "--reverse")).out;
    assert.deepEqual(reversed.trimEnd().split("\n\nevent ").length, 3);
    assert.match(reversed, new RegExp(`^event ${id}\\n`));
  });

  it("exports Markdown, JSON and CSV, of all notes or some", async () => {
    const { ann } = await team();
    await withSearch(ann);
    const id = await addSearch(ann, "--at", "src/search/query.ts:3-5", "--needed-by", "2027-03-01");
    await ann.save("option", id, "--title", "Pages", "--implies", "Fast");
    await ann.save("decide", id, "A", "--because", "=1+1");
    await nextSecond();
    const done = await ann.save("add", "Long done", "--kind", "enabler");
    await ann.save("edit", done, "--close", "done");

    const markdown = (await ann.run("export")).out;
    assert.match(markdown, /^# One query loads every product\n/);
    assert.match(markdown, /\n## Ways to go\n/);
    assert.match(markdown, /\n\n---\n\n# Long done\n/);
    assert.doesNotMatch(markdown, /what is changed here is written over/);
    assert.equal((await ann.run("export", "--format", "md", done)).out.match(/^# /gm)?.length, 1);

    const json = readDocument(ExportDocument, await ann.run("export", "--format", "json"));
    assert.deepEqual(
      json.notes.map((note) => note.id),
      [id, done],
    );
    assert.deepEqual(json.notes[0], await show(ann, id));
    assert.deepEqual(await ann.json(ExportDocument, "export"), json);
    assert.deepEqual(
      (await ann.json(ExportDocument, "export", "--open")).notes.map((note) => note.id),
      [id],
    );
    assert.deepEqual(
      (await ann.json(ExportDocument, "export", "--kind", "enabler")).notes.map((note) => note.id),
      [done],
    );

    const table = (await ann.run("export", "--format", "csv")).out;
    const rows = table.trimEnd().split("\r\n");
    assert.equal(rows[0], CSV_COLUMNS.map((column) => `"${column}"`).join(","));
    assert.equal(rows.length, 3);
    assert.match(rows[1] ?? "", /"One query loads every product","bottleneck","decided"/);
    assert.match(rows[1] ?? "", /"src\/search\/query\.ts:3-5","A: Pages","A","'=1\+1"/);
    assert.doesNotMatch(table, /ann|example\.org/);
    assert.equal((await ann.run("export", "0123456")).exit, EXIT.notFound);
  });

  it("asks for a name where git has none", async () => {
    const { ann } = await team();
    await ann.clone.git("config", "--unset", "user.name");
    const ran = await ann.run("add", "x");
    assert.equal(ran.exit, EXIT.refused);
    assert.match(ran.err, /Your name is not set in git.*git config user\.name/);
    assert.equal((await ann.run("list")).exit, EXIT.done);
  });

  it("says that this machine can't save or read, where it can't", async () => {
    const { ann, ben } = await team();
    await ann.clone.write(".git/sightline", "somebody put a file here\n");
    const unsaved = await ann.run("add", "x");
    assert.equal(unsaved.exit, EXIT.notSaved);
    assert.match(unsaved.err, /^sightline: This machine could not save.*Nothing was saved.*\n$/);

    await mkdir(path.join(ben.folder, ".git/sightline"));
    await symlink("journal", path.join(ben.folder, ".git/sightline/journal"));
    const unread = await ben.run("list", "--json");
    assert.equal(unread.exit, EXIT.notSaved);
    assert.equal(readDocument(ErrorDocument, unread).error.kind, "notWritable");
    assert.match(unread.err, /^sightline: This machine could not read or write a file: .*ELOOP.*\n$/);
  });

  it("writes nothing where it only looks", async () => {
    const { ann } = await team();
    for (const args of [["list"], ["check"], ["export"], ["show", "3f2a"], ["log", "3f2a"]])
      await ann.run(...args);
    assert.equal(await ann.clone.git("status", "--porcelain", "--ignored"), "");
    assert.equal((await ann.clone.git("for-each-ref")).split("\n").length, 2);
    await assert.rejects(ann.clone.git("--git-dir", ".git/sightline/store.git", "rev-parse", "--git-dir"));
  });
});
