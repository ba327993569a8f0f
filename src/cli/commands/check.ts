import { succeed } from "../../base/result.ts";
import { DEFAULT_BRANCH } from "../../app/session-ports.ts";
import { LARGE_BYTES, largeWords } from "../../app/large-record.ts";
import { isOne, numberWords } from "../../app/wording.ts";
import type { Wording } from "../../app/wording.ts";
import { recordStorage } from "../../git/compact-store.ts";
import { readBranchFiles } from "../check/branch-files.ts";
import { findTrouble } from "../check/find-trouble.ts";
import { findingOf } from "../check/trouble-words.ts";
import { DOCUMENT_FORMAT } from "../documents/format.ts";
import type { CheckDocument } from "../documents/check-document.ts";
import { EXIT } from "../exit-codes.ts";
import type { Command } from "../main.ts";
import { openRaw } from "../open.ts";
import { checkText } from "../text/check-text.ts";

export const check: Command = async (context) => {
  const here = await openRaw(context);
  if (!here.ok) return here;
  const { repository, store, wording } = here.value;
  // The files first: what arrives meanwhile is then a line without a place, and no place without a line.
  const files = await readBranchFiles(repository);
  const { records } = await store.read();
  const findings = findTrouble(records, files).map((trouble) => findingOf(trouble, DEFAULT_BRANCH, wording));
  const lines = [...records.values()].reduce((sum, of) => sum + of.length, 0);
  const document: CheckDocument = {
    format: DOCUMENT_FORMAT,
    sound: findings.length === 0,
    records: records.size,
    lines,
    waiting: await store.waiting(),
    bytes: await recordStorage(repository).bytes(),
    findings,
  };
  return succeed({
    document,
    text: [
      ...(document.sound ? [] : [checkText(document, context.io.out.columns, context.style), ""]),
      summary(document, wording),
    ].join("\n"),
    remarks: document.bytes < LARGE_BYTES ? [] : [largeWords(document.bytes, wording)],
    exit: document.sound ? EXIT.done : EXIT.found,
  });
};

function summary({ records, lines, findings }: CheckDocument, wording: Wording): string {
  const { translate } = wording;
  const n = (count: number) => ({ n: numberWords(count, wording) });
  const what = [
    translate(isOne(records, wording) ? "one record" : "{n} records", n(records)),
    translate(isOne(lines, wording) ? "one line" : "{n} lines", n(lines)),
  ].join(", ");
  if (findings.length === 0) return translate("The record is sound: {what}.", { what });
  return translate(
    isOne(findings.length, wording)
      ? "One thing to look at in {what}. Nothing was changed."
      : "{n} things to look at in {what}. Nothing was changed.",
    { what, ...n(findings.length) },
  );
}
