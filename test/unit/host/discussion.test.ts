import assert from "node:assert/strict";
import { discussion } from "../../../src/host/threads/discussion.ts";
import { summarize } from "../../../src/host/note-summary.ts";
import { ann, ben, inEnglish, petra } from "../../support/app-world.ts";
import { Story } from "../../support/story.ts";

const today = "2026-11-22";
const entries = (story: Story) =>
  discussion(story.note, today, inEnglish).map(({ author, label, text }) => `${author} ${label}: ${text}`);

const tabled = () =>
  new Story(ann, "2026-11-02", {
    kind: "bottleneck",
    neededBy: { day: "2027-03-14", why: "the chatbot date" },
  }).says(ann, {
    type: "tableOptions",
    options: [{ fields: { title: "Search service" } }, { fields: { title: "By the page" } }],
  });

describe("the discussion at the line", () => {
  it("begins with what the note is, the effect on users first", () => {
    assert.deepEqual(entries(tabled()), [
      "Ann flagged it: Search takes over 5 s\n\nBottleneck · Options ready\n\nNeeded by 14 March 2027: the chatbot date",
    ]);
  });

  it("says everything in the order it was said", () => {
    const story = tabled();
    const asked = story.on("2026-11-03").says(petra, { type: "ask", text: "Help me understand B" });
    const question = asked.note.questions[0]?.id ?? "";
    const option = asked.note.options[1]?.id ?? "";
    const told = asked
      .says(ann, { type: "answer", question, text: "It holds for a year" })
      .says(petra, { type: "acceptAnswer", question })
      .says(ben, { type: "comment", text: "Until 50,000 products" })
      .says(petra, { type: "decide", option, because: "March holds" })
      .says(petra, { type: "hear", text: "The date can't move", backBy: "2026-12-01" });
    assert.deepEqual(entries(told).slice(1), [
      "Petra asks: Help me understand B",
      "Ann answers: It holds for a year",
      "Petra has an answer: That answers it.",
      "Ben : Until 50,000 products",
      "Petra decides: Decided: B, because March holds",
      "Petra has heard it: The date can't move\n\nI'll come back by 1 December.",
    ]);
  });

  it("says which decision has been replaced", () => {
    const story = tabled();
    const [a, b] = story.note.options.map(({ id }) => id);
    const told = story
      .says(petra, { type: "decide", option: a ?? "", because: "it is right" })
      .says(petra, { type: "decide", option: b ?? "", because: "it is quick" });
    assert.deepEqual(entries(told).slice(1), [
      "Petra decides: Decided: A, because it is right\n\nA later decision has replaced this one.",
      "Petra decides: Decided: B, because it is quick",
    ]);
  });

  it("gives every author and text on it as what it is", () => {
    const mallory = { name: "__proto__ \u202E\u001b[2J<b>../x</b>", email: "--upload-pack=x" };
    const told = new Story(mallory, "2026-11-02", { impact: "a\u202Eb" }).says(mallory, {
      type: "comment",
      text: "__proto__\u001b[31m",
    });
    assert.deepEqual(entries(told), [
      "__proto__ [2J<b>../x</b> flagged it: ab\n\nBottleneck · On record",
      "__proto__ [2J<b>../x</b> : __proto__[31m",
    ]);
  });

  it("shows who sees it differently, with the commitment", () => {
    const story = tabled();
    const option = story.note.options[0]?.id ?? "";
    const decided = story.says(petra, { type: "decide", option, because: "it is right" });
    const decision = decided.note.decisions[0]?.id ?? "";
    const told = decided.says(ben, { type: "differ", decision, because: "B is enough", commits: true });
    assert.equal(entries(told).at(-1), "Ben sees it differently, and supports the decision: B is enough");
  });
});

describe("a note in a few lines", () => {
  it("asks for help where nobody knows the effect on users yet", () => {
    const { impact } = summarize(new Story(ann, today, { impact: "" }).note, today, inEnglish);
    assert.equal(impact, "Effect on users: not known yet. Can you help find out?");
  });

  it("is on one line each, whatever was pasted", () => {
    const note = new Story(ann, today, { title: "a\n\nb\u202Ec", impact: "d\r\ne" }).note;
    const { title, impact } = summarize(note, today, inEnglish);
    assert.deepEqual([title, impact], ["a bc", "d e"]);
  });

  it("names both decisions where it was decided twice", () => {
    const story = tabled();
    const before = story.note;
    const [a, b] = before.options.map(({ id }) => id);
    story.without(ann, { type: "decide", option: a ?? "", because: "it is right" }, before);
    story.without(petra, { type: "decide", option: b ?? "", because: "it is quick" }, before);
    const { decided, standing } = summarize(story.note, today, inEnglish);
    assert.deepEqual([...decided].sort(), [
      "Decided: A, because it is right",
      "Decided: B, because it is quick",
    ]);
    assert.match(standing, /Decided twice/);
  });
});
