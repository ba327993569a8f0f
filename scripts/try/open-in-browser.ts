import { run } from "../process/run.ts";
import type { Say } from "../say.ts";

const opener = (address: string): [string, string[]] => {
  if (process.platform === "darwin") return ["open", [address]];
  if (process.platform === "win32") return ["cmd", ["/c", "start", "", address]];
  return ["xdg-open", [address]];
};

/** Opens an address in the browser of the desktop, or says that there is none. */
export const openInBrowser = async (address: string, say: Say): Promise<void> => {
  const [command, parameters] = opener(address);
  const ended = await run(command, parameters, { limit: 20_000 });
  if (ended.code !== 0) say(`Your browser could not be opened from here. Open ${address} yourself.`);
};
