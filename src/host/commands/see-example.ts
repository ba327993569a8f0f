import { EXAMPLE_NOTE } from "../../protocol/messages.ts";
import { done } from "./command.ts";
import type { Command } from "./command.ts";

export const seeExample: Command = ({ panel }) => {
  panel.show({ section: "notes", note: EXAMPLE_NOTE });
  return done;
};
