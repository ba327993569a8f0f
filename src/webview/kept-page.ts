import * as z from "zod/mini";
import { RecordId } from "../domain/ids.ts";
import { Route } from "../protocol/route.ts";
import { NotesQuery } from "./notes-query.ts";
import { OpenForm } from "./open-form.ts";

/** What VS Code keeps of the page while it is hidden, reloaded or closed with its window. An older or broken one counts as nothing. */
export const KeptPage = z.object({
  version: z.literal(1),
  route: Route,
  query: NotesQuery,
  row: z.int().check(z.gte(0)),
  form: z.optional(OpenForm),
  composing: z.optional(z.boolean()),
  columns: z.int().check(z.gte(0), z.lte(26)),
  folds: z.array(z.string()).check(z.maxLength(1000)),
  /** How far each page was scrolled, in CSS pixels. */
  scroll: z.array(z.tuple([z.string(), z.number()])).check(z.maxLength(200)),
  /** Texts that the host may not have got yet, and those that belong to no note. */
  texts: z.array(z.object({ note: z.union([RecordId, z.literal("")]), key: z.string(), text: z.string() })),
});
export type KeptPage = z.infer<typeof KeptPage>;
