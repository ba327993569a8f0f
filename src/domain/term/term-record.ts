import { defineRecord } from "../record-kind.ts";
import { startTerm } from "./term-builder.ts";
import type { TermBuilder } from "./term-builder.ts";
import { termEdited } from "./term-edited.ts";
import { termOpened } from "./term-opened.ts";
import type { Term } from "./term.ts";

/** A word of the glossary and its events. */
export const termRecord = defineRecord({
  name: "term",
  events: [termOpened, termEdited],
  begin: startTerm,
  finish: (builder: TermBuilder, folded): Term => ({
    fields: builder.fields,
    history: builder.history,
    ...folded,
  }),
});
