import * as vscode from "vscode";
import * as z from "zod/mini";
import type { DateInFile } from "../../app/roadmap/import-plan.ts";
import type { Session } from "../../app/session.ts";
import { bringInDates } from "../dates/bring-in-dates.ts";
import { datesInCsv } from "../dates/dates-in-csv.ts";
import { datesInIcs } from "../dates/dates-in-ics.ts";
import type { Workbench } from "../workbench.ts";
import { left } from "./command.ts";
import type { Command } from "./command.ts";

/** More is no list of dates that were promised, and would stand in everybody's record for good. */
const MOST_DATES = 500;
const MOST_BYTES = 5_000_000;

/** Which repository's roadmap, and for tests and other extensions which file. */
const Given = z.object({ repository: z.optional(z.string()), file: z.optional(z.string()) });

/** The roadmap of the repository that is named, or of the first one. */
export async function roadmapOf(bench: Workbench, argument: unknown): Promise<Session | undefined> {
  await bench.sessions.opened();
  return bench.sessions.ofRepository(Given.safeParse(argument).data?.repository);
}

/** Brings dates in from a CSV or calendar file, after showing what it would do. */
export const importDates: Command = async (bench, argument) => {
  const session = await roadmapOf(bench, argument);
  if (session === undefined) return bench.sessions.problem() ?? { kind: "noFolder" };
  const { translate } = bench.wording;
  const named = Given.safeParse(argument).data?.file;
  const [file] =
    named !== undefined
      ? [vscode.Uri.file(named)]
      : ((await vscode.window.showOpenDialog({
          title: translate("Import Dates"),
          openLabel: translate("Import"),
          filters: { [translate("Dates")]: ["csv", "ics", "ical", "tsv"], [translate("All files")]: ["*"] },
        })) ?? []);
  if (file === undefined) return left;
  const dates = await datesIn(file);
  if (dates === undefined || dates.length === 0) return { kind: "noDatesInFile" };
  if (dates.length > MOST_DATES) return { kind: "tooManyDates", limit: MOST_DATES };
  return await bringInDates(dates, { session, prompts: bench.prompts, wording: bench.wording });
};

async function datesIn(file: vscode.Uri): Promise<readonly DateInFile[] | undefined> {
  const { size } = await vscode.workspace.fs.stat(file);
  if (size > MOST_BYTES) return undefined;
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  return datesInIcs(text) ?? datesInCsv(text);
}
