import { noteRow } from "../../../src/app/note-row.ts";
import { foldRecord } from "../../../src/domain/fold.ts";
import { EVERYTHING, matchingNotes } from "../../../src/webview/notes-query.ts";
import type { NoteRow } from "../../../src/protocol/panel-state.ts";
import { figure } from "../figure.ts";
import type { Figure } from "../figure.ts";
import type { BenchOptions } from "../run.ts";
import { madeRecord } from "./made-record.ts";

const NOTES = 10_000;
const ROUNDS = 20;
const TYPED = ["customers wait", "cache night", "spring release", "paiement retardé", "zebra"];

/** `search.p95`: the list of notes after each key, among 10,000, against one pass of `String.includes` over the same text. */
export function benchSearch({ say }: BenchOptions): Promise<readonly Figure[]> {
  const rows: NoteRow[] = [];
  const wording = { translate: (text: string) => text, language: "en" };
  for (let number = 0; number < NOTES; number++) {
    const { record, lines } = madeRecord(number);
    const folded = foldRecord(record, lines);
    if (folded.kind !== "note") throw new Error(folded.kind);
    const viewer = { me: undefined, role: null, today: "2026-12-01", wording };
    rows.push(noteRow(folded.record, "bench", false, viewer));
  }
  const keys = TYPED.flatMap((text) => Array.from(text, (_, at) => text.slice(0, at + 1)));
  const ours: number[] = [];
  const floor: number[] = [];
  let found = 0;
  for (let round = -2; round < ROUNDS; round++) {
    for (const search of keys) {
      const start = process.hrtime.bigint();
      found += matchingNotes(rows, { ...EVERYTHING, search }).length;
      const between = process.hrtime.bigint();
      for (const row of rows) if (row.searchText.includes(search)) found += 1;
      const end = process.hrtime.bigint();
      if (round < 0) continue;
      ours.push(Number(between - start) / 1e6);
      floor.push(Number(end - between) / 1e6);
    }
  }
  if (found === 0) throw new Error("nothing was found");
  const [mine, bare] = [p95(ours), p95(floor)];
  say(`  a key ${mine.toFixed(1)} ms, one pass of includes ${bare.toFixed(1)} ms (p95 of ${ours.length})`);
  return Promise.resolve([
    figure(
      "search.p95",
      mine / bare,
      1.5,
      ours.length,
      `the list after a key among ${NOTES} notes, against one pass of String.includes over the same text; p95 of each`,
    ),
  ]);
}

const p95 = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length * 0.95)] ?? NaN;
