import type { Day } from "../domain/dates.ts";
import { isClosed } from "../domain/note-status.ts";
import type { NoteStatus } from "../domain/note-status.ts";

/** Whether the day by which something was needed is over, and nothing was decided. */
export const isLate = (status: NoteStatus, neededBy: Day | undefined, today: Day | undefined): boolean =>
  neededBy !== undefined &&
  today !== undefined &&
  neededBy < today &&
  status !== "decided" &&
  !isClosed(status);
