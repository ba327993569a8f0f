import { command } from "../command.ts";

/** Whether git may remove objects (git-config(1), extensions.preciousObjects). Exit 255: another process is setting it. */
export const setPrecious = (isPrecious: boolean) =>
  command<boolean>({
    args: ["config", "extensions.preciousObjects", String(isPrecious)],
    okExit: "any",
    read: ({ exit }) => exit === 0,
  });
