import assert from "node:assert/strict";
import type { NotePage } from "../../src/protocol/panel-state.ts";
import { usePanels } from "../support/panel-suite.ts";
import {
  contestedTitle,
  decidedPage,
  decision,
  frame,
  idOf,
  notePage,
  nowRow,
  option,
  place,
  question,
  rowOf,
} from "../support/panel-fixtures.ts";

const ATTACKS = [
  `<img src=x onerror="globalThis.broken = true">`,
  `<script>globalThis.broken = true</script>`,
  `"><svg onload=globalThis.broken=true>`,
  `[click](javascript:alert(1)) ![x](https://evil.example/x.png) **bold** \`code\``,
  `\${globalThis.broken = true} {{constructor.constructor('globalThis.broken = true')()}}`,
  `\u202Etxt.exe\u2066 \u200F \u0007\u001b[31mred\u001b[0m`,
  `__proto__ ../../../etc/passwd --upload-pack=touch\${IFS}owned`,
  `{letter} {because} {name} {count}`,
];

/** A note in which every text that a person can write is `text`. */
function everywhere(text: string): NotePage {
  const said = { by: { name: text, email: text }, at: "2027-02-20T10:00:00+01:00" };
  return decidedPage({
    title: text,
    impact: text,
    context: text,
    costOfDelay: text,
    neededBy: { day: "2027-03-14", why: text },
    owner: said.by,
    labels: [{ id: idOf("label"), label: text }],
    places: [place({ path: text, quote: [text, text], symbol: text, reason: text, status: "changed" })],
    evidence: [
      {
        id: idOf("evidence"),
        ...said,
        text,
        figure: text,
        source: text,
        link: `https://example.org/${encodeURIComponent(text)}`,
      },
    ],
    options: [
      option("A", {
        ...said,
        title: text,
        summary: text,
        implications: text,
        people: text,
        givesUp: text,
        gains: text,
        assumptions: text,
        dependsOn: text,
        stillOwed: text,
        costToUndo: text,
        reversibility: "no",
        risks: [{ text }],
        effort: { likely: 2, unit: "weeks" },
      }),
      option("B", { ...said, title: text, taken: true, recommended: true }),
    ],
    recommendation: { option: idOf("option B"), letter: "B", because: text },
    questions: [
      question("one", {
        ...said,
        text,
        replies: [{ id: idOf("reply"), ...said, kind: "answer", text }],
        waitsFor: "asker",
      }),
    ],
    decisions: [
      decision("B", {
        ...said,
        because: text,
        revisitIf: text,
        consequences: text,
        confirmation: text,
        restsOn: [idOf("evidence")],
        dissent: [{ id: idOf("dissent"), ...said, because: text }],
      }),
    ],
    heard: [{ id: idOf("heard"), ...said, text, mine: false }],
    comments: [{ id: idOf("comment"), ...said, text }],
    contested: [
      {
        ...contestedTitle,
        label: text,
        versions: contestedTitle.versions.map((version) => ({ ...version, ...said, text })),
      },
    ],
    history: [{ id: idOf("history"), ...said, sentence: text }],
    unread: [{ id: idOf("unread"), kind: "unreadable", why: text }],
    typed: { "ask.text": text, ["__proto__"]: text, constructor: text },
  });
}

describe("text from people is text", () => {
  const panels = usePanels();

  for (const attack of ATTACKS) {
    it(`shows ${JSON.stringify(attack)} everywhere, and does nothing else`, async () => {
      for (const width of [1100, 250]) {
        const panel = await panels.note(everywhere(attack), {
          width,
          state: {
            frame: frame({
              repositories: [
                { id: "shop", name: attack },
                { id: "b", name: attack },
              ],
            }),
            notes: [rowOf(everywhere(attack), { folders: [attack] })],
            now: [nowRow("x", { title: attack, reason: attack })],
            unread: [{ id: idOf("unread"), repository: "shop", kind: "newer", why: attack, lines: 1 }],
          },
        });
        for (const fold of ["fold.places", "fold.unreadLines"]) await panel.at(fold).click();
        await panel.at("ask.open").click();
        await panel.settled();
        const inNote = await panel.page.evaluate(() => ({
          broken: "broken" in globalThis,
          polluted:
            "text" in Object.prototype || Object.prototype.hasOwnProperty.call(Object.prototype, "polluted"),
          elements: document.querySelectorAll(
            "main img, main script, main iframe, main object, main embed, main svg[onload], main strong b",
          ).length,
          links: [...document.querySelectorAll("a")]
            .map((link) => link.getAttribute("href"))
            .filter((href) => href !== "#" && href?.startsWith("https://example.org/") !== true),
        }));
        assert.deepEqual(inNote, { broken: false, polluted: false, elements: 0, links: [] });
        await panel.at("back").click();
        await panel.page.locator(".note-rows [role=row]").first().waitFor();
        await panel.page.evaluate(() => globalThis.fakeHost.emit({ type: "go", route: { section: "now" } }));
        await panel.page.locator(".now-row").waitFor();
        assert.equal(await panel.page.evaluate(() => "broken" in globalThis), false);
      }
    });
  }

  it("shows the words themselves", async () => {
    const { page } = await panels.note(notePage({ impact: ATTACKS[0]! }));
    assert.equal(await page.locator(".impact .said").innerText(), ATTACKS[0]);
  });

  it("takes out what steers the reading direction, and gives every text a direction of its own", async () => {
    const { page } = await panels.note(
      notePage({
        title: "invoice\u202Efdp.exe",
        impact: "البحث بطيء جدا في المتاجر الكبيرة",
        options: [
          option("A", {
            title: "انقل البحث",
            implications: "Mixed عربي text",
            effort: { likely: 2, unit: "days" },
          }),
        ],
      }),
    );
    assert.equal(await page.locator("h1").innerText(), "invoicefdp.exe");
    assert.equal(
      await page.locator(".impact .said").evaluate((text) => getComputedStyle(text).direction),
      "rtl",
    );
    assert.equal(await page.locator("main").evaluate((area) => getComputedStyle(area).direction), "ltr");
    assert.equal(
      await page
        .locator(".few-words")
        .first()
        .evaluate((text) => getComputedStyle(text).unicodeBidi),
      "isolate",
    );
    const said = page.locator("h1, .said, .said-line, .few-words, .row-title");
    for (const element of await said.all()) assert.equal(await element.getAttribute("dir"), "auto");
  });

  it("links only to the web, and shows where to: the host, not what an address pretends to be", async () => {
    const links = [
      ["https://github.com@evil.example/login", "Open evil.example"],
      ["http://xn--80ak6aa92e.com/", "Open xn--80ak6aa92e.com"],
      ["javascript:alert(1)", undefined],
      ["data:text/html,x", undefined],
      ["vscode://file/etc/passwd", undefined],
      ["command:workbench.action.quit", undefined],
      ["//evil.example", undefined],
    ] as const;
    for (const [link, shown] of links) {
      const { page } = await panels.note(
        notePage({
          evidence: [
            {
              id: idOf("one"),
              by: { name: "x", email: "x" },
              at: "2027-02-20T10:00:00+01:00",
              text: "See here",
              link,
            },
          ],
        }),
      );
      const names = await page.locator(".evidence a").allInnerTexts();
      assert.deepEqual(names, shown === undefined ? [] : [shown]);
    }
  });
});
