import * as z from "zod/mini";
import { whoIsHere } from "../../app/author.ts";
import { isOne } from "../../app/wording.ts";
import { plainLine } from "../../base/plain-text.ts";
import { refuse, succeed } from "../../base/result.ts";
import { parseLine, writeLine } from "../../domain/event-line.ts";
import type { Line } from "../../domain/event-line.ts";
import { foldRecord, isReadable } from "../../domain/fold.ts";
import type { RecordId } from "../../domain/ids.ts";
import { LINE_REDACTED } from "../../domain/line-redacted.ts";
import type { LineRedacted } from "../../domain/line-redacted.ts";
import type { Person } from "../../domain/person.ts";
import { openPrivateFiles } from "../../git/private-files.ts";
import type { SyncResult } from "../../app/session.ts";
import { clock } from "../clock.ts";
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

  const consent = await session.consent();
  const { remote } = consent;
  if (consent.answer !== "agreed" || remote === undefined)
    return stopped(
      consent.choices.length === 0 ? "noRemote" : "notAgreed",
      translate(
        "This clone does not exchange notes with a remote, so there is no branch to take anything out of. Nothing was changed. Run sightline sync first.",
      ),
      consent.choices.length === 0 ? EXIT.notExchanged : EXIT.needsAnswer,
    );
  if (
    !yes &&
    !(await isConfirmed(context, chosen.length, `${plainLine(remote.name)} (${plainLine(remote.url)})`))
  )
    return stopped(
      "notConfirmed",
      translate(
        "Nothing was changed. To take the lines out for good and write the branch anew, run this again with --yes.",
      ),
      EXIT.needsAnswer,
    );

  const event = redactionOf({ record, lines, chosen, author, because: because.trim() });
  const result = await session.sync({ byHand: true, redactions: [{ record, line: event }] });
  if (result.kind !== "synced") {
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
    text: translate("Took {what} out of the record on {remote}, with the history that held it.", {
      what,
      remote: plainLine(remote.name),
    }),
    remarks: [
      translate(
        "Other clones drop it at their next sync. What the host or somebody's backup has kept is not ours to remove: if it was a password or a key, change it now.",
      ),
      ...(chosen.some(({ id }) => id === record)
        ? [translate("The note has no title now. Give it one with sightline edit --title.")]
        : []),
    ],
  });
};

const isRedaction = (line: Line): boolean => {
  const parsed = parseLine(line);
  return parsed.kind === "event" && parsed.envelope.type === LINE_REDACTED;
};

/** The event that says what is gone, by whom and why, and nothing of what it held. */
function redactionOf({
  record,
  lines,
  chosen,
  author,
  because,
}: {
  readonly record: RecordId;
  readonly lines: readonly Line[];
  readonly chosen: readonly Line[];
  readonly author: Person;
  readonly because: string;
}): Line {
  const parsed = chosen.map(parseLine);
  const first = parsed.find(({ id }) => id === record);
  const data: LineRedacted = {
    lines: parsed.map((one) => ({ id: one.id, seen: one.kind === "unreadable" ? [] : one.envelope.seen })),
    because,
    ...(first?.kind === "event"
      ? { opened: { type: first.envelope.type, by: first.envelope.by, at: first.envelope.at } }
      : {}),
  };
  const folded = foldRecord(record, lines);
  const seen = isReadable(folded) ? [...folded.record.heads] : [];
  return writeLine({ v: 1, record, type: LINE_REDACTED, at: clock.now(), by: author, seen, data });
}

/** Undefined where nobody is there to ask. */
async function isConfirmed({ io, translate }: Context, lines: number, remote: string): Promise<boolean> {
  if (!io.canAsk) return false;
  io.err.write(
    `${translate(
      "This takes {n} of the note's lines out of the record on {remote} for good, for everybody, and writes the branch anew without its history. It can't be taken back.",
      { n: lines, remote },
    )}\n`,
  );
  return /^y/i.test((await io.ask(translate("[y]es, take it out · [n]o, leave it: ")))?.trim() ?? "");
}

function outcomeOf(result: Exclude<SyncResult, { kind: "synced" }>): {
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
    case "stopped":
    case "readOnly":
      throw new Error(`a sync by hand was answered with ${result.kind}`);
  }
}
