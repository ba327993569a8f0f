import { statusBarItem } from "../vscode/status-bar.ts";
import { openPanel } from "./panel.ts";
import { syncForTheFirstTime } from "./sync.ts";
import type { TwoPeople } from "./two-people.ts";

/** Both have agreed to share, and said what they do: the one with the code leads. */
export async function agreeToShare({ engineer, pm }: TwoPeople): Promise<void> {
  for (const { page, role } of [
    { page: engineer.page, role: "I lead the engineering side" },
    { page: pm.page, role: "I look after the product" },
  ]) {
    await statusBarItem(page, "Sightline").waitFor({ timeout: 30_000 });
    await syncForTheFirstTime(page);
    const panel = await openPanel(page);
    await panel.getByRole("button", { name: role }).click();
    await panel.getByRole("button", { name: role }).waitFor({ state: "detached" });
  }
}
