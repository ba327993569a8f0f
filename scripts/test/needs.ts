import { startBrowser } from "../browser/start-browser.ts";
import { buildPackage } from "../build-package.ts";
import type { Say } from "../say.ts";
import { getVscode } from "../vscode/get-vscode.ts";
import type { Need } from "./layers.ts";

/** Whether a need is met. `impossible`: it could not be met on this machine, now; otherwise something is broken. */
export type Met =
  | { readonly kind: "met"; readonly with: string }
  | { readonly kind: "broken" | "impossible"; readonly because: string };

const meetPackage = async (): Promise<Met> => {
  const made = await buildPackage();
  if (!made.ok) return { kind: "broken", because: made.reason };
  // For the processes that the tests run in: this is the one to test, whatever is edited in the meantime.
  process.env["SIGHTLINE_VSIX"] = made.value;
  return { kind: "met", with: "built and packed" };
};

const meetVscode = async (say: Say): Promise<Met> => {
  const vscode = await getVscode(say);
  return vscode.ok
    ? { kind: "met", with: `VS Code ${vscode.value.version} from npm` }
    : { kind: vscode.reason.offline ? "impossible" : "broken", because: vscode.reason.because };
};

const meetBrowser = async (say: Say): Promise<Met> => {
  const started = await startBrowser(say);
  if (!started.ok) {
    // Only a machine for which there is no browser, or from which none can be reached, may do without.
    const none = started.reason.offline || started.reason.nowhere;
    return { kind: none ? "impossible" : "broken", because: started.reason.because };
  }
  await started.value.browser.close();
  return { kind: "met", with: started.value.name };
};

const meet: Record<Need, (say: Say) => Promise<Met>> = {
  package: meetPackage,
  vscode: meetVscode,
  browser: meetBrowser,
};

/** Meets each need once, and says with what. */
export const meetNeeds = async (needs: readonly Need[], say: Say): Promise<ReadonlyMap<Need, Met>> => {
  const met = new Map<Need, Met>();
  for (const need of needs) {
    const state = await meet[need](say);
    say(`${need}: ${state.kind === "met" ? state.with : state.because}`);
    met.set(need, state);
  }
  return met;
};
