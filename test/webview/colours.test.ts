import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { projectRoot } from "../../scripts/project.ts";
import { usePanels } from "../support/panel-suite.ts";
import { THEMES } from "../support/fake-host.ts";
import type { PanelPage } from "../support/fake-host.ts";
import { contestedTitle, decidedPage, frame, manyRows, notePage } from "../support/panel-fixtures.ts";

const css = readFileSync(path.join(projectRoot, "media/panel.css"), "utf8");

interface Painted {
  readonly what: string;
  readonly colour: string;
  readonly on: string;
  readonly graphic: boolean;
}

/** Every text and every stroke and fill of a graphic in sight, with the colour behind it. */
const painted = ({ page }: PanelPage): Promise<Painted[]> =>
  page.evaluate(() => {
    const found: Painted[] = [];
    const transparent = (colour: string) => colour === "transparent" || /^rgba\(.*, 0\)$/.test(colour);
    const layers = (element: Element): string[] => {
      const below: string[] = [];
      for (
        let one: Element | null = element;
        one !== null;
        one = one.parentElement ?? (one.getRootNode() as ShadowRoot).host ?? null
      ) {
        const colour = getComputedStyle(one).backgroundColor;
        if (!transparent(colour)) below.push(colour);
      }
      return below;
    };
    const visit = (root: Document | ShadowRoot | Element): void => {
      for (const element of root.querySelectorAll("*")) {
        if (element.shadowRoot !== null) visit(element.shadowRoot);
        if (
          !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) ||
          element.closest(".unseen") !== null
        )
          continue;
        const style = getComputedStyle(element);
        const on = JSON.stringify(layers(element));
        const name = `${element.localName}.${element.getAttribute("class") ?? ""}`;
        if (element instanceof SVGGeometryElement) {
          // Lines between cells of the scale are only a help for the eye: the words say the same.
          if (element.classList.contains("scale-grid") || element.classList.contains("cut")) continue;
          for (const [kind, colour] of [
            ["stroke", style.stroke],
            ["fill", style.fill],
          ] as const)
            if (
              colour !== "none" &&
              !transparent(colour) &&
              !(kind === "stroke" && element.classList.contains("scale-likely")) &&
              !(kind === "fill" && element instanceof SVGLineElement)
            )
              found.push({ what: `${name} ${kind}`, colour, on, graphic: true });
        } else if (element instanceof SVGTextElement) {
          found.push({ what: name, colour: style.fill, on, graphic: false });
        } else if (
          [...element.childNodes].some(
            (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? "").trim() !== "",
          )
        ) {
          found.push({
            what: `${name} "${(element.textContent ?? "").trim().slice(0, 30)}"`,
            colour: style.color,
            on,
            graphic: false,
          });
        }
      }
    };
    visit(document);
    return found;
  });

type Rgb = readonly [number, number, number];

function parse(colour: string): { readonly rgb: Rgb; readonly alpha: number } {
  const numbers = colour.match(/[\d.]+/g)?.map(Number) ?? [];
  const srgb = colour.startsWith("color(");
  const [red = 0, green = 0, blue = 0, alpha = 1] = numbers;
  return { rgb: srgb ? [red * 255, green * 255, blue * 255] : [red, green, blue], alpha };
}

const over = (top: ReturnType<typeof parse>, below: Rgb): Rgb =>
  [0, 1, 2].map((index) => top.rgb[index]! * top.alpha + below[index]! * (1 - top.alpha)) as unknown as Rgb;

/** Relative luminance and contrast, WCAG 2.2. */
const luminance = (rgb: Rgb): number => {
  const [red, green, blue] = rgb.map((part) =>
    part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
};
const contrast = (one: Rgb, other: Rgb): number => {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
};

function ratio({ colour, on }: Painted): number {
  const below = (JSON.parse(on) as string[])
    .reverse()
    .reduce<Rgb>((under, layer) => over(parse(layer), under), [255, 255, 255]);
  return contrast(over(parse(colour), below), below);
}

describe("colours", () => {
  const panels = usePanels();

  it("come from VS Code's variables alone: no hex, rgb or named colour in the style sheet but as a fallback", () => {
    const rules = css.replace(/\/\*[\s\S]*?\*\//g, "").replace(/var\((--[\w-]+),[^()]*\)/g, "var($1)");
    assert.doesNotMatch(rules, /#[0-9a-f]{3,8}\b/i);
    assert.doesNotMatch(rules, /\b(rgb|rgba|hsl|hwb|lab|lch|oklch|color-mix)\(/i);
    assert.doesNotMatch(rules, /:\s*[^;]*\b(red|green|blue|yellow|black|white|gray|grey|orange)\b\s*;/i);
    assert.doesNotMatch(rules, /\b(box-shadow|text-shadow|gradient)\b/);
    assert.doesNotMatch(rules, /charts-green|testing-iconPassed/);
  });

  for (const theme of THEMES) {
    it(`have 4.5 : 1 for text and 3 : 1 for graphics in ${theme}`, async () => {
      const weak: string[] = [];
      const views = [
        () => panels.panel({ theme }),
        () =>
          panels.panel({
            theme,
            state: { route: { section: "notes" }, notes: manyRows(40), frame: frame({ noteCount: 40 }) },
          }),
        () => panels.note(notePage({ contested: [contestedTitle] }), { theme }),
        () => panels.note(decidedPage(), { theme, width: 250 }),
      ];
      for (const open of views) {
        const panel = await open();
        for (const one of await painted(panel)) {
          const least = one.graphic ? 3 : 4.5;
          const found = ratio(one);
          if (found < least) weak.push(`${one.what}: ${found.toFixed(2)} (${one.colour} on ${one.on})`);
        }
      }
      assert.deepEqual(weak, []);
    });
  }

  it("leave nothing unsaid in greyscale: every status, option and danger has a word and a shape", async () => {
    const { page } = await panels.panel({
      state: { route: { section: "notes" }, notes: manyRows(60), frame: frame({ noteCount: 60 }) },
    });
    const cells = page.locator(".note-rows .cell-status");
    await cells.first().waitFor();
    const shapes = new Map<string, Set<string>>();
    for (const cell of await cells.all()) {
      const word = await cell.locator("span").first().innerText();
      const shape = await cell.locator("svg").innerHTML();
      assert.notEqual(word, "");
      shapes.set(word, (shapes.get(word) ?? new Set()).add(shape));
    }
    assert.ok(shapes.size >= 6);
    assert.equal(new Set([...shapes.values()].flatMap((one) => [...one])).size, shapes.size);
  });

  it("fill nothing in high contrast, and hatch ranges", async () => {
    const panel = await panels.note(notePage(), { theme: "hc-dark" });
    assert.notEqual(
      await panel.page
        .locator(".scale-range")
        .first()
        .evaluate((line) => getComputedStyle(line).strokeDasharray),
      "none",
    );
    await panel.at("fold.places").click();
    const code = panel.page.locator(".code");
    assert.equal(await code.evaluate((block) => getComputedStyle(block).backgroundColor), "rgba(0, 0, 0, 0)");
    assert.equal(await code.evaluate((block) => getComputedStyle(block).borderTopStyle), "solid");
  });

  it("move nothing where motion is reduced", async () => {
    const { page } = await panels.panel({ reduceMotion: true });
    assert.equal(
      await page
        .locator(".now-row")
        .first()
        .evaluate((row) => getComputedStyle(row).animationName),
      "none",
    );
    const moving = await panels.panel({ reduceMotion: false });
    assert.equal(
      await moving.page
        .locator(".now-row")
        .first()
        .evaluate((row) => getComputedStyle(row).animationDuration),
      "0.12s",
    );
  });
});
