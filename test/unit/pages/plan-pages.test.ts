import assert from "node:assert/strict";
import { pageRenderer } from "../../../src/app/page-renderer.ts";
import { Book } from "../../../src/app/book.ts";
import { english } from "../../../src/base/translate.ts";
import { agreementLabel, firmnessLabel } from "../../../src/protocol/labels.ts";
import { notePagePath } from "../../../src/store/pages/note-page-path.ts";
import { retroPagePath } from "../../../src/store/pages/retro-pages.ts";
import { whyPagePath } from "../../../src/store/pages/why-pages.ts";
import { agreementWords, firmnessWords } from "../../../src/store/pages/words.ts";
import { appWorld, exchanged, opened, saved } from "../../support/app-world.ts";
import type { AppWorld } from "../../support/app-world.ts";

const chatbot = {
  type: "openMilestone",
  day: "2027-03-31",
  fields: { title: "Returns chatbot", promisedTo: "support", firmness: "fixed" },
} as const;
const sprint = { kind: "sprint", name: "Sprint 14", from: "2026-11-23", to: "2026-12-04" } as const;
const period = { from: "2026-11-02", to: "2026-11-30" };

const filesOf = ({ remote }: AppWorld): ReadonlyMap<string, string> =>
  remote.at(remote.tip)?.files ?? new Map();
const pageOf = (world: AppWorld, path: string): string =>
  filesOf(world).get(path) ?? assert.fail(`no ${path}`);

describe("the pages of the roadmap", () => {
  it("tell every move of a date with its cause and its notice, and what engineering says", async () => {
    const world = await appWorld();
    const { ann, ben } = world;
    const note = await opened(ann, { title: "The vendor is late" });
    const milestone = await saved(ann, chatbot);
    await exchanged(ann, ben);
    await saved(ben, { type: "answerMilestone", milestone, day: "2027-03-31", answer: "agreed" });
    await exchanged(ben, ann);
    assert.match(pageOf(world, "roadmap.md"), /Engineering: Agreed/);
    await saved(ann, {
      type: "moveMilestone",
      milestone,
      to: "2027-04-14",
      because: "The *vendor* is late",
      notes: [note],
    });
    await exchanged(ann, ben);
    const page = pageOf(world, "roadmap.md");
    assert.match(page, /\| 2027-04-14 \| Returns chatbot \| support \| Fixed \| Not asked \|/);
    assert.match(page, /2027-03-31 → 2027-04-14, because The &#42;vendor&#42; is late/);
    assert.match(page, /129 days of notice; engineering had agreed to the old date\. \(Ann, 2026-11-22\)/);
    assert.ok(page.includes(`[note 1](${notePagePath(note)})`));
    const first = pageOf(world, "README.md");
    assert.match(first, /## Roadmap/);
    assert.ok(first.includes("(roadmap.md)"));
    assert.equal(first.includes("(whys.md)"), false);
  });

  it("say both dates where two people moved one without seeing each other", async () => {
    const world = await appWorld();
    const { ann, ben } = world;
    const milestone = await saved(ann, chatbot);
    await exchanged(ann, ben);
    const move = { type: "moveMilestone", milestone, because: "Late" } as const;
    await saved(ann, { ...move, to: "2027-04-14" });
    await saved(ben, { ...move, to: "2027-05-02" });
    await exchanged(ann, ben);
    assert.match(pageOf(world, "roadmap.md"), /\| 2027-04-14 or 2027-05-02 \|/);
  });

  it("are not there where there are no dates", async () => {
    const world = await appWorld();
    await opened(world.ann);
    await exchanged(world.ann);
    assert.equal(filesOf(world).has("roadmap.md"), false);
    assert.equal(pageOf(world, "README.md").includes("## Roadmap"), false);
  });
});

describe("the pages of the whys", () => {
  it("show the paragraph, the parts of the product and what engineers have against it", async () => {
    const world = await appWorld();
    const { ann, ben } = world;
    const brief = await saved(ann, {
      type: "openBrief",
      fields: {
        text: "Whoever returns a parcel <b>waits</b>.\n\nNobody tells them.",
        scope: sprint,
        areas: [{ name: "Returns", paths: ["src/returns/**"] }],
      },
    });
    await exchanged(ann, ben);
    await saved(ben, { type: "challengeBrief", brief, kind: "betterIdea", text: "Send a mail" });
    await exchanged(ann, ben);
    const page = pageOf(world, whyPagePath(brief));
    assert.match(page, /^# Sprint 14\n/);
    assert.ok(page.includes("Whoever returns a parcel &#60;b&#62;waits&#60;/b&#62;.\n\nNobody tells them."));
    assert.match(page, /- Returns\n/);
    assert.equal(page.includes("src/returns"), false, "a name for people, no path");
    assert.match(page, /\*\*Better idea:\*\* Send a mail Waits for an answer\. \(Ben, /);
    assert.ok(pageOf(world, "whys.md").includes(`[Sprint 14](${whyPagePath(brief)})`));
    assert.ok(pageOf(world, "README.md").includes("(whys.md)"));
  });

  it("follow the date that they are for", async () => {
    const world = await appWorld();
    const { ann } = world;
    const milestone = await saved(ann, chatbot);
    const brief = await saved(ann, {
      type: "openBrief",
      fields: { text: "Why", scope: { kind: "milestone", milestone }, areas: [] },
    });
    await exchanged(ann);
    assert.match(pageOf(world, whyPagePath(brief)), /^# Returns chatbot\n\n2027-03-31 · /);
    await saved(ann, { type: "editMilestone", milestone, fields: { title: "Returns by chat" } });
    await exchanged(ann);
    assert.match(pageOf(world, whyPagePath(brief)), /^# Returns by chat\n/);
  });
});

describe("the pages of the retros", () => {
  it("show what people wrote once the PM has shared, and what became of what is to be done", async () => {
    const world = await appWorld();
    const { ann, ben } = world;
    const retro = await saved(ann, { type: "openRetro", fields: { name: "Sprint 14", period } });
    await exchanged(ann, ben);
    await saved(ben, { type: "shareInRetro", retro, part: "inTheWay", text: "The vendor was late" });
    await exchanged(ann, ben);
    assert.equal(pageOf(world, retroPagePath(retro)).includes("vendor"), false);
    assert.match(pageOf(world, retroPagePath(retro)), /The PM goes first\./);
    await saved(ann, { type: "shareInRetro", retro, part: "mine", text: "I did not ask support" });
    await saved(ann, { type: "takeDownAction", retro, text: "Ask support first" });
    const action = ann.recordsOf("retro").get(retro)?.actions[0]?.id ?? assert.fail("no action");
    await saved(ann, {
      type: "makeNoteOfAction",
      retro,
      action,
      fields: { title: "Support is asked last" },
    });
    await exchanged(ann, ben);
    const page = pageOf(world, retroPagePath(retro));
    assert.match(page, /## Something I did that didn't work\n\nI did not ask support\n\n\(Ann, /);
    assert.match(page, /## What got in the way\n\nThe vendor was late\n\n\(Ben, /);
    const [note] = [...ann.notes().keys()];
    assert.ok(page.includes(`became [a note](../../../${notePagePath(note ?? "")})`));
    assert.ok(pageOf(world, "retros.md").includes(`[Sprint 14](${retroPagePath(retro)})`));
    assert.ok(pageOf(world, "README.md").includes("(retros.md)"));
  });
});

describe("pages beside the notes", () => {
  it("are the same bytes whoever renders them, in part or in whole", async () => {
    const world = await appWorld();
    const { ann, ben } = world;
    const milestone = await saved(ann, chatbot);
    const retro = await saved(ann, { type: "openRetro", fields: { name: "Sprint 14", period } });
    await exchanged(ann, ben);
    await saved(ann, {
      type: "openBrief",
      fields: { text: "Why", scope: { kind: "milestone", milestone }, areas: [] },
    });
    await saved(ben, { type: "moveMilestone", milestone, to: "2027-04-14", because: "Late" });
    await saved(ben, { type: "startRetroWithout", retro });
    await saved(ann, { type: "shareInRetro", retro, part: "helped", text: "Two days without meetings" });
    await exchanged(ben, ann);
    const records = world.remote.at(world.remote.tip)?.records ?? assert.fail("nothing was sent");
    const whole = pageRenderer(new Book())(
      new Map(),
      [...records].flatMap(([record, lines]) => lines.map((line) => ({ record, line }))),
    );
    assert.ok(whole.length >= 7);
    for (const { path, text } of whole) assert.equal(pageOf(world, path), text, path);
  });

  it("use the words of the panel", () => {
    for (const [firmness, words] of Object.entries(firmnessWords))
      assert.equal(words, firmnessLabel(firmness as keyof typeof firmnessWords, english));
    for (const [agreement, words] of Object.entries(agreementWords))
      assert.equal(words, agreementLabel(agreement as keyof typeof agreementWords, english));
  });
});
