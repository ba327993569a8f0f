import { plainLine } from "../../base/plain-text.ts";
import { briefPhase, briefTime } from "../../domain/brief/brief-time.ts";
import type { Brief } from "../../domain/brief/brief.ts";
import type { RecordId } from "../../domain/ids.ts";
import { isContested, versionsOf } from "../../domain/register.ts";
import { AREAS_KEY, parseAreas, TEXT_KEY } from "../../protocol/brief-state.ts";
import type { BriefState } from "../../protocol/brief-state.ts";
import type { ContestedField } from "../../protocol/panel-state.ts";
import { briefFieldLabel, briefValueWords } from "../briefs/brief-words.ts";
import { briefTitle } from "../briefs/brief-title.ts";
import { isSame } from "../people.ts";
import { areaFacts } from "./area-facts.ts";
import { areaSuggestions } from "./area-suggestions.ts";
import type { ViewScene } from "./view-state.ts";

/** A why, with all that is known of it and of its areas; undefined where it is not here. */
export async function briefState(id: RecordId, scene: ViewScene): Promise<BriefState | undefined> {
  const { repository, book, viewer, typedOf } = scene;
  const brief = book.of("brief").get(id);
  if (brief === undefined) return undefined;
  const { text, scope, areas } = brief.fields;
  const milestones = book.of("milestone");
  const time = briefTime(brief, milestones);
  const of = scope.value?.kind === "milestone" ? milestones.get(scope.value.milestone) : undefined;
  const typed = { ...(await typedOf(id)) };
  const chosen = parseAreas(typed[AREAS_KEY]) ?? areas.value;
  const written = versionsOf(text).at(-1) ?? brief.opened;
  return {
    view: "brief",
    id,
    repository,
    title: briefTitle(brief, milestones, viewer.today, viewer.wording),
    phase: briefPhase(time, viewer.today),
    ...time,
    sprint:
      scope.value?.kind === "sprint"
        ? { name: scope.value.name, from: scope.value.from, to: scope.value.to }
        : null,
    milestone: of === undefined ? null : { id: of.id, title: plainLine(of.fields.title.value) },
    text: text.value,
    by: written.by,
    at: written.at,
    areas: areas.value.map(({ name, paths }) => ({ name, paths: [...paths] })),
    facts: await areaFacts(areas.value, scene),
    challenges: brief.challenges
      .map(({ id: challenge, by, at, kind, text: words, waitsFor, replies }) => ({
        id: challenge,
        by,
        at,
        kind,
        text: words,
        waitsFor,
        mine: isSame(by, viewer.me),
        replies: replies.map((reply) => ({ ...reply })),
      }))
      .reverse(),
    contested: contestedFields(brief, scene),
    isNewer: brief.unread.some(({ kind }) => kind === "newer"),
    suggestions: await areaSuggestions(typed[TEXT_KEY] ?? text.value, chosen, scene, id),
    typed,
  };
}

function contestedFields(brief: Brief, scene: ViewScene): ContestedField[] {
  const names = ["text", "scope", "areas"] as const;
  return names
    .filter((name) => isContested(brief.fields[name]))
    .map((name) => ({
      field: name,
      label: briefFieldLabel(name, scene.viewer.wording.translate),
      versions: versionsOf<Brief["fields"][typeof name]["value"]>(brief.fields[name]).map(
        ({ event, by, at, value }) => ({
          event,
          by,
          at,
          text: briefValueWords({ [name]: value }, scene),
        }),
      ),
      writable: false,
    }));
}
