import * as z from "zod/mini";
import { Moment } from "./dates.ts";
import { RecordId } from "./ids.ts";

/** The three boxes of a 1:1, by what they ask. */
export const OneOnOneBox = z.enum(["mind", "way", "understand"]);
export type OneOnOneBox = z.infer<typeof OneOnOneBox>;

/** One conversation between two people, as one of them prepares it. It is no part of the record: it stays on this machine. */
export const OneOnOne = z.object({
  /** Random. It has the form of a record's id, and no record has it. */
  id: RecordId,
  started: Moment,
  /** Absent while it is being written. */
  finished: z.optional(Moment),
  /** By the key of the box: one of {@link OneOnOneBox}, or of a form that was begun from one of its lines. */
  texts: z.record(z.string(), z.string()),
});
export type OneOnOne = z.infer<typeof OneOnOne>;

export const textIn = ({ texts }: OneOnOne, box: OneOnOneBox): string => texts[box] ?? "";

export const isEmptyOneOnOne = (one: OneOnOne): boolean =>
  OneOnOneBox.options.every((box) => textIn(one, box).trim() === "");
