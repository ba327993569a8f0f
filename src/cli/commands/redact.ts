import * as z from "zod/mini";
import { whoIsHere } from "../../app/author.ts";
import { isOne } from "../../app/wording.ts";
import { plainLine } from "../../base/plain-text.ts";
import { refuse, succeed } from "../../base/result.ts";
import type { Line } from "../../domain/event-line.ts";
import { openPrivateFiles } from "../../git/private-files.ts";
import { isRedaction } from "../../app/redaction.ts";
import type { RedactResult } from "../../app/session.ts";
import type { Context } from "../context.ts";
import { DOCUMENT_FORMAT } from "../documents/format.ts";
import type { RedactDocument } from "../documents/redact-document.ts";
import { EXIT } from "../exit-codes.ts";
import type { Exit } from "../exit-codes.ts";
import { findRecord, idsLike, shortener } from "../find-note.ts";
import type { Command } from "../main.ts";
import { open, openRaw } from "../open.ts";
import { usage } from "../problem.ts";
import { nameMissing } from "../saved.ts";

const Values = z.tuple([z.string()], z.string());
const Options = z.object({ because: z.optional(z.string()), yes: z._default(z.boolean(), false) });

export const redact: Command = async (context, values, raw) => {
  const [typed, ...typedEvents] = Values.parse(values);
  const { because = "", yes } = Options.parse(raw);
  const { translate } = context;
  if (because.trim() === "")
    return refuse(usage({ kind: "missingOption", option: "--because" }, context.command));
  const opened = await openRaw(context);
  if (!opened.ok) return opened;
  const { repository, store } = opened.value;
  const { records } = await store.read();
  const found = findRecord(typed, [...records.keys()], shortener(records.keys()));
  if (!found.ok) return found;
  const record = found.value;
  const lines = records.get(record) ?? [];
  const chosen: Line[] = [];
  for (const id of typedEvents) {
    const [line, ...others] = idsLike(
      id,
      lines.map((one) => one.id),
    ).flatMap((one) => lines.find((known) => known.id === one) ?? []);
    if (line === undefined || others.length > 0 || isRedaction(line))
      return refuse({ kind: "noSuchEvent", id });
    if (!chosen.includes(line)) chosen.push(line);
  }
  const author = await whoIsHere(repository, openPrivateFiles(repository.storeFolder));
  if (author === undefined) return refuse(nameMissing(translate));

  const here = await open(context);
  if (!here.ok) return here;
  const { session, wording } = here.value;
  const document: Pick<RedactDocument, "format" | "note" | "events"> = {
    format: DOCUMENT_FORMAT,
    note: record,
    events: chosen.map(({ id }) => id),
  };
  const stopped = (
    outcome: RedactDocument["outcome"],
    explanation: string,
    exit: Exit,
    reason?: RedactDocument["reason"],
  ) =>
    succeed({
      document: { ...document, outcome, reason, explanation } satisfies RedactDocument,
      text: "",
      complaint: explanation,
      exit,
    });

  const { remote, answer } = await session.consent();
  const where =
    answer === "agreed" && remote !== undefined
      ? `${plainLine(remote.name)} (${plainLine(remote.url)})`
      : undefined;
  if (!yes && !(await isConfirmed(context, chosen.length, where)))
    return stopped(
      "notConfirmed",
      translate(
        "Nothing was changed. To take the lines out for good and write the branch anew, run this again with --yes.",
      ),
      EXIT.needsAnswer,
    );

  const result = await session.redact({
    record,
    lines: chosen.map(({ id }) => id),
    because: because.trim(),
  });
  if (result.kind !== "redacted") {
    const { kind, exit, reason } = outcomeOf(result);
    const why = session.syncState().explanation ?? translate("The sync was stopped before it was done.");
    return stopped(
      kind,
      `${why} ${translate("Nothing was taken out: the branch has to be written anew for that, and it was not.")}`,
      exit,
      reason,
    );
  }
  const what = translate(isOne(chosen.length, wording) ? "one line" : "{n} lines", { n: chosen.length });
  return succeed({
    document: { ...document, outcome: "redacted" } satisfies RedactDocument,
    text: result.here
      ? translate("Took {what} out of the record on this machine. Nobody else had it.", { what })
      : translate("Took {what} out of the record on {remote}, with the history that held it.", {
          what,
          remote: plainLine(remote?.name ?? ""),
        }),
    remarks: [
      ...(result.here
        ? []
        : [
            translate(
              "Other clones drop it at their next sync. What the host or somebody's backup has kept is not ours to remove: if it was a password or a key, change it now.",
            ),
          ]),
      ...(chosen.some(({ id }) => id === record)
        ? [translate("The note has no title now. Give it one with sightline edit --title.")]
        : []),
    ],
  });
};

/** Undefined where nobody is there to ask. */
async function isConfirmed(
  { io, translate }: Context,
  lines: number,
  remote: string | undefined,
): Promise<boolean> {
  if (!io.canAsk) return false;
  const question =
    remote === undefined
      ? translate(
          "This takes {n} of the note's lines out of the record on this machine for good. It can't be taken back.",
          { n: lines },
        )
      : translate(
          "This takes {n} of the note's lines out of the record on {remote} for good, for everybody, and writes the branch anew without its history. It can't be taken back.",
          { n: lines, remote },
        );
  io.err.write(`${question}\n`);
  return /^y/i.test((await io.ask(translate("[y]es, take it out · [n]o, leave it: ")))?.trim() ?? "");
}

function outcomeOf(result: Exclude<RedactResult, { kind: "redacted" }>): {
  readonly kind: RedactDocument["outcome"];
  readonly exit: Exit;
  readonly reason?: RedactDocument["reason"];
} {
  switch (result.kind) {
    case "failed": {
      const { reason } = result.failure;
      return { kind: "failed", exit: reason === "notWritable" ? EXIT.notSaved : EXIT.notExchanged, reason };
    }
    case "rewritten":
      return { kind: "rewritten", exit: EXIT.rewritten };
    case "gaveUp":
      return { kind: "gaveUp", exit: EXIT.notExchanged };
    case "noRemote":
    case "notAgreed":
      return { kind: result.kind, exit: EXIT.needsAnswer };
    case "notWritable":
      return { kind: "failed", exit: EXIT.notSaved, reason: "notWritable" };
    case "nameMissing":
    case "stopped":
    case "readOnly":
      throw new Error(`a sync by hand was answered with ${result.kind}`);
  }
}
