import type { KnownRecord } from "../../app/record-shelf.ts";
import type { Workbench } from "../workbench.ts";
import { done, left } from "./command.ts";
import type { Command } from "./command.ts";

/** Removes a record that was opened by its address from this computer, as long as nothing is lost with it that others would miss. */
export const forgetRecord: Command = async (bench) => {
  const { prompts, records, sessions, statusBar, wording } = bench;
  const { translate } = wording;
  const known = await records.window.known();
  if (known.length === 0) return { kind: "noRecordKnown" };
  const [only] = known;
  const record =
    known.length === 1
      ? only
      : await prompts.choose({
          title: translate("Forget a Record"),
          prompt: translate("Which record?"),
          choices: known.map((one) => ({ label: one.name, description: one.url, value: one })),
        });
  if (record === undefined) return left;
  await records.window.open(record);
  await sessions.reopen();
  const session = sessions.all().find(({ repository }) => repository.record?.id === record.id);
  await session?.refresh();
  const unsent = session?.syncState().waiting ?? 0;
  const drafts = session?.drafts().length ?? 0;
  if (unsent + drafts > 0) return { kind: "recordUnsent", name: record.name, unsent, drafts };
  const button = translate("Forget it");
  const pressed = await prompts.confirm(
    translate("Forget the record of {name}?", { name: record.name }),
    translate(
      "It is removed from this computer, with your 1:1s and what you have typed and not said. The record itself stays where it is, and you can open it again.",
    ),
    [button],
  );
  if (pressed !== button) return left;
  await forget(bench, record);
  statusBar.remark(translate("The record is forgotten"));
  return done;
};

export async function forget(
  { records, sessions }: Pick<Workbench, "records" | "sessions">,
  record: KnownRecord,
): Promise<void> {
  await records.window.close(record);
  await sessions.reopen();
  await records.door.shelf.forget(record.id);
}
