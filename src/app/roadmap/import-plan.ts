import { plainLine } from "../../base/plain-text.ts";
import type { Day } from "../../domain/dates.ts";
import type { MilestoneValues } from "../../domain/milestone/milestone-fields.ts";
import type { Milestone } from "../../domain/milestone/milestone.ts";
import type { Firmness } from "../../domain/words.ts";

/** A date as a calendar or a table names it. What is absent is left as it is here. */
export interface DateInFile {
  readonly uid?: string | undefined;
  readonly title: string;
  readonly day: Day;
  readonly promisedTo?: string | undefined;
  readonly firmness?: Firmness | undefined;
  readonly whyThisDate?: string | undefined;
}

/** What a file would do to the roadmap. Dates that it does not name stay as they are: nothing is ever removed. */
export type PlannedDate =
  | { readonly kind: "new"; readonly date: DateInFile }
  /** Another day, and perhaps other words; the move needs its cause. */
  | {
      readonly kind: "moved";
      readonly date: DateInFile;
      readonly milestone: Milestone;
      readonly edits: MilestoneValues;
    }
  | {
      readonly kind: "changed";
      readonly date: DateInFile;
      readonly milestone: Milestone;
      readonly edits: MilestoneValues;
    }
  | { readonly kind: "unchanged"; readonly date: DateInFile; readonly milestone: Milestone };

/** Matches the dates of a file with those that are here: by the calendar's id, else by the title. One that is named twice counts once. */
export function importPlan(
  dates: readonly DateInFile[],
  milestones: Iterable<Milestone>,
): readonly PlannedDate[] {
  const here = [...milestones];
  const taken = new Set<string>();
  const seen = new Set<string>();
  return dates.flatMap((date): PlannedDate[] => {
    const name = date.uid ?? titleKey(date.title);
    if (seen.has(name)) return [];
    seen.add(name);
    const milestone = matching(date, here, taken);
    if (milestone === undefined) return [{ kind: "new", date }];
    taken.add(milestone.id);
    const edits = editsOf(date, milestone);
    if (milestone.day !== date.day) return [{ kind: "moved", date, milestone, edits }];
    return Object.keys(edits).length > 0
      ? [{ kind: "changed", date, milestone, edits }]
      : [{ kind: "unchanged", date, milestone }];
  });
}

const titleKey = (title: string): string => plainLine(title).trim().toLowerCase();

/** What a date is called in a file that leaves here: its own name there, where it came from elsewhere. */
export const uidOf = ({ id, fields }: Milestone): string => (fields.uid.value === "" ? id : fields.uid.value);

function matching(
  { uid, title }: DateInFile,
  here: readonly Milestone[],
  taken: ReadonlySet<string>,
): Milestone | undefined {
  const free = here.filter(({ id }) => !taken.has(id));
  const byUid = uid === undefined ? undefined : free.find((one) => uidOf(one) === uid);
  if (byUid !== undefined) return byUid;
  const sameTitle = free.filter(
    ({ fields }) =>
      titleKey(fields.title.value) === titleKey(title) && (uid === undefined || fields.uid.value === ""),
  );
  return sameTitle.find(({ fields }) => fields.closed.value === null) ?? sameTitle[0];
}

/** Fields that the file gives and that are other here. An empty cell says nothing, and white space alone is no change. */
function editsOf(
  { uid, title, promisedTo, firmness, whyThisDate }: DateInFile,
  milestone: Milestone,
): MilestoneValues {
  const { fields } = milestone;
  const isOther = (given: string | undefined, is: string): given is string =>
    given !== undefined && given.trim() !== "" && plainLine(given) !== plainLine(is);
  return {
    ...(isOther(title, fields.title.value) ? { title: title.trim() } : {}),
    ...(isOther(promisedTo, fields.promisedTo.value) ? { promisedTo: promisedTo.trim() } : {}),
    ...(firmness !== undefined && firmness !== fields.firmness.value ? { firmness } : {}),
    ...(isOther(whyThisDate, fields.whyThisDate.value) ? { whyThisDate: whyThisDate.trim() } : {}),
    ...(uid !== undefined && uid !== uidOf(milestone) ? { uid } : {}),
  };
}
