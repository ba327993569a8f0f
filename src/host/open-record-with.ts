import type { RecordId } from "../domain/ids.ts";
import type { Workbench } from "./workbench.ts";

/** Whether a note is here: in this window, or in a record that is known on this computer, which is then opened. */
export async function openRecordWith(
  { sessions, records }: Pick<Workbench, "sessions" | "records">,
  note: RecordId,
): Promise<boolean> {
  if (sessions.withNote(note) !== undefined) return true;
  const open = sessions.all().map(({ repository }) => repository.record?.id);
  for (const record of await records.window.known()) {
    if (open.includes(record.id)) continue;
    await records.window.open(record);
    await sessions.reopen();
    if (sessions.withNote(note) !== undefined) return true;
    await records.window.close(record);
  }
  await sessions.reopen();
  return false;
}
