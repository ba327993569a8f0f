import { exampleId } from "../panel/example-note.ts";
import { done } from "./command.ts";
import type { Command } from "./command.ts";

export const seeExample: Command = ({ panel }) => {
  panel.show({ section: "notes", note: exampleId });
  return done;
};
