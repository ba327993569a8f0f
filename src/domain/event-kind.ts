import type { z } from "zod/mini";
import { quickReader } from "../base/quick-read.ts";
import type { QuickReader } from "../base/quick-read.ts";
import type { NoteBuilder } from "./note-builder.ts";
import type { Applied } from "./record-builder.ts";

/** One kind of event: its name in the record, what its `data` holds, and what it does to a record. */
export interface EventKind<Builder, Type extends string = string, Data = unknown, Input = unknown> {
  readonly type: Type;
  /** Fields it does not name are passed over here and kept in the line: a newer version may have put them there. */
  readonly schema: z.ZodMiniType<Data, Input>;
  /** As the schema, where the data is as it should be. */
  readonly read: QuickReader<Data>;
  readonly apply: (record: Builder, data: Data, event: Applied) => void;
}

/** For the events of one kind of record: ties the type of an event's data to its schema. */
export const eventsFor =
  <Builder>() =>
  <const Type extends string, Schema extends z.ZodMiniType>(
    type: Type,
    definition: { schema: Schema; apply: (record: Builder, data: z.output<Schema>, event: Applied) => void },
  ): EventKind<Builder, Type, z.output<Schema>, z.input<Schema>> =>
    ({ type, read: quickReader(definition.schema), ...definition }) as EventKind<
      Builder,
      Type,
      z.output<Schema>,
      z.input<Schema>
    >;

/** An event of a note. */
export const defineEvent = eventsFor<NoteBuilder>();
