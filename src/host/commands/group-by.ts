import type { Grouping } from "../trees/note-nodes.ts";
import { done } from "./command.ts";
import type { Command } from "./command.ts";

const groupBy =
  (grouping: Grouping): Command =>
  ({ notesTree }) => {
    notesTree.groupBy(grouping);
    return done;
  };

export const groupByStatus = groupBy("status");
export const groupByFolder = groupBy("folder");
export const groupByKind = groupBy("kind");
export const groupByMilestone = groupBy("milestone");
