import * as vscode from "vscode";
import type { Clock } from "../../app/ports.ts";
import type { Wording } from "../../app/wording.ts";
import type { Disposable } from "../../base/emitter.ts";
import { threatSentence } from "../../app/roadmap/threat-sentence.ts";
import type { Day } from "../../domain/dates.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { Milestone } from "../../domain/milestone/milestone.ts";
import type { CommandId } from "../command-ids.ts";
import { summarize } from "../note-summary.ts";
import { plainParagraphs } from "../plain-markdown.ts";
import type { Mark } from "./mark.ts";
import { shapeOf } from "./mark.ts";
import type { Marks } from "./marks.ts";
import type { Sessions } from "../sessions.ts";
import { fileOnDisk } from "../vscode-files.ts";
import { shortLine } from "../../base/plain-text.ts";

/** Characters of the current why in a hover. */
const LONGEST_WHY = 300;

/** The only commands that a link in a hover may run. */
const linked = [
  "openNote",
  "discuss",
  "draftOption",
  "thenAndNow",
  "showWhereItBelongs",
  "searchForIt",
  "markAsDone",
] as const satisfies readonly CommandId[];

/** A date of the roadmap by its id; undefined where it is not here. */
export type DateOf = (id: RecordId) => Milestone | undefined;

/** What is known beside the note: the dates of the roadmap, and why the work in this file is done. */
interface Around {
  readonly dateOf?: DateOf;
  readonly why?: string | undefined;
}

/** Says at the first line of a note what it means: the effect on users first. */
export function registerHover(marks: Marks, sessions: Sessions, clock: Clock, wording: Wording): Disposable {
  const dateOf: DateOf = (id) =>
    sessions
      .all()
      .flatMap((session) => session.recordsOf("milestone").get(id) ?? [])
      .at(0);
  return vscode.languages.registerHoverProvider(
    { scheme: "file" },
    {
      provideHover: (document, position) => {
        const here = marks.at(document, position.line + 1).filter((mark) => shapeOf(mark, clock.today()));
        if (here.length === 0) return undefined;
        const why = whyAt(document.uri, sessions);
        return new vscode.Hover(here.flatMap((mark) => hoverTexts(mark, clock, wording, { dateOf, why })));
      },
    },
  );
}

/** The current why, where the file is in its area. */
function whyAt(uri: vscode.Uri, sessions: Sessions): string | undefined {
  const onDisk = fileOnDisk(uri);
  const file = onDisk === undefined ? undefined : sessions.fileIn(onDisk);
  const why = file?.session.why();
  return file !== undefined && why?.covers(file.path) === true ? why.text : undefined;
}

/** What people wrote, which is never trusted, and the links, which hold nothing that people wrote. */
export function hoverTexts(
  mark: Mark,
  clock: Clock,
  wording: Wording,
  { dateOf = () => undefined, why }: Around = {},
): vscode.MarkdownString[] {
  const { title, impact, standing, neededBy, decided } = summarize(mark.note, clock.today(), wording);
  const drift = mark.place.status === "found" ? "" : placeWords(mark, wording);
  const about = mark.place.whole === "file" ? wording.translate("About the whole file.") : "";
  const lines = [
    impact,
    `${title} · ${standing}`,
    about,
    neededBy ?? "",
    ...threats(mark, clock.today(), wording, dateOf),
    ...decided,
    drift,
    why === undefined ? "" : wording.translate("Why: {text}", { text: shortLine(why, LONGEST_WHY) }),
  ];
  const said = new vscode.MarkdownString(plainParagraphs(lines));
  return [said, links(mark, wording)];
}

/** The dates it puts at risk: why each matters, and to whom it was promised. */
function threats({ note }: Mark, today: Day, wording: Wording, dateOf: DateOf): readonly string[] {
  const dates = new Set(note.threatens.map(({ milestone }) => milestone));
  return [...dates].flatMap((id) => dateOf(id) ?? []).map((date) => threatSentence(date, today, wording));
}

function placeWords({ place }: Mark, { translate }: Wording): string {
  return place.status === "orphaned"
    ? translate(
        "This place moved or changed too much to be sure. The note is kept; show where it belongs now.",
      )
    : translate("The code here has changed. {reason}.", { reason: place.reason });
}

function links({ note, place }: Mark, { translate }: Wording): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  text.isTrusted = { enabledCommands: linked.map((id) => `sightline.${id}`) };
  const argument = encodeURIComponent(JSON.stringify([{ note: note.id, place: place.id }]));
  const link = (label: string, command: (typeof linked)[number]) =>
    `[${label}](command:sightline.${command}?${argument})`;
  const shown = [
    link(translate("Open"), "openNote"),
    link(translate("Discuss"), "discuss"),
    link(translate("Draft options"), "draftOption"),
    ...(place.status === "changed"
      ? [
          link(translate("Then and now"), "thenAndNow"),
          link(translate("Choose the lines"), "showWhereItBelongs"),
        ]
      : []),
    ...(place.status === "orphaned"
      ? [
          link(translate("Search for it"), "searchForIt"),
          link(translate("Choose the lines"), "showWhereItBelongs"),
          link(translate("Mark as done"), "markAsDone"),
        ]
      : []),
  ];
  return text.appendMarkdown(shown.join(" · "));
}
