import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { projectRoot } from "../../scripts/project.ts";
import { usePanels } from "../support/panel-suite.ts";
import { panelBundles } from "../support/fake-host.ts";
import { ann, barePage, decidedPage, frame, manyRows } from "../support/panel-fixtures.ts";

const folder = path.join(projectRoot, "src/webview");
const sources = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => ({ name, text: readFileSync(path.join(folder, name), "utf8") }));
const naming = (pattern: RegExp): string[] =>
  sources.filter(({ text }) => pattern.test(text)).map(({ name }) => name);

describe("the page's security policy", () => {
  const panels = usePanels();

  it("fits a bundle of 500 KiB at most", async () => {
    const { panel } = await panelBundles();
    assert.ok(panel.length <= 500 * 1024, `${(panel.length / 1024).toFixed(1)} KiB`);
  });

  it("allows no eval, and the bundle needs none", async () => {
    const text = new TextDecoder().decode((await panelBundles()).panel);
    assert.doesNotMatch(text, /\beval\(/);
  });

  it("leaves no style attribute in the document but those that the list of notes sets as it scrolls", async () => {
    const styled = () =>
      [...document.querySelectorAll("body [style]")]
        .filter((element) => element.closest("lit-virtualizer") === null)
        .map((element) => element.outerHTML.slice(0, 200));
    const opened = [
      await panels.panel(),
      await panels.panel({
        state: { route: { section: "notes" }, notes: manyRows(300), frame: frame({ noteCount: 300 }) },
      }),
      await panels.note(decidedPage()),
      await panels.note(barePage(), { state: { frame: frame({ role: "lead", me: ann }) } }),
    ];
    for (const panel of opened) assert.deepEqual(await panel.page.evaluate(styled), []);
  });

  it("is kept to by the source: no markup from strings, no style attribute, no second way to the host", () => {
    assert.deepEqual(
      naming(/\b(innerHTML|outerHTML|insertAdjacentHTML|unsafeHTML|unsafeSVG|unsafeCSS|styleMap)\b/),
      [],
    );
    assert.deepEqual(naming(/[\s"'`]style=/), []);
    assert.deepEqual(naming(/acquireVsCodeApi\(\)/), ["host-link.ts"]);
    assert.deepEqual(naming(/@vscode\/webview-ui-toolkit/), ["widgets.ts"]);
    assert.deepEqual(naming(/\bpostMessage\b/), ["host-link.ts"]);
    assert.deepEqual(naming(/\b(localStorage|sessionStorage|fetch\(|XMLHttpRequest|WebSocket)\b/), []);
  });

  it("loads nothing but its script and its style sheet", async () => {
    const panel = await panels.note(decidedPage());
    await panel.settled();
    assert.deepEqual(panel.loaded, [
      "/",
      "/vscode-default.css",
      "/panel.css",
      "/setup.js",
      "/host.js",
      "/panel.js",
    ]);
  });
});
