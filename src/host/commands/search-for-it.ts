import * as vscode from "vscode";
import * as z from "zod/mini";
import type { Candidate } from "../../app/code-search.ts";
import type { Session } from "../../app/session.ts";
import { numberWords } from "../../app/wording.ts";
import type { Wording } from "../../app/wording.ts";
import { plainLine, shortLine } from "../../base/plain-text.ts";
import { EventId } from "../../domain/ids.ts";
import type { Note } from "../../domain/note.ts";
import { chosenNote } from "../chosen-note.ts";
import { inRepository } from "../flag/flag-target.ts";
import { lostPlace } from "../lost-place.ts";
import type { Choice } from "../prompts.ts";
import { setPlace } from "../set-place.ts";
import type { Workbench } from "../workbench.ts";
import { left } from "./command.ts";
import type { Command } from "./command.ts";

const Place = z.object({ place: EventId });

/** Characters of a candidate's first lines that its row shows. */
const SHOWN = 160;

/** Looks through all files for the code that a place has lost, and puts the note where a person says it is. */
export const searchForIt: Command = async (bench, argument) => {
  const { translate } = bench.wording;
  const chosen = await chosenNote(bench, argument, translate("Search for Its Code"));
  if (chosen.kind !== "chosen") return chosen;
  if (!bench.isTrusted()) return { kind: "restricted" };
  const { session, note } = chosen;
  const place = Place.safeParse(argument).data?.place ?? (await lostPlace(session, note));
  if (place === undefined) return { kind: "noPlace" };
  const searched = await session.searchCode(note, place);
  if (searched === undefined) return { kind: "noPlace" };
  if (searched.kind === "nothingToLookFor") return { kind: "nothingToLookFor" };
  if (searched.kind === "whole") return { kind: "wholePlace" };
  if (searched.candidates.length === 0) return { kind: "nothingLikeIt", note: note.id };
  const candidate = await candidateOf(bench, session, note, searched.candidates);
  if (candidate === undefined) return left;
  const document = await open(bench, session, candidate);
  const aimed = await inRepository(bench.sessions, document, candidate.startLine, candidate.endLine);
  if (aimed.kind !== "aimed") return aimed;
  await show(bench, session, candidate, false);
  return await setPlace(bench, session, note, aimed.target, place);
};

/** The candidate that a person picks; the one that the list is at shows in the editor behind it. */
async function candidateOf(
  bench: Workbench,
  session: Session,
  note: Note,
  candidates: readonly Candidate[],
): Promise<Candidate | undefined> {
  const { translate } = bench.wording;
  return await bench.prompts.choose({
    title: translate("Search for Its Code"),
    prompt: translate("Which of these is “{title}” about now?", {
      title: shortLine(note.fields.title.value, 80),
    }),
    choices: candidates.map((candidate): Choice<Candidate> => ({
      label: `${plainLine(candidate.path)}:${candidate.startLine}-${candidate.endLine}`,
      description: likenessWords(candidate, bench.wording),
      detail: shortLine(candidate.shown.join(" ⏎ "), SHOWN),
      value: candidate,
    })),
    preview: (candidate) => {
      show(bench, session, candidate, true).catch((error: unknown) =>
        bench.log.failed("showing a place that may be the one", error),
      );
    },
  });
}

/** How alike, in words: "All 5 lines are the same", "3 of 5 lines are the same". */
function likenessWords({ same, lines }: Candidate, wording: Wording): string {
  const { translate } = wording;
  if (same === lines)
    return lines === 1
      ? translate("The line is the same")
      : translate("All {n} lines are the same", { n: numberWords(lines, wording) });
  return translate("{n} of {all} lines are the same", {
    n: numberWords(same, wording),
    all: numberWords(lines, wording),
  });
}

const open = (
  { sessions }: Workbench,
  session: Session,
  { path }: Candidate,
): Thenable<vscode.TextDocument> =>
  vscode.workspace.openTextDocument(vscode.Uri.file(sessions.fileOf(session, path)));

async function show(
  bench: Workbench,
  session: Session,
  candidate: Candidate,
  inPassing: boolean,
): Promise<void> {
  const document = await open(bench, session, candidate);
  const last = document.lineAt(Math.min(candidate.endLine, document.lineCount) - 1);
  const selection = new vscode.Range(candidate.startLine - 1, 0, last.lineNumber, last.range.end.character);
  const column = vscode.window.visibleTextEditors.find((editor) => editor.document === document)?.viewColumn;
  await vscode.window.showTextDocument(document, {
    preview: inPassing,
    preserveFocus: inPassing,
    selection,
    ...(column === undefined ? {} : { viewColumn: column }),
  });
}
