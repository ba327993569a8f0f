import type { Day } from "../../domain/dates.ts";
import type { HistoryEvidence, HistoryFact } from "../../protocol/history-evidence.ts";
import { dayWords } from "../date-words.ts";
import { isOne, numberWords } from "../wording.ts";
import type { Wording } from "../wording.ts";
import type { ChangeFigures } from "./change-figures.ts";
import type { NoEvidence, PlacesEvidence } from "./code-evidence.ts";
import type { FileSurvey, RankedFile } from "./file-survey.ts";
import { dayOfCommit } from "./half-years.ts";

/** People from whom on their number is said: of fewer, a figure would be one about a person. */
const FEWEST_PEOPLE = 3;

/** Places in the order of files that are worth a sentence. */
const WORTH_SAYING = 10;

/** Files that change together with the code and are named in the figures. */
const MOST_TOGETHER = 5;

/** Digits of a commit's id that tell it apart, as git shortens them in a large repository. */
const SHORT_ID = 10;

/** From here on a file is long, or deeply nested, in lines and in levels a line. */
const LONG_LINES = 300;
const DEEP_LEVELS = 2.5;

/** What the history tells, in sentences for somebody who reads no code. */
export function evidenceInWords(
  evidence: PlacesEvidence,
  survey: FileSurvey | undefined,
  today: Day,
  wording: Wording,
): HistoryEvidence {
  const { translate } = wording;
  return {
    kind: "found",
    facts: facts(evidence, survey, today, wording),
    source: translate("git history up to {commit}", { commit: evidence.commit.slice(0, SHORT_ID) }),
    date: today,
    figures: [
      ...(evidence.lines === undefined
        ? []
        : [
            { title: translate("The lines"), rows: figureRows(evidence.lines, evidence.cut, today, wording) },
          ]),
      ...evidence.files.map(({ path, figures }) => ({
        title: path,
        rows: [...figureRows(figures, evidence.cut, today, wording), ...surveyRows(path, survey, wording)],
      })),
      ...togetherFigures(evidence, wording),
      {
        title: translate("Counted from"),
        rows: [
          { label: translate("Commit"), value: evidence.commit },
          { label: translate("Counted on"), value: dayWords(today, today, wording) },
        ],
      },
    ],
    ...(evidence.cut
      ? {
          remark: translate(
            "This clone has only the last part of the history. What happened before it is not counted.",
          ),
        }
      : {}),
  };
}

function facts(
  evidence: PlacesEvidence,
  survey: FileSurvey | undefined,
  today: Day,
  wording: Wording,
): HistoryFact[] {
  const { lines, all, files, cut } = evidence;
  const { translate } = wording;
  const found: HistoryFact[] = [];
  if (lines !== undefined)
    found.push(oftenFact({ code: translate("This code"), figures: lines, isMany: false }, wording));
  // Where nothing but these lines changed in the file, it is the same said twice.
  if (lines?.inYear !== all.inYear || lines.people !== all.people)
    found.push(
      oftenFact(
        {
          code:
            files.length === 1 ? translate("The file with this code") : translate("The files with this code"),
          figures: all,
          isMany: files.length > 1,
        },
        wording,
      ),
    );
  const age = ageFact(lines ?? all, lines !== undefined, cut, today, wording);
  if (age !== undefined) found.push(age);
  const together = togetherFact(evidence, wording);
  if (together !== undefined) found.push(together);
  const rank = rankFact(evidence, survey, wording);
  if (rank !== undefined) found.push(rank);
  return found;
}

interface Counted {
  readonly code: string;
  readonly figures: ChangeFigures;
  readonly isMany: boolean;
}

function oftenFact({ code, figures, isMany }: Counted, wording: Wording): HistoryFact {
  const { translate } = wording;
  const { inYear, inLastHalf, inHalfBefore } = figures;
  if (inYear === 0)
    return {
      text: isMany
        ? translate("{code} have not changed in the last year.", { code })
        : translate("{code} has not changed in the last year.", { code }),
    };
  if (inYear === 1) return { text: translate("{code} changed once in the last year.", { code }) };
  return {
    text: translate("{code} changed {count} times in the last year, by {people}; {fixes}.", {
      code,
      count: numberWords(inYear, wording),
      people: peopleWords(figures.people, wording),
      fixes: fixWords(figures.fixes, wording),
    }),
    figure: translate("{now} in the last six months, {before} in the six before", {
      now: numberWords(inLastHalf, wording),
      before: numberWords(inHalfBefore, wording),
    }),
  };
}

function peopleWords(people: number, wording: Wording): string {
  const { translate } = wording;
  if (people === 0) return translate("programs alone");
  if (people < FEWEST_PEOPLE) return translate("one or two people");
  return translate("{count} people", { count: numberWords(people, wording) });
}

function fixWords(fixes: number, wording: Wording): string {
  const { translate } = wording;
  if (fixes === 0) return translate("none of the changes was a fix");
  if (fixes === 1) return translate("1 of the changes was a fix");
  return translate("{count} of the changes were fixes", { count: numberWords(fixes, wording) });
}

function ageFact(
  { first, last, inAll }: ChangeFigures,
  isLines: boolean,
  cut: boolean,
  today: Day,
  wording: Wording,
): HistoryFact | undefined {
  const { translate } = wording;
  // Where the history is cut off, the oldest change that is known is not the first.
  if (first === undefined || last === undefined || cut) return undefined;
  const [from, to] = [first, last].map((at) => dayWords(dayOfCommit(at), today, wording));
  const values = { first: from ?? "", last: to ?? "" };
  if (inAll === 1)
    return {
      text: isLines
        ? translate("This code is as it was written on {first}.", values)
        : translate("The file with this code is as it was written on {first}.", values),
    };
  return {
    text: isLines
      ? translate("This code was first written on {first} and last changed on {last}.", values)
      : translate("The oldest of this code is from {first}; it last changed on {last}.", values),
    figure: translate("{count} changes in all", { count: numberWords(inAll, wording) }),
  };
}

function togetherFact(
  { together: { of, files } }: PlacesEvidence,
  wording: Wording,
): HistoryFact | undefined {
  const { translate } = wording;
  const [most] = files;
  if (most === undefined) return undefined;
  return {
    text: isOne(files.length, wording)
      ? translate(
          "It rarely changes alone: {count} other file changes with it in at least half of the cases.",
          {
            count: numberWords(files.length, wording),
          },
        )
      : translate(
          "It rarely changes alone: {count} other files change with it in at least half of the cases.",
          {
            count: numberWords(files.length, wording),
          },
        ),
    figure: translate("up to {cases} of {count} changes", {
      cases: numberWords(most.cases, wording),
      count: numberWords(of, wording),
    }),
  };
}

function rankFact(
  { files }: PlacesEvidence,
  survey: FileSurvey | undefined,
  wording: Wording,
): HistoryFact | undefined {
  const { translate } = wording;
  if (survey === undefined) return undefined;
  const places = files.flatMap(({ path }) => rankOf(survey, path) ?? []);
  const rank = Math.min(...places);
  const file = survey.ranked[rank - 1];
  // Among few files everything is near the top.
  if (file === undefined || rank > WORTH_SAYING || rank * 10 > survey.changed) return undefined;
  const values = {
    before: numberWords(rank - 1, wording),
    count: numberWords(survey.changed, wording),
  };
  return {
    text:
      rank === 1
        ? translate(
            "Of {count} files that changed in the last six months, none changes so often and is so long and nested.",
            values,
          )
        : isOne(rank - 1, wording)
          ? translate(
              "Of {count} files that changed in the last six months, only {before} changes more for its length and nesting.",
              values,
            )
          : translate(
              "Of {count} files that changed in the last six months, only {before} change more for their length and nesting.",
              values,
            ),
    figure: translate("{count} changes in six months, {lines} lines", {
      count: numberWords(file.changes, wording),
      lines: numberWords(file.lines, wording),
    }),
  };
}

type Row = { readonly label: string; readonly value: string };

function figureRows(figures: ChangeFigures, cut: boolean, today: Day, wording: Wording): Row[] {
  const { translate } = wording;
  const { first, last, people } = figures;
  const row = (label: string, value: number): Row => ({ label, value: numberWords(value, wording) });
  const day = (at: number) => dayWords(dayOfCommit(at), today, wording);
  return [
    row(translate("Changes in the last year"), figures.inYear),
    row(translate("In the last six months"), figures.inLastHalf),
    row(translate("In the six months before"), figures.inHalfBefore),
    row(translate("Fixes among those of the year"), figures.fixes),
    ...(figures.inYear === 0
      ? []
      : [
          {
            label: translate("People in the year"),
            value:
              people > 0 && people < FEWEST_PEOPLE ? translate("one or two") : numberWords(people, wording),
          },
        ]),
    row(translate("Changes in all"), figures.inAll),
    ...(first === undefined || cut ? [] : [{ label: translate("First change"), value: day(first) }]),
    ...(last === undefined ? [] : [{ label: translate("Last change"), value: day(last) }]),
  ];
}

function surveyRows(path: string, survey: FileSurvey | undefined, wording: Wording): Row[] {
  const { translate } = wording;
  const rank = survey === undefined ? undefined : rankOf(survey, path);
  const file = rank === undefined ? undefined : survey?.ranked[rank - 1];
  if (survey === undefined || rank === undefined || file === undefined) return [];
  return [
    { label: translate("Lines"), value: numberWords(file.lines, wording) },
    { label: translate("Levels of indentation, all lines"), value: numberWords(file.levels, wording) },
    {
      label: translate("Changes × (lines + levels)"),
      value: translate("number {rank} of {count} files", {
        rank: numberWords(rank, wording),
        count: numberWords(survey.changed, wording),
      }),
    },
  ];
}

function togetherFigures(
  { together: { of, files } }: PlacesEvidence,
  wording: Wording,
): { readonly title: string; readonly rows: Row[] }[] {
  const { translate } = wording;
  if (files.length === 0) return [];
  return [
    {
      title: translate("Changes with it"),
      rows: files.slice(0, MOST_TOGETHER).map(({ path, cases }) => ({
        label: path,
        value: translate("{cases} of {count} changes", {
          cases: numberWords(cases, wording),
          count: numberWords(of, wording),
        }),
      })),
    },
  ];
}

function rankOf(survey: FileSurvey, path: string): number | undefined {
  const at = survey.ranked.findIndex((file) => file.path === path);
  return at === -1 ? undefined : at + 1;
}

/** Why a file without a note is worth a look. */
export function oftenChangedReason({ changes, lines, levels }: RankedFile, wording: Wording): string {
  const { translate } = wording;
  const count = numberWords(changes, wording);
  const isLong = lines >= LONG_LINES;
  const isDeep = levels >= lines * DEEP_LEVELS;
  if (isLong && isDeep)
    return translate("Changed {count} times in six months, is long and deeply nested; it has no note.", {
      count,
    });
  if (isLong) return translate("Changed {count} times in six months and is long; it has no note.", { count });
  if (isDeep)
    return translate("Changed {count} times in six months and is deeply nested; it has no note.", { count });
  return translate("Changed {count} times in six months; it has no note.", { count });
}

/** How often a file changed, and what makes changing it hard. */
export function changesOftenWords({ changes, lines, levels }: RankedFile, wording: Wording): string {
  const { translate } = wording;
  const count = numberWords(changes, wording);
  const isLong = lines >= LONG_LINES;
  const isDeep = levels >= lines * DEEP_LEVELS;
  if (isLong && isDeep)
    return translate("Changed {count} times in six months, is long and deeply nested.", { count });
  if (isLong) return translate("Changed {count} times in six months and is long.", { count });
  if (isDeep) return translate("Changed {count} times in six months and is deeply nested.", { count });
  return translate("Changed {count} times in six months.", { count });
}

/** Why the history tells nothing, and what to do. */
export function noEvidenceWords(
  why: NoEvidence | { readonly kind: "restricted" },
  { translate }: Wording,
): string {
  switch (why.kind) {
    case "noPlace":
      return translate(
        "This note has no place in the code that is known now, so there is nothing to count. Put it at a place first.",
      );
    case "noCommit":
      return translate("This repository has no history yet. Come back after the first commit.");
    case "notCommitted":
      return translate("This code is not in the history yet. Come back when it is committed.");
    case "cut":
      return translate(
        "This clone has no history to count: it was made with the last commit alone. An engineer can fetch the rest with git fetch --unshallow.",
      );
    case "notHere":
      return translate(
        "This clone does not hold the part of the history that this needs. Nothing was fetched. Ask in a full clone.",
      );
    case "tooLong":
      return translate("The history is too long to count in two minutes. Nothing was changed.");
    case "restricted":
      return translate(
        "This window is in Restricted Mode, so git is not asked for the history. Trust the folder to go on.",
      );
  }
}
