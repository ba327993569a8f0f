import type { Day } from "../../domain/dates.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { NoteKind } from "../../domain/words.ts";
import { kindLabel } from "../../protocol/labels.ts";
import type { Translate } from "../../base/translate.ts";
import type { Choice, Prompts } from "../prompts.ts";
import { parseDay } from "./parse-day.ts";

/** The kinds that an engineer flags. A problem is opened by the product side and an incident has a command of its own. */
export const flagKinds = [
  "bottleneck",
  "techDebt",
  "constraint",
  "delay",
  "enabler",
] as const satisfies readonly NoteKind[];
export type FlagKind = (typeof flagKinds)[number];

/** What a person said, as far as they went. */
export interface Flagged {
  readonly title: string;
  readonly impact: string;
  readonly kind: FlagKind | undefined;
  readonly neededBy: Day | undefined;
  /** The date of the roadmap that is at risk. */
  readonly threatens?: RecordId | undefined;
  /** What to do with it: share it, or keep it on this machine, by choice or because Esc was pressed. */
  readonly then: "share" | "keep";
}

export interface FlagQuestions {
  readonly prompts: Prompts;
  readonly translate: Translate;
  readonly today: Day;
  /** Named by a key binding or a caller: then it is not asked. */
  readonly kind: FlagKind | undefined;
  /** What it is about, where that is not the lines that the person sees: "the whole file src/a.ts". */
  readonly about?: string | undefined;
  readonly lastKind: FlagKind | undefined;
  /** Dates of the roadmap that can be at risk, with their day in words. */
  readonly dates?: readonly { readonly id: RecordId; readonly title: string; readonly day: string }[];
}

const DRAFT = "draft";

/** The three steps: what is in the way, what it means for users, what it is. Enter goes on, and at the end shares. */
export async function askWhatIsInTheWay(questions: FlagQuestions): Promise<Flagged> {
  const { prompts, translate } = questions;
  const of = questions.kind === undefined ? 3 : 2;
  const title = titleOf(questions);
  const first = await prompts.askText({
    title,
    step: { at: 1, of },
    prompt: translate("What is in the way here?"),
    placeholder: translate("One query loads every product of the shop"),
    refuse: (text) => (text.trim() === "" ? translate("Write a few words first.") : undefined),
  });
  const left = {
    title: first.text.trim(),
    impact: "",
    kind: questions.kind,
    neededBy: undefined,
    then: "keep",
  } as const;
  if (!first.accepted) return left;
  const second = await prompts.askText({
    title,
    step: { at: 2, of },
    prompt: translate(
      "What will a user or the roadmap notice, and from when? (Leave empty if you don't know yet.)",
    ),
    placeholder: translate("Search takes over 5 s for large shops; the first is expected in March"),
  });
  const said = { ...left, impact: second.text.trim() };
  if (!second.accepted) return said;
  const kind = questions.kind ?? (await askKind(questions));
  if (kind === undefined) return said;
  if (kind === DRAFT) return said;
  if (kind !== "delay") return { ...said, kind, then: "share" };
  if (questions.dates !== undefined && questions.dates.length > 0) {
    const chosen = await askMilestone(questions.dates, questions);
    if (chosen === undefined) return { ...said, kind };
    if (chosen !== ANOTHER)
      return { ...said, kind, then: "share", ...(chosen === SKIP ? {} : { threatens: chosen }) };
  }
  const date = await askDate(questions);
  return { ...said, kind, neededBy: date.day, then: date.accepted ? "share" : "keep" };
}

const titleOf = ({ about, translate }: FlagQuestions): string =>
  about === undefined ? translate("Flag a Constraint") : translate("Flag a Constraint: {about}", { about });

async function askKind(questions: FlagQuestions): Promise<FlagKind | typeof DRAFT | undefined> {
  const { prompts, translate, lastKind } = questions;
  const kinds = flagKinds.map((kind): Choice<FlagKind | typeof DRAFT> => ({
    label: kindLabel(kind, translate),
    value: kind,
  }));
  return await prompts.choose({
    title: titleOf(questions),
    step: { at: 3, of: 3 },
    prompt: translate("What is it? Enter shares it."),
    choices: [...kinds, { label: translate("Keep as a draft on this machine"), value: DRAFT, apart: true }],
    preselected: lastKind,
  });
}

const SKIP = "skip";
const ANOTHER = "another";

/** Which of the dates on the roadmap; it may be skipped, or be one that nobody has put there. */
const askMilestone = (
  dates: NonNullable<FlagQuestions["dates"]>,
  { prompts, translate }: FlagQuestions,
): Promise<RecordId | undefined> =>
  prompts.choose<RecordId>({
    title: translate("Flag a Constraint"),
    prompt: translate("Which date is at risk?"),
    choices: [
      ...dates.map(({ id, title, day }) => ({ label: title, description: day, value: id })),
      { label: translate("Another day…"), value: ANOTHER, apart: true },
      { label: translate("Skip"), value: SKIP },
    ],
  });

async function askDate({
  prompts,
  translate,
  today,
}: FlagQuestions): Promise<{ readonly accepted: boolean; readonly day: Day | undefined }> {
  const { accepted, text } = await prompts.askText({
    title: translate("Flag a Constraint"),
    prompt: translate("Which date is at risk? (Leave empty to skip.)"),
    placeholder: translate("2027-03-14, 14 March, in 3 weeks"),
    refuse: (typed) =>
      typed.trim() === "" || parseDay(typed, today) !== undefined
        ? undefined
        : translate("This can't be read as a date. Write it as 2027-03-14 or 14 March, or leave it empty."),
  });
  return { accepted, day: parseDay(text, today) };
}
