import { newestFirst } from "../../domain/brief/brief-time.ts";
import type { Brief, Challenge } from "../../domain/brief/brief.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { Milestone } from "../../domain/milestone/milestone.ts";
import { dayOf } from "../../domain/dates.ts";
import { inline, paragraphs, table } from "./markdown-text.ts";
import { pagePathIn } from "./note-page-path.ts";
import { FOOT, list, name, who } from "./said-words.ts";

export const WHYS_PATH = "whys.md";

/** Rows of the list. */
const MOST_ROWS = 1_000;

type Milestones = ReadonlyMap<RecordId, Milestone>;

export const whyPagePath = (brief: RecordId): string => pagePathIn("whys", brief);

/** Every why, the newest first. */
export function whysPage(briefs: readonly Brief[], milestones: Milestones): string {
  const rows = [...briefs].sort(newestFirst).slice(0, MOST_ROWS);
  const more = briefs.length - rows.length;
  return [
    "# Whys",
    table(
      ["Shared", "What it is for"],
      rows.map((brief) => [
        dayOf(brief.opened.at),
        `[${whyTitle(brief, milestones)}](${whyPagePath(brief.id)})`,
      ]),
    ),
    ...(more > 0 ? [`${more} more are not listed.`] : []),
  ].join("\n\n");
}

/** A sprint by its name, else by its days; a date by its title. */
function whyTitle({ fields: { scope } }: Brief, milestones: Milestones): string {
  const value = scope.value;
  if (value?.kind === "milestone")
    return inline(milestones.get(value.milestone)?.fields.title.value ?? "", 200) || "Why";
  if (value === null) return "Why";
  return inline(value.name, 200) || `${value.from} to ${value.to}`;
}

export function whyPage(brief: Brief, milestones: Milestones): string {
  const { text, scope, areas } = brief.fields;
  const days =
    scope.value?.kind === "sprint"
      ? `${scope.value.from} to ${scope.value.to}`
      : scope.value === null
        ? ""
        : (milestones.get(scope.value.milestone)?.day ?? "");
  return [
    `# ${whyTitle(brief, milestones)}`,
    [days, `Shared ${dayOf(brief.opened.at)}, by ${name(brief.opened.by)}`]
      .filter((fact) => fact !== "")
      .join(" · "),
    paragraphs(text.value) || "Nothing is written here.",
    ...(areas.value.length === 0
      ? []
      : ["## Parts of the product", list(areas.value.map((area) => inline(area.name, 200)))]),
    ...(brief.challenges.length === 0
      ? []
      : ["## Challenges and better ideas", ...brief.challenges.map(challengeText)]),
    FOOT,
  ].join("\n\n");
}

function challengeText(challenge: Challenge): string {
  const state = { answer: "Waits for an answer.", asker: "Answered.", nobody: "Answered and taken." }[
    challenge.waitsFor
  ];
  const replies = challenge.replies.map(
    (reply) =>
      `${name(reply.by)} ${reply.kind === "answer" ? "answers" : "asks further"}: ${inline(reply.text)}`,
  );
  return [
    `**${challenge.kind === "challenge" ? "Challenged" : "Better idea"}:** ${inline(challenge.text)} ${state} ${who(challenge)}`,
    list(replies),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}
