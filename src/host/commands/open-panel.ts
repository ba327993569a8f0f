import { done } from "./command.ts";
import type { Command } from "./command.ts";

export const openPanel: Command = ({ panel }) => {
  panel.show({ section: "now" });
  return done;
};
