import type { TogetherRef } from "../../protocol/together-state.ts";
import { done } from "./command.ts";
import type { Command } from "./command.ts";

/** Opens a page of *Together*. From then on the section stands in the panel's bar on this machine, however few notes there are. */
const open =
  (show: TogetherRef): Command =>
  ({ panel, memory }) => {
    memory.rememberTogether();
    panel.show({ section: "together", show });
    return done;
  };

export const openOneOnOne = open({ view: "oneOnOne" });
export const openRetro = open({ view: "retro" });
export const openWords = open({ view: "words" });
