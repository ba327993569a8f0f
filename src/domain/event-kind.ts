import type { z } from "zod";
import type { Applied, NoteBuilder } from "./note-builder.ts";

/** One kind of event: its name in the record, what its `data` holds, and what it does to a note. */
export interface EventKind<Type extends string = string, Data = unknown, Input = unknown> {
  readonly type: Type;
  /** Fields it does not name are passed over here and kept in the line: a newer version may have put them there. */
  readonly schema: z.ZodType<Data, Input>;
  readonly apply: (note: NoteBuilder, data: Data, event: Applied) => void;
}

/** Ties the type of an event's data to its schema. */
export const defineEvent = <const Type extends string, Schema extends z.ZodType>(
  type: Type,
  definition: { schema: Schema; apply: (note: NoteBuilder, data: z.output<Schema>, event: Applied) => void },
): EventKind<Type, z.output<Schema>, z.input<Schema>> =>
  ({ type, ...definition }) as EventKind<Type, z.output<Schema>, z.input<Schema>>;
