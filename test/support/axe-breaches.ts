import axe from "axe-core";
import type { PanelPage } from "./fake-host.ts";

/** What axe finds wrong with the page as it stands. */
export async function breaches({ page }: PanelPage): Promise<string[]> {
  await page.evaluate(axe.source);
  const results = await page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
      resultTypes: ["violations"],
    });
    return violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ html, failureSummary }) => `${html.slice(0, 300)} ${failureSummary ?? ""}`),
    }));
  });
  return results.map(({ id, nodes }) => `${id}: ${nodes.join("\n  ")}`);
}
