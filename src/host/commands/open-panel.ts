import { Route } from "../../protocol/route.ts";
import { done } from "./command.ts";
import type { Command } from "./command.ts";

/** Opens the panel, on the page that a row or a link names; else on *Now*. */
export const openPanel: Command = ({ panel }, argument) => {
  panel.show(Route.safeParse(argument).data ?? { section: "now" });
  return done;
};
