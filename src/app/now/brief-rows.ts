import { shortLine } from "../../base/plain-text.ts";
import { briefPhase, briefTime } from "../../domain/brief/brief-time.ts";
import type { Brief, Challenge } from "../../domain/brief/brief.ts";
import { daysBetween } from "../../domain/dates.ts";
import type { Moment } from "../../domain/dates.ts";
import { isContested } from "../../domain/register.ts";
import type { NowRow } from "../../protocol/panel-state.ts";
import type { Book } from "../book.ts";
import { briefTitle } from "../briefs/brief-title.ts";
import { onDay } from "../date-words.ts";
import { rankOfOther } from "../now.ts";
import type { RankedRow } from "../now.ts";
import { isSame } from "../people.ts";
import type { Viewer } from "./viewer.ts";

/** Characters of what somebody wrote that a reason quotes: a reason is one line. */
const QUOTED = 110;

/** Challenges to answer and answers to read; places to name, for the lead; two versions to settle. Nothing of it once its time is over. */
export function nowRowsOfBrief(brief: Brief, book: Book, viewer: Viewer): readonly RankedRow[] {
  const { today, wording, role, me } = viewer;
  const { translate } = wording;
  const milestones = book.of("milestone");
  const time = briefTime(brief, milestones);
  if (briefPhase(time, today) === "over") return [];
  const title = briefTitle(brief, milestones, today, wording);
  // Until it starts, and after that until it ends.
  const dueIn = time === undefined ? undefined : daysBetween(today, today < time.from ? time.from : time.to);
  const isForMe = role === "pm" || isSame(brief.opened.by, me);
  const rows: RankedRow[] = [];
  const add = (rule: string, since: Moment, row: Pick<NowRow, "group" | "reason" | "action" | "glyph">) =>
    rows.push({
      row: { key: `${brief.id}:${rule}`, record: brief.id, of: "brief", title, ...row },
      rank: rankOfOther(row.group, dueIn, since),
    });

  for (const challenge of brief.challenges) {
    const row = challengeRow(challenge, viewer, isForMe);
    if (row !== undefined) add(`challenge:${challenge.id}`, row.since, row);
  }
  if (brief.fields.areas.value.length === 0 && role === "lead")
    add("places", brief.opened.at, {
      group: "needsYou",
      reason: translate(
        "Nobody has said yet which parts of the product it touches, so nobody sees what is known there.",
      ),
      action: "namePlaces",
      glyph: "impact",
    });
  if (Object.values(brief.fields).some(isContested))
    add("versions", brief.lastSaid.at, {
      group: isForMe || role === "lead" ? "needsYou" : "worthKnowing",
      reason: translate("Two people changed this why without seeing each other's. Both are kept: pick one."),
      action: "settle",
      glyph: "versions",
    });
  return rows;
}

function challengeRow(
  challenge: Challenge,
  { me, today, wording }: Viewer,
  isForMe: boolean,
): (Pick<NowRow, "group" | "reason" | "action" | "glyph"> & { readonly since: Moment }) | undefined {
  const { translate } = wording;
  const isMine = isSame(challenge.by, me);
  const last =
    challenge.waitsFor === "asker"
      ? challenge.replies.at(-1)
      : challenge.replies.findLast(({ kind }) => kind === "further");
  const { at, text } = last ?? challenge;
  const words = { name: challenge.by.name, day: onDay(at, today, wording), text: shortLine(text, QUOTED) };
  if (challenge.waitsFor === "nobody") return undefined;
  if (challenge.waitsFor === "asker")
    return isMine
      ? {
          group: "needsYou",
          reason: [
            translate("You were answered {day}: “{text}”", words),
            translate("It stays open until you say that this answers it."),
          ].join(" "),
          action: "readAnswer",
          glyph: "answer",
          since: at,
        }
      : undefined;
  if (isMine)
    return {
      group: "waitsForOthers",
      reason:
        challenge.kind === "challenge"
          ? translate("You challenged this why {day}: “{text}” There is no answer yet.", words)
          : translate("You offered a better idea {day}: “{text}” There is no answer yet.", words),
      action: "open",
      glyph: "question",
      since: at,
    };
  return isForMe
    ? {
        group: "needsYou",
        reason:
          challenge.kind === "challenge"
            ? translate("{name} challenged this why {day}: “{text}”", words)
            : translate("{name} has a better idea, {day}: “{text}”", words),
        action: "answer",
        glyph: "question",
        since: at,
      }
    : undefined;
}
