import { refuse, succeed } from "../../base/result.ts";
import { numberWords } from "../../app/wording.ts";
import { compactStore } from "../../git/compact-store.ts";
import type { CompactDocument } from "../documents/compact-document.ts";
import { DOCUMENT_FORMAT } from "../documents/format.ts";
import { EXIT } from "../exit-codes.ts";
import type { Command } from "../main.ts";
import { openRaw } from "../open.ts";

export const compact: Command = async (context) => {
  const here = await openRaw(context);
  if (!here.ok) return here;
  const { repository, wording } = here.value;
  const { translate } = wording;
  if (context.io.err.isTerminal) context.io.err.write(`${translate("This can take a minute.")}\n`);
  const compacted = await compactStore(repository);
  if (compacted.kind === "failed") {
    const { detail } = compacted.failure;
    const sentence = translate(
      "This machine's copy of the record could not be put together: the disk is full, or the folder can't be written. Nothing was lost. Make room, or see who owns the .git folder, then run this again.",
    );
    return refuse({ kind: "refused", refusal: { kind: "notWritable", detail }, sentence });
  }
  const document: CompactDocument = { format: DOCUMENT_FORMAT, ...compacted.value };
  const kilobytes = (bytes: number) => numberWords(Math.ceil(bytes / 1024), wording);
  return succeed({
    document,
    text: translate("This machine's copy of the record: {before} KB before, {after} KB now.", {
      before: kilobytes(document.before),
      after: kilobytes(document.after),
    }),
    exit: EXIT.done,
  });
};
