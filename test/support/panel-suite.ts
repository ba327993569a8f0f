import assert from "node:assert/strict";
import type { NotePage } from "../../src/protocol/panel-state.ts";
import { PanelStage } from "./fake-host.ts";
import type { PanelOptions, PanelPage } from "./fake-host.ts";

/**
 * The toolkit asks once whether the browser knows `:focus-visible`, with an empty style element that the page's security policy refuses. It then looks and
 * works the same.
 */
const REFUSED_PROBE = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

export interface Panels {
  /** Opens the panel. */
  panel(options?: PanelOptions): Promise<PanelPage>;
  /** Opens it on a note. */
  note(note: NotePage, options?: PanelOptions): Promise<PanelPage>;
  /** Looks whether a page kept to its rules and closes it, before the test ends. */
  finish(panel: PanelPage): Promise<void>;
}

/**
 * For the tests of a suite: a browser for all of them, a page for each. After each test the page must have kept to the protocol and to its security policy, and
 * have written nothing to the console; a test that provokes it empties `complaints` itself.
 */
export function usePanels(): Panels {
  let stage: PanelStage | undefined;
  let open: PanelPage[] = [];
  const started = (): PanelStage => {
    assert.ok(stage, "the browser is started in a before hook");
    return stage;
  };
  const keep = async (panel: Promise<PanelPage>): Promise<PanelPage> => {
    const opened = await panel;
    open.push(opened);
    return opened;
  };

  before(async function () {
    this.timeout(120_000);
    stage = await PanelStage.open();
  });
  beforeEach(function () {
    // A browser on a busy machine takes its time.
    this.currentTest?.timeout(90_000);
  });
  const finish = async (panel: PanelPage): Promise<void> => {
    open = open.filter((one) => one !== panel);
    const misfits = await panel.misfits();
    const violations = (await panel.violations()).filter((one) => !one.startsWith("style-src-elem "));
    const complaints = panel.complaints.filter((one) => !one.includes(REFUSED_PROBE));
    await panel.close();
    assert.deepEqual({ misfits, violations, complaints }, { misfits: [], violations: [], complaints: [] });
  };
  afterEach(async function () {
    this.timeout(30_000);
    for (const panel of open) await finish(panel);
  });
  after(async () => {
    await stage?.close();
  });

  return {
    panel: (options) => keep(started().panel(options)),
    note: (note, options) => keep(started().note(note, options)),
    finish,
  };
}
