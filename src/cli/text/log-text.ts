import { plainLine } from "../../base/plain-text.ts";
import type { Moment } from "../../domain/dates.ts";
import type { Context } from "../context.ts";
import type { LogDocument, LoggedEvent } from "../documents/log-document.ts";
import { block } from "./block.ts";

/** As git's log: the id, who and when, and what was said. */
export const logText = (
  { events }: LogDocument,
  context: Pick<Context, "io" | "style" | "translate">,
): string => events.map((event) => entryText(event, context)).join("\n\n");

function entryText(
  event: LoggedEvent,
  { io, style, translate }: Pick<Context, "io" | "style" | "translate">,
): string {
  const head = style.id(`event ${event.id}`);
  const body = (text: string) => block(text, 4, io.out.columns, "    ");
  if (event.state === "unreadable")
    return [
      head,
      "",
      body(translate("This line can't be read ({why}). It is kept.", { why: event.why })),
    ].join("\n");
  if (event.state === "newer")
    return [
      head,
      "",
      body(
        translate("Written by a newer Sightline (version {version}). It is kept.", {
          version: event.version,
        }),
      ),
    ].join("\n");
  const by = `${plainLine(event.by.name)} <${plainLine(event.by.email)}>`;
  return [
    head,
    translate("By:    {person}, as set in git", { person: by }),
    translate("Date:  {date}", { date: momentText(event.at) }),
    "",
    body(
      event.state === "applied"
        ? event.sentence
        : translate("{type}: this version does not understand it ({why}). It is kept.", {
            type: event.type,
            why: event.why,
          }),
    ),
  ].join("\n");
}

/** "2026-11-22 23:12:04 +0100", in the zone it was written in. */
const momentText = (moment: Moment): string =>
  plainLine(moment)
    .replace("T", " ")
    .replace(
      /(?:\.\d+)?(Z|[+-]\d{2}:\d{2})$/,
      (_all, zone: string) => ` ${zone === "Z" ? "+0000" : zone.replace(":", "")}`,
    );
