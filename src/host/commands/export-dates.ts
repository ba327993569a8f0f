import * as vscode from "vscode";
import * as z from "zod/mini";
import { csvOfDates } from "../dates/dates-in-csv.ts";
import { icsOfDates } from "../dates/dates-in-ics.ts";
import { done, left } from "./command.ts";
import type { Command } from "./command.ts";
import { roadmapOf } from "./import-dates.ts";

/** For tests and other extensions: where to write to. */
const Given = z.object({ file: z.string() });

/** Writes the dates of the roadmap that are neither reached nor dropped into a CSV or calendar file. */
export const exportDates: Command = async (bench, argument) => {
  const session = await roadmapOf(bench, argument);
  if (session === undefined) return bench.sessions.problem() ?? { kind: "noFolder" };
  const milestones = [...session.recordsOf("milestone").values()]
    .filter(({ fields }) => fields.closed.value === null)
    .sort((one, other) =>
      one.day === other.day ? (one.id < other.id ? -1 : 1) : one.day < other.day ? -1 : 1,
    );
  if (milestones.length === 0) return { kind: "noDates" };
  const { translate } = bench.wording;
  const named = Given.safeParse(argument).data?.file;
  const file =
    named !== undefined
      ? vscode.Uri.file(named)
      : await vscode.window.showSaveDialog({
          title: translate("Export Dates"),
          saveLabel: translate("Export"),
          filters: { [translate("Table (CSV)")]: ["csv"], [translate("Calendar")]: ["ics"] },
        });
  if (file === undefined) return left;
  const isCalendar = /\.(ics|ical)$/i.test(file.path);
  const text = isCalendar ? icsOfDates(milestones, bench.clock.now()) : csvOfDates(milestones);
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  return done;
};
