import { dayWords } from "../../app/date-words.ts";
import { milestoneFieldLabel } from "../../app/field-labels.ts";
import { importPlan } from "../../app/roadmap/import-plan.ts";
import type { DateInFile, PlannedDate } from "../../app/roadmap/import-plan.ts";
import type { Session } from "../../app/session.ts";
import { isOne, numberWords } from "../../app/wording.ts";
import type { Wording } from "../../app/wording.ts";
import { shortLine } from "../../base/plain-text.ts";
import type { MilestoneFields } from "../../domain/milestone/milestone.ts";
import type { ActionInput } from "../../protocol/action.ts";
import type { CommandEnd } from "../commands/command.ts";
import type { Choice, Prompts } from "../prompts.ts";

type Coming = Exclude<PlannedDate, { kind: "unchanged" }>;

export interface BringInParts {
  readonly session: Pick<Session, "recordsOf" | "perform" | "today">;
  readonly prompts: Prompts;
  readonly wording: Wording;
}

/** Shows what a file would do to the roadmap, asks for the cause of every move, and does what is ticked. Nothing is written before all is asked. */
export async function bringInDates(dates: readonly DateInFile[], parts: BringInParts): Promise<CommandEnd> {
  const { session, prompts, wording } = parts;
  const { translate } = wording;
  const plan = importPlan(dates, session.recordsOf("milestone").values());
  const coming = plan.filter((one): one is Coming => one.kind !== "unchanged");
  if (coming.length === 0) {
    await prompts.say(
      "information",
      translate("Nothing in this file is new. The roadmap has these dates already."),
      [],
    );
    return { kind: "done" };
  }
  const chosen = await prompts.chooseMany({
    title: translate("Import Dates"),
    prompt: translate(
      "{new} new, {moved} moved, {changed} changed, {same} as they are. Nothing is removed.",
      {
        new: count(plan, "new", wording),
        moved: count(plan, "moved", wording),
        changed: count(plan, "changed", wording),
        same: count(plan, "unchanged", wording),
      },
    ),
    choices: coming.map((one) => preview(one, parts)),
  });
  if (chosen === undefined || chosen.length === 0) return { kind: "left" };
  const actions = await actionsOf(chosen, parts);
  if (actions === undefined) return { kind: "left" };
  for (const action of actions) {
    const outcome = await session.perform(action);
    if (outcome.kind === "refused") return { kind: "refused", refusal: outcome.refusal };
  }
  await prompts.say(
    "information",
    isOne(chosen.length, wording)
      ? translate("One date came in.")
      : translate("{n} dates came in.", { n: numberWords(chosen.length, wording) }),
    [],
  );
  return { kind: "done" };
}

const count = (plan: readonly PlannedDate[], kind: PlannedDate["kind"], wording: Wording): string =>
  numberWords(plan.filter((one) => one.kind === kind).length, wording);

function preview(one: Coming, { session, wording }: BringInParts): Choice<Coming> {
  const { translate } = wording;
  const day = (at: string) => dayWords(at, session.today(), wording);
  const label = shortLine(one.date.title, 200);
  switch (one.kind) {
    case "new":
      return { label, description: translate("New: {day}", { day: day(one.date.day) }), value: one };
    case "moved":
      return {
        label,
        description: translate("Moves from {from} to {to}", {
          from: day(one.milestone.day),
          to: day(one.date.day),
        }),
        value: one,
      };
    case "changed":
      return {
        label,
        description: translate("Changes: {fields}", {
          fields: Object.keys(one.edits)
            .map((field) => milestoneFieldLabel(field as keyof MilestoneFields, translate))
            .join(", "),
        }),
        value: one,
      };
  }
}

/** What is to be done; undefined where the person left at the cause of a move. */
async function actionsOf(
  chosen: readonly Coming[],
  { session, prompts, wording }: BringInParts,
): Promise<readonly ActionInput[] | undefined> {
  const { translate } = wording;
  const actions: ActionInput[] = [];
  let because = "";
  for (const one of chosen) {
    if (one.kind === "new") {
      const { day, ...fields } = one.date;
      actions.push({ type: "openMilestone", day, fields });
      continue;
    }
    const milestone = one.milestone.id;
    if (one.kind === "moved") {
      const day = (at: string) => dayWords(at, session.today(), wording);
      const typed = await prompts.askText({
        title: shortLine(one.milestone.fields.title.value, 100),
        prompt: translate("It moves from {from} to {to}, because …", {
          from: day(one.milestone.day),
          to: day(one.date.day),
        }),
        value: because,
        refuse: (text) =>
          text.trim() === "" ? translate("Write one sentence: it is shown with the move.") : undefined,
      });
      if (!typed.accepted) return undefined;
      because = typed.text.trim();
      actions.push({ type: "moveMilestone", milestone, to: one.date.day, because });
    }
    if (Object.keys(one.edits).length > 0)
      actions.push({ type: "editMilestone", milestone, fields: one.edits });
  }
  return actions;
}
