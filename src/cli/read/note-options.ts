import * as z from "zod/mini";
import { refuse, succeed } from "../../base/result.ts";
import type { Day } from "../../domain/dates.ts";
import type { Person } from "../../domain/person.ts";
import type { NoteValues } from "../../domain/note-fields.ts";
import { usage } from "../problem.ts";
import type { Problem } from "../problem.ts";
import type { QuoteChoice } from "../places.ts";
import { allOf, given, givenOrNone, readDay, readPerson, readPlace, readWord } from "./values.ts";
import type { Read, Reading, TypedPlace } from "./values.ts";
import { deciders, hurts, kinds, likelihoods } from "./word-table.ts";

/** The options that `add` and `edit` share, as commander hands them over. */
export const NoteOptions = z.object({
  impact: z.optional(z.string()),
  kind: z.optional(z.string()),
  context: z.optional(z.string()),
  at: z._default(z.array(z.string()), []),
  quote: z.optional(z.boolean()),
  neededBy: z.optional(z.string()),
  neededBecause: z.optional(z.string()),
  costOfDelay: z.optional(z.string()),
  whoDecides: z.optional(z.string()),
  owner: z.optional(z.string()),
  likelihood: z.optional(z.string()),
  hurts: z.optional(z.string()),
});
export type NoteOptions = z.infer<typeof NoteOptions>;

/** They, as far as they can be understood without the note. */
export interface ReadNoteOptions {
  readonly fields: NoteValues;
  readonly owner: Person | "me" | null | undefined;
  readonly day: Day | null | undefined;
  readonly why: string | undefined;
  readonly places: readonly TypedPlace[];
  readonly quote: QuoteChoice;
}

export function readNoteOptions(options: NoteOptions, reading: Reading): Read<ReadNoteOptions> {
  const places: TypedPlace[] = [];
  for (const text of options.at) {
    const place = readPlace(reading, "--at")(text);
    if (!place.ok) return place;
    places.push(place.value);
  }
  const read = allOf({
    kind: given(options.kind, readWord(reading, "--kind", kinds)),
    day: givenOrNone(options.neededBy, readDay(reading, "--needed-by")),
    decider: givenOrNone(options.whoDecides, readWord(reading, "--who-decides", deciders)),
    owner: givenOrNone(options.owner, readOwner(reading)),
    likelihood: givenOrNone(options.likelihood, readWord(reading, "--likelihood", likelihoods)),
    hurt: givenOrNone(options.hurts, readWord(reading, "--hurts", hurts)),
  });
  if (!read.ok) return read;
  const { day, owner, ...fields } = read.value;
  if (options.neededBecause !== undefined && day === null) return refuse(withoutDay(reading));
  const { impact, context, costOfDelay } = options;
  return succeed({
    fields: { ...fields, impact, context, costOfDelay },
    owner,
    day,
    why: options.neededBecause,
    places,
    quote: options.quote === undefined ? "ask" : options.quote ? "share" : "leaveOut",
  });
}

/** The fields they set. `neededBy` is the note's date as it stands, for a reason that is given alone, or a day that keeps its reason. */
export function noteValues(
  { fields, owner, day, why }: ReadNoteOptions,
  reading: Reading,
  me: Person | undefined,
  neededBy: NoteValues["neededBy"],
): Read<NoteValues> {
  const values = { ...fields, owner: owner === "me" ? me : owner };
  if (day === null) return succeed({ ...values, neededBy: null });
  const by = day ?? neededBy?.day;
  if (day === undefined && why === undefined) return succeed(values);
  return by === undefined
    ? refuse(withoutDay(reading))
    : succeed({ ...values, neededBy: { day: by, why: why ?? neededBy?.why } });
}

const withoutDay = ({ command }: Reading): Problem =>
  usage({ kind: "needs", option: "--needed-because", other: "--needed-by" }, command);

const readOwner =
  (reading: Reading) =>
  (text: string): Read<Person | "me"> =>
    text.trim().toLowerCase() === "me" ? succeed("me") : readPerson(reading, "--owner")(text);
