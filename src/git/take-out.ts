import type { Person } from "../domain/person.ts";
import { eachLine, LineUnion } from "../store/record-lines.ts";
import { redactedBy } from "../store/redacted.ts";
import type { NewLine, TakenOut } from "../store/store.ts";
import { clearJournals, look } from "./git-replica.ts";
import type { StoreParts } from "./git-replica.ts";
import { encodeBatch } from "./journal-entry.ts";
import { unsettled } from "./journals.ts";
import type { StoreState } from "./store-state.ts";

/** How often it is worked out anew because another process changed something meanwhile. */
const MAX_TRIES = 10;

/**
 * Takes lines out of a record that nobody else has: what is left is written anew, into a commit of this machine's own without a past, and
 * the journals that held the lines go. The objects that held them are removed later, with those of other redactions.
 */
export async function takeOutHere(
  parts: StoreParts,
  redactions: readonly NewLine[],
  author: Person,
): Promise<TakenOut> {
  if ((await parts.state.read()).state.adopted !== null) return { kind: "exchanged" };
  // From here on nothing shows them, whatever happens.
  await parts.journal.append(encodeBatch(redactions));
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const looked = await look(parts);
    const { state } = looked.found;
    // A sync of another window came first: it sends no line that was taken out, and its journals go.
    if (state.adopted !== null) return { kind: "takenOut" };
    const all = new LineUnion();
    if (state.local !== null)
      await parts.reader.readAll(state.local, (record, lines) => {
        all.add(record, lines);
      });
    for (const journal of looked.journals)
      for (const { lines } of unsettled(journal, state.settled))
        for (const { record, line } of lines) all.add(record, [line]);
    const isTakenOut = redactedBy(all.records);
    const written = await parts.writer.write({
      onto: null,
      lines: [...eachLine(all.records)].filter((line) => !isTakenOut(line)),
      pages: [],
      message: "Kept on this machine",
      author,
      signing: [],
    });
    if (written.kind === "failed") return { kind: "notWritable", detail: written.failure.detail };
    const settled = Object.fromEntries(looked.journals.map(({ key, end }) => [key, end]));
    const next: StoreState = { ...state, local: written.value, settled, removals: state.removals + 1 };
    if ((await parts.state.replace(looked.found, next)) === "moved") continue;
    await clearJournals(parts, looked.journals, settled);
    return { kind: "takenOut" };
  }
  // Shown nowhere, and out of the store at the next try or the first sync.
  return { kind: "takenOut" };
}
