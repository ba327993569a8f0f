import { makeAnchor } from "../anchoring/make-anchor.ts";
import { wholeAnchor } from "../anchoring/whole-anchor.ts";
import { concernWords, quoteConcerns, withoutQuote } from "../app/quote-concerns.ts";
import { plainLine } from "../base/plain-text.ts";
import { refuse, succeed } from "../base/result.ts";
import type { Anchor } from "../domain/anchor.ts";
import type { Context } from "./context.ts";
import { diskCode } from "../git/disk-code.ts";
import type { Here } from "./open.ts";
import { pathFromTop } from "./path-here.ts";
import type { PlaceProblem } from "./problem.ts";
import type { Read, TypedPlace } from "./read/values.ts";

/** Whether quoted lines may be shared: said on the command line, or to be asked where there is a doubt. */
export type QuoteChoice = "share" | "leaveOut" | "ask";

export interface ReadPlaces {
  readonly anchors: readonly Anchor[];
  readonly quoteLeftOut: boolean;
}

/** Places in the code as they are on disk now. */
export async function readPlaces(
  context: Context,
  here: Here,
  typed: readonly TypedPlace[],
  choice: QuoteChoice,
): Promise<Read<ReadPlaces>> {
  const anchors: Anchor[] = [];
  let quoteLeftOut = false;
  if (typed.length === 0) return succeed({ anchors, quoteLeftOut });
  const { commit } = await here.user.head();
  for (const place of typed) {
    const made = await makeOne(context, here, place, commit);
    if (!made.ok) return made;
    const { anchor, text } = made.value;
    const tracking = await here.user.tracking(anchor.path);
    if (tracking === "outside") return refuse(notAPlace(anchor.path, "outside"));
    const mayQuote = await mayShareQuote(context, here, anchor, tracking, text, choice);
    if (!mayQuote.ok) return mayQuote;
    anchors.push(mayQuote.value ? anchor : withoutQuote(anchor, tracking));
    quoteLeftOut ||= !mayQuote.value && anchor.quote !== undefined;
  }
  return succeed({ anchors, quoteLeftOut });
}

const notAPlace = (path: string, why: PlaceProblem, lines?: number) =>
  ({ kind: "place", path, why, lines }) as const;

async function makeOne(
  { folder }: Context,
  { user }: Here,
  { path: typed, lines: typedLines }: TypedPlace,
  commit: string | undefined,
): Promise<Read<{ readonly anchor: Anchor; readonly text: string }>> {
  const path = await pathFromTop(user.top, folder, typed);
  if (path === undefined || path === "") return refuse(notAPlace(typed, "outside"));
  if (typedLines === undefined) {
    const whole = await diskCode(user.top).kindOf(path);
    if (whole === "missing") return refuse(notAPlace(typed, "missing"));
    return succeed({ anchor: wholeAnchor(whole, path, commit), text: "" });
  }
  const { startLine, endLine } = typedLines;
  const code = await diskCode(user.top).read(path);
  if (code.kind !== "text") return refuse(notAPlace(typed, code.kind));
  const { text } = code;
  const lines = text.split(/\r\n|\r|\n/).length - (/[\r\n]$/.test(text) ? 1 : 0);
  if (startLine > lines || endLine > lines) return refuse(notAPlace(typed, "noSuchLine", lines));
  return succeed({ anchor: makeAnchor({ path, text, startLine, endLine, commit }), text });
}

/** Lines that look like a secret, or that nobody has committed, are never shared unasked. */
async function mayShareQuote(
  { io, translate }: Context,
  { wording }: Here,
  anchor: Anchor,
  tracking: Parameters<typeof quoteConcerns>[1],
  text: string,
  choice: QuoteChoice,
): Promise<Read<boolean>> {
  if (choice !== "ask") return succeed(choice === "share");
  const concerns = quoteConcerns(anchor, tracking, text);
  if (concerns.length === 0) return succeed(true);
  const concern = concernWords(concerns, wording);
  if (!io.canAsk) return refuse({ kind: "quote", path: anchor.path, concern });
  io.err.write(`${plainLine(anchor.path)}:${anchor.startLine}-${anchor.endLine}\n${concern}\n`);
  const answer = await io.ask(translate("Share the lines? [y]es, [n]o, only the place: "));
  if (answer === undefined) return refuse({ kind: "quote", path: anchor.path, concern });
  return succeed(/^\s*y/i.test(answer));
}
