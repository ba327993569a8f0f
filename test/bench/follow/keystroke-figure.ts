import { FileMarks } from "../../../src/host/marks/file-marks.ts";
import type { TextEdit } from "../../../src/host/marks/live-range.ts";
import type { PlaceState } from "../../../src/protocol/panel-state.ts";
import { figure, median } from "../figure.ts";
import type { Figure } from "../figure.ts";
import type { MadeNote } from "./made-notes.ts";

const MARKS = 500;
const LINES_PER_MARK = 10;
const RUNS = 200;

/** What one typed character and one newline cost in a file with many marks: the dearer of the two. */
export async function keystrokeFigure(notes: readonly MadeNote[]): Promise<Figure> {
  const marks = new FileMarks();
  const placed = notes.slice(0, MARKS).map(({ note }, at) => ({ note, place: placeAt(at) }));
  await marks.find({ placesIn: () => Promise.resolve(placed) }, "shop.ts");
  if (marks.marks.length !== MARKS) throw new Error(`${marks.marks.length} marks`);
  const character = median(Array.from({ length: RUNS }, (_, run) => keystroke(marks, run, "x")));
  const newline = median(Array.from({ length: RUNS }, (_, run) => keystroke(marks, run, "\n")));
  return figure(
    "follow.keystroke",
    Math.max(character, newline),
    1,
    RUNS,
    `ms until ${MARKS} marks of a file have moved with one typed character or newline, whichever takes longer`,
  );
}

/** Types on another line each time, between the lines of a mark and outside of them. */
function keystroke(marks: FileMarks, run: number, text: string): number {
  const position = { line: (run * 7) % (MARKS * LINES_PER_MARK), character: 4 };
  const edit: TextEdit = { start: position, end: position, text };
  const start = process.hrtime.bigint();
  marks.edited([edit], true);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

const placeAt = (at: number): PlaceState => ({
  id: `place ${at}`,
  path: "shop.ts",
  status: "found",
  startLine: at * LINES_PER_MARK + 1,
  endLine: at * LINES_PER_MARK + 5,
  reason: "",
  quote: [],
});
