import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import esbuild from "esbuild";
import type { Browser, BrowserContext, Page } from "playwright-core";
import type { HostMessage, PageRequest, ReplyBody } from "../../src/protocol/messages.ts";
import type { ViewState } from "../../src/protocol/views.ts";
import type { NotePage } from "../../src/protocol/panel-state.ts";
import type { FakeHostSetup } from "./fake-host-page.ts";
import { projectRoot } from "../../scripts/project.ts";
import { launchBrowser } from "./browser.ts";
import { barePage, decidedPage, idOf, notePage, stateMessage } from "./panel-fixtures.ts";
import type { StateMessage } from "./panel-fixtures.ts";

export const THEMES = ["dark", "light", "hc-dark", "hc-light"] as const;
export type Theme = (typeof THEMES)[number];

const themeOf = (theme: Theme): FakeHostSetup["theme"] =>
  JSON.parse(
    readFileSync(path.join(projectRoot, `test/fixtures/themes/${theme}.json`), "utf8"),
  ) as FakeHostSetup["theme"];

async function bundle(entry: string): Promise<Uint8Array> {
  const built = await esbuild.build({
    entryPoints: [path.join(projectRoot, entry)],
    bundle: true,
    minify: true,
    write: false,
    platform: "browser",
    target: "es2022",
    format: "iife",
    legalComments: "none",
    logLevel: "warning",
    define: { "process.env.NODE_ENV": '"production"' },
  });
  return built.outputFiles[0]!.contents;
}

let bundles: Promise<{ readonly panel: Uint8Array; readonly host: Uint8Array }> | undefined;

/** The page's script as it ships, and the fake host's. Built once a run. */
export const panelBundles = (): NonNullable<typeof bundles> =>
  (bundles ??= Promise.all([bundle("src/webview/panel.ts"), bundle("test/support/fake-host-page.ts")]).then(
    ([panel, host]) => ({ panel, host }),
  ));

const NONCE = "test0nonce";

/** As the host writes it; the policy goes as a header, with this server in the place of VS Code's resources. */
const document = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/vscode-default.css">
<link rel="stylesheet" href="/panel.css">
<title>Sightline</title>
</head>
<body role="document">
<script nonce="${NONCE}" src="/setup.js"></script>
<script nonce="${NONCE}" src="/host.js"></script>
<div id="panel"></div>
<script nonce="${NONCE}" src="/panel.js"></script>
</body>
</html>`;

const policy = (source: string): string =>
  `default-src 'none'; img-src ${source} data:; style-src ${source}; font-src ${source}; script-src 'nonce-${NONCE}'`;

export interface PanelOptions {
  readonly state?: Partial<Omit<StateMessage, "type">>;
  readonly notes?: readonly NotePage[];
  /** What stands on the pages beside the notes. */
  readonly views?: readonly ViewState[];
  readonly theme?: Theme;
  readonly width?: number;
  readonly height?: number;
  readonly reduceMotion?: boolean;
  /** The moment it is, as the page's clock says. */
  readonly now?: string;
}

/** The panel's page in a browser, with a host that does what the test says. */
export class PanelPage {
  readonly page: Page;
  readonly #context: BrowserContext;
  /** What the page wrote to the console as a warning or an error. */
  readonly complaints: string[] = [];
  /** Every address that was asked for, without the server's. */
  readonly loaded: string[] = [];

  constructor(page: Page, context: BrowserContext) {
    this.page = page;
    this.#context = context;
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") this.complaints.push(message.text());
    });
    page.on("request", (request) => this.loaded.push(new URL(request.url()).pathname));
    page.on("pageerror", (error) => this.complaints.push(String(error)));
  }

  emit(message: HostMessage | StateMessage): Promise<void> {
    return this.page.evaluate((sent) => fakeHost.emit(sent), message);
  }

  emitRaw(data: unknown): Promise<void> {
    return this.page.evaluate((sent) => fakeHost.emitRaw(sent), data);
  }

  answerNext(type: PageRequest["type"], body: ReplyBody): Promise<void> {
    return this.page.evaluate(([one, two]) => fakeHost.answerNext(one, two), [type, body] as const);
  }

  /** The next thing said is refused with these words. */
  refuseNext(explanation: string): Promise<void> {
    return this.answerNext("perform", {
      type: "performed",
      outcome: { kind: "refused", refusal: { kind: "notWritable", detail: "full" } },
      explanation,
    });
  }

  hold = (): Promise<void> => this.page.evaluate(() => fakeHost.hold());
  release = (): Promise<void> => this.page.evaluate(() => fakeHost.release());
  setNote = (note: NotePage): Promise<void> => this.page.evaluate((sent) => fakeHost.setNote(sent), note);
  requests = (): Promise<readonly PageRequest[]> => this.page.evaluate(() => fakeHost.requests);
  misfits = (): Promise<readonly string[]> => this.page.evaluate(() => fakeHost.misfits);
  violations = (): Promise<readonly string[]> => this.page.evaluate(() => fakeHost.violations);
  forget = (): Promise<void> => this.page.evaluate(() => fakeHost.forget());

  /** The next request of a type, asked for from now on or already there. */
  async asked<Type extends PageRequest["type"]>(type: Type): Promise<Extract<PageRequest, { type: Type }>> {
    const found = await this.page.waitForFunction(
      (wanted) => fakeHost.requests.findLast((request) => request.type === wanted),
      type,
      { timeout: 5_000 },
    );
    return (await found.jsonValue()) as Extract<PageRequest, { type: Type }>;
  }

  /** What was last said to the record. */
  performed = async () => (await this.asked("perform")).action;

  /** Everything with the focus, from the document inwards, by its key. */
  focusKey = (): Promise<string | undefined> =>
    this.page.evaluate(() => (globalThis.document.activeElement as HTMLElement | null)?.dataset["focus"]);

  /** The element with a focus key. */
  at = (key: string) => this.page.locator(`[data-focus="${key}"]`);

  /** The inner box of one of the widgets, by its focus key. */
  box = (key: string) => this.at(key).locator("textarea, input");

  /** Waits until a box reads so: the widgets hand on what is set a frame later. */
  async reads(key: string, text: string): Promise<void> {
    const deadline = Date.now() + 5_000;
    let read = await this.box(key).inputValue();
    while (read !== text && Date.now() < deadline) {
      await this.settled();
      read = await this.box(key).inputValue();
    }
    assert.equal(read, text);
  }

  /** Puts something new where the page listens to, and waits until it is drawn. */
  async settled(): Promise<void> {
    await this.page.evaluate(
      () =>
        new Promise<void>((done) =>
          setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(() => done())), 0),
        ),
    );
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.ready();
  }

  async ready(): Promise<void> {
    await this.page.locator("main.view").waitFor();
    await this.settled();
  }

  /** To be looked at, in `out/screenshots/webview/<theme>`. */
  async screenshot(name: string, theme: Theme, width: number): Promise<void> {
    await this.page.screenshot({
      path: path.join(projectRoot, `out/screenshots/webview/${theme}/${name}-${width}.png`),
      fullPage: true,
    });
  }

  close = (): Promise<void> => this.#context.close();
}

/** A browser and a server for the page, started once for a file of tests. */
export class PanelStage {
  readonly #browser: Browser;
  readonly #server: Server;
  #setup = "";

  private constructor(browser: Browser, server: Server) {
    this.#browser = browser;
    this.#server = server;
  }

  static async open(): Promise<PanelStage> {
    const [browser, { panel, host }] = await Promise.all([launchBrowser(), panelBundles()]);
    const css = readFileSync(path.join(projectRoot, "media/panel.css"));
    const defaults = readFileSync(path.join(projectRoot, "test/fixtures/themes/vscode-default.css"));
    const files = (): Readonly<
      Record<string, { readonly type: string; readonly body: string | Uint8Array }>
    > => ({
      "/": { type: "text/html", body: document },
      "/panel.css": { type: "text/css", body: css },
      "/vscode-default.css": { type: "text/css", body: defaults },
      "/panel.js": { type: "text/javascript", body: panel },
      "/host.js": { type: "text/javascript", body: host },
      "/setup.js": { type: "text/javascript", body: stage.#setup },
    });
    const server = createServer((request, response) => {
      const file = files()[request.url ?? ""];
      if (file === undefined) {
        response.writeHead(404).end();
        return;
      }
      const source = `http://${request.headers.host ?? ""}`;
      response
        .writeHead(200, {
          "content-type": `${file.type}; charset=utf-8`,
          "content-security-policy": policy(source),
        })
        .end(file.body);
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const stage = new PanelStage(browser, server);
    return stage;
  }

  /** Opens the panel as it is after its first answer. */
  async panel(options: PanelOptions = {}): Promise<PanelPage> {
    const setup: FakeHostSetup = {
      state: stateMessage(options.state),
      notes: options.notes ?? [
        notePage(),
        barePage(),
        decidedPage({ id: idOf("note decided"), title: "Prices are rounded twice" }),
      ],
      views: options.views ?? [],
      theme: themeOf(options.theme ?? "dark"),
      reduceMotion: options.reduceMotion ?? true,
    };
    this.#setup = `globalThis.fakeHostSetup = JSON.parse(${JSON.stringify(JSON.stringify(setup))});`;
    const context = await this.#browser.newContext({
      viewport: { width: options.width ?? 1100, height: options.height ?? 900 },
      deviceScaleFactor: 1,
      locale: "en-GB",
    });
    // What tsx wraps named functions in, which a test may hand to the page.
    await context.addInitScript("globalThis.__name = (named) => named;");
    const page = await context.newPage();
    await page.clock.setFixedTime(options.now ?? "2027-02-24T10:12:00+01:00");
    const panel = new PanelPage(page, context);
    await page.goto(`http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`);
    await panel.ready();
    return panel;
  }

  /** Opens the panel on a note. */
  async note(note: NotePage, options: PanelOptions = {}): Promise<PanelPage> {
    const panel = await this.panel({
      ...options,
      notes: [note],
      state: {
        ...options.state,
        route: options.state?.route ?? { section: "notes", note: note.id },
      },
    });
    await panel.page.locator("article.note:not([aria-busy])").waitFor();
    await panel.settled();
    return panel;
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await new Promise((closed) => this.#server.close(closed));
  }
}
