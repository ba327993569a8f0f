import assert from "node:assert/strict";
import { breaches } from "../support/axe-breaches.ts";
import { everyPage, viewsOfTheProtocol } from "../support/every-page.ts";
import { THEMES } from "../support/fake-host.ts";
import type { PanelPage } from "../support/fake-host.ts";
import { usePanels } from "../support/panel-suite.ts";

/** What a person can press or type into, numbered in reading order; a group of radio buttons is one. */
async function controlsOf({ page }: PanelPage): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const handsOn = ["vscode-button", "vscode-text-field", "vscode-text-area", "vscode-link"];
    const isControl = (element: HTMLElement) =>
      // The toolkit's hand the focus on to what is inside them, and have no place in the order themselves.
      (handsOn.includes(element.localName)
        ? element.getAttribute("tabindex") !== "-1"
        : element.tabIndex >= 0) &&
      !["vscode-radio", "vscode-radio-group"].includes(element.localName) &&
      !element.hasAttribute("disabled") &&
      element.checkVisibility({ visibilityProperty: true });
    return [...document.querySelectorAll<HTMLElement>("body *")].filter(isControl).map((element, at) => {
      element.dataset["order"] = String(at);
      return `${at} ${element.localName} ${element.dataset["focus"] ?? element.innerText.slice(0, 40)}`;
    });
  });
}

/** Where Tab leads, from the top of the page until it comes round. */
async function tabbed({ page }: PanelPage, most: number): Promise<readonly number[]> {
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute("tabindex");
  });
  const seen: number[] = [];
  // A date has parts of its own, which Tab goes through.
  for (let step = 0; step < most * 2 + 40; step++) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => (document.activeElement as HTMLElement).dataset["order"]);
    if (at === undefined || Number(at) === seen.at(-1)) continue;
    if (seen.includes(Number(at))) break;
    seen.push(Number(at));
  }
  return seen;
}

describe("every page there is", () => {
  const panels = usePanels();

  it("is one of these: a view without a page here is looked at by nobody", () => {
    assert.deepEqual(
      viewsOfTheProtocol.filter((view) => !(view in everyPage)),
      [],
    );
    assert.ok(viewsOfTheProtocol.length >= 7);
  });

  for (const [name, open] of Object.entries(everyPage)) {
    for (const theme of THEMES)
      it(`has nothing that axe finds in ${theme}: ${name}`, async () => {
        assert.deepEqual(await breaches(await open(panels, { theme })), []);
      });

    for (const width of [1100, 250])
      it(`is reached by Tab alone, in the order in which it is read, at ${width} px: ${name}`, async () => {
        const panel = await open(panels, { width, height: 2400 });
        if (width === 250) assert.deepEqual(await breaches(panel), []);
        const controls = await controlsOf(panel);
        assert.ok(controls.length >= 5, controls.join());
        const order = await tabbed(panel, controls.length);
        assert.deepEqual(
          controls.filter((_, at) => !order.includes(at)),
          [],
          "not reached",
        );
        assert.deepEqual(
          order.map((at) => controls[at]),
          order.toSorted((one, other) => one - other).map((at) => controls[at]),
        );
      });
  }
});
