import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { projectRoot } from "../../scripts/project.ts";
import type { MilestoneRow } from "../../src/protocol/roadmap-state.ts";
import type { Route } from "../../src/protocol/route.ts";
import { decidedIncident, incidentPage, incidentReview } from "../support/incident-fixtures.ts";
import { chatbotPage, roadmapRows } from "../support/roadmap-fixtures.ts";
import { newWhyPage, whyPage, whyRow } from "../support/why-fixtures.ts";
import { retroPage, retroState, retroUnderWay } from "../support/retro-fixtures.ts";
import { usePanels } from "../support/panel-suite.ts";
import type { PanelOptions, PanelPage } from "../support/fake-host.ts";
import {
  ann,
  barePage,
  contestedTitle,
  decidedPage,
  frame,
  idOf,
  manyRows,
  notePage,
  place,
} from "../support/panel-fixtures.ts";
import { translatedStrings } from "../support/translated-strings.ts";

const page = translatedStrings(path.join(projectRoot, "src/webview"));
const labels = translatedStrings(path.join(projectRoot, "src/protocol"));
const used = new Set([...page.messages, ...labels.messages].map(({ text }) => text));
/** What the panel says, in French. */
const french = Object.fromEntries(
  Object.entries(
    JSON.parse(readFileSync(path.join(projectRoot, "l10n/bundle.l10n.fr.json"), "utf8")) as Record<
      string,
      string
    >,
  ).filter(([text]) => used.has(text)),
);
const places = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

const OPEN = "⟦";
const CLOSE = "⟧";
/** Every message longer, with accents, and between brackets that show where it begins and ends. */
const pseudo = Object.fromEntries(
  [...used].map((text) => {
    const stretched = text.replace(/\{\w+\}|[aeiou]/g, (part) =>
      part.startsWith("{") ? part : { a: "áá", e: "éé", i: "íí", o: "óó", u: "úú" }[part]!,
    );
    return [text, `${OPEN}${stretched}${CLOSE}`];
  }),
);

/** Words that the host sends ready made: reasons in Now, sentences of the history and of figures, times; and titles of notes to tick. */
const READY_MADE = ".reason, .history .said-line, .team-figures p, time, .after, .note-behind";

/** Days are put into words by the browser, in the language of the screen. */
const DAY =
  /\b(\d{1,2} )?(Jan(uary)?|Feb(ruary)?|Mar(ch)?|Apr(il)?|May|June?|July?|Aug(ust)?|Sept(ember)?|Oct(ober)?|Nov(ember)?|Dec(ember)?)\b/gu;

/** Words on screen, or read out, that are neither between the brackets nor from a person. */
const untranslated = ({ page: shown }: PanelPage): Promise<string[]> =>
  shown.evaluate(
    ([open, close, day]) => {
      const texts: string[] = [];
      const take = (text: string | null | undefined, from: Element) => {
        if (
          text === null ||
          text === undefined ||
          text.trim() === "" ||
          from.closest("[dir=auto], pre, code, .box, option, .said-line") !== null
        )
          return;
        let depth = 0;
        let outside = "";
        for (const letter of text) {
          if (letter === open) depth++;
          else if (letter === close) depth--;
          else if (depth === 0) outside += letter;
        }
        outside = outside.replace(/\u2068[^\u2069]*\u2069/g, "").replace(new RegExp(day, "gu"), "");
        if (/\p{L}{2,}/u.test(outside)) texts.push(`${from.localName}.${from.className}: ${outside.trim()}`);
      };
      for (const element of document.querySelectorAll("#panel *")) {
        for (const node of element.childNodes)
          if (node.nodeType === Node.TEXT_NODE) take(node.textContent, element);
        for (const attribute of ["aria-label", "placeholder", "alt"])
          take(element.getAttribute(attribute), element);
      }
      return texts;
    },
    [OPEN, CLOSE, DAY.source] as const,
  );

describe("the words on screen", () => {
  const panels = usePanels();

  it("are all translated into French, with the same places for values", () => {
    assert.deepEqual([...page.notLiteral, ...labels.notLiteral], []);
    assert.deepEqual(
      [...used].filter((text) => !Object.hasOwn(french, text)),
      [],
    );
    for (const [text, translation] of Object.entries(french)) {
      assert.deepEqual(places(translation), places(text), text);
      assert.notEqual(translation.trim(), "", text);
    }
  });

  it("say nothing that the product does not say: no jargon, no exclamation, no praise", () => {
    for (const text of [...used, ...Object.values(french)]) {
      assert.doesNotMatch(
        text,
        /\b(RICE|CD3|DACI|RAID|hotspot|orphaned|superseded|dissent|anchor|fatal)\b/i,
        text,
      );
      assert.doesNotMatch(text, /!/, text);
      assert.doesNotMatch(text, /\b(simply|great|awesome|oops|please)\b/i, text);
    }
  });

  describe("go through the table, every one: a made-up language leaves no English behind on", () => {
    const words = { words: pseudo };
    const lead = { ...words, frame: frame({ role: "lead" as const, me: ann }) };
    const opened =
      (key: string, open: () => Promise<PanelPage>): (() => Promise<PanelPage>) =>
      async () => {
        const panel = await open();
        await panel.at(key).click();
        await panel.settled();
        return panel;
      };
    const note = (state: PanelOptions["state"] = words) => panels.note(notePage(), { state });
    const retro = (shown: Parameters<typeof retroState>[0]) =>
      panels.panel({
        views: [retroState(shown)],
        state: { ...words, route: { section: "together", show: { view: "retro" } } },
      });
    const roadmap = (
      show: Extract<Route, { section: "roadmap" }>["show"],
      milestones: readonly MilestoneRow[] = roadmapRows,
    ) =>
      panels.panel({
        views: [
          {
            view: "roadmap",
            repository: "shop",
            milestones: [...milestones],
            briefs: milestones.length === 0 ? [] : [whyRow],
          },
          chatbotPage(),
          whyPage(),
          newWhyPage(),
        ],
        state: { ...words, route: { section: "roadmap", show } },
      });
    const views: Record<string, () => Promise<PanelPage>> = {
      first: () =>
        panels.panel({ state: { ...words, now: [], notes: [], frame: frame({ role: null, noteCount: 0 }) } }),
      "first, pm": () =>
        panels.panel({ state: { ...words, now: [], notes: [], frame: frame({ noteCount: 0 }) } }),
      nothing: () => panels.panel({ state: { ...words, now: [] } }),
      list: () =>
        panels.panel({
          state: {
            ...words,
            route: { section: "notes" },
            notes: manyRows(40),
            frame: frame({ noteCount: 40 }),
          },
        }),
      note,
      decided: () => panels.note(decidedPage(), { state: words }),
      contested: () =>
        panels.note(
          notePage({
            contested: [contestedTitle],
            closed: { as: "done" },
            unread: [{ id: idOf("x"), kind: "newer", why: "" }],
          }),
          { state: words },
        ),
      places: opened("fold.places", () =>
        panels.note(
          notePage({
            places: [place({ reason: "" }), place({ id: idOf("p"), reason: "", status: "orphaned" })],
          }),
          { state: words },
        ),
      ),
      bare: () => panels.note(barePage(), { state: words }),
      composing: opened("moreAboutOptions", () => panels.note(barePage(), { state: lead })),
      asking: opened("ask.open", note),
      deciding: opened("decide.more", opened("decide.open", note)),
      heard: opened("heard.open", note),
      closing: opened("close.open", note),
      evidence: opened("evidence.open", note),
      differing: opened(`differ.${idOf("decision B")}.open`, () =>
        panels.note(decidedPage(), { state: words }),
      ),
      narrow: () => panels.note(notePage(), { state: words, width: 250 }),
      "no retro": opened("openRetro.open", () => retro(null)),
      "a retro that waits": opened("startWithout.open", () => retro(retroPage({ othersWrote: true }))),
      "a retro": opened(`action.why.${idOf("action vendor")}.open`, () => retro(retroUnderWay())),
      "an incident": () => panels.note(incidentPage(), { state: words }),
      "a decided incident": () => panels.note(decidedIncident(), { state: words }),
      "a review": () => panels.note(incidentReview(), { state: words }),
      "no roadmap": () => roadmap({ view: "roadmap" }, []),
      roadmap: () => roadmap({ view: "roadmap" }),
      "a date": () => roadmap({ view: "milestone", id: chatbotPage().id }),
      "moving a date": opened("moveDate.open", () => roadmap({ view: "milestone", id: chatbotPage().id })),
      "a why": () => roadmap({ view: "brief", id: whyRow.id }),
      "writing a why": () => roadmap({ view: "newBrief" }),
      "1:1": () =>
        panels.panel({
          views: [{ view: "oneOnOne", repository: "shop", id: idOf("1:1"), typed: {}, earlier: [] }],
          state: { ...words, route: { section: "together", show: { view: "oneOnOne" } } },
        }),
      "no words": () =>
        panels.panel({
          views: [{ view: "words", repository: "shop", words: [] }],
          state: { ...words, route: { section: "together", show: { view: "words" } } },
        }),
      missing: async () => {
        const panel = await panels.panel({ state: words, notes: [] });
        await panel.emit({ type: "go", route: { section: "notes", note: idOf("nowhere") } });
        await panel.page.getByRole("heading", { level: 1 }).waitFor();
        return panel;
      },
    };
    for (const [name, open] of Object.entries(views))
      it(name, async () => {
        const panel = await open();
        await panel.page.evaluate((ready) => {
          for (const one of document.querySelectorAll(ready)) one.setAttribute("dir", "auto");
        }, READY_MADE);
        assert.deepEqual(await untranslated(panel), []);
      });
  });

  it("keep the grid when they are longer", async () => {
    for (const width of [1100, 700, 250]) {
      const panel = await panels.note(notePage(), { width, state: { words: pseudo } });
      const { scrollWidth, clientWidth } = await panel.page
        .locator("main")
        .evaluate((area) => ({ scrollWidth: area.scrollWidth, clientWidth: area.clientWidth }));
      assert.equal(scrollWidth, clientWidth, `${width} px`);
    }
  });

  it("are French where the screen is, dates and numbers too", async () => {
    const { page: shown } = await panels.note(notePage(), {
      state: { words: french, frame: frame({ language: "fr" }) },
    });
    assert.equal(await shown.locator("html").getAttribute("lang"), "fr");
    await shown.getByText("Nécessaire pour le 14 mars", { exact: true }).waitFor();
    await shown.getByText("2 à 3 semaines, plutôt 2,5 · 1 personne · assez sûr", { exact: true }).waitFor();
    await shown.getByText("Pas encore décidé. C'est au produit de décider.", { exact: true }).waitFor();
  });
});
