import * as z from "zod/mini";
import { plainLine } from "../../base/plain-text.ts";
import { refuse, succeed } from "../../base/result.ts";
import { largeWords } from "../../app/large-record.ts";
import { NotWritable } from "../../app/private-json.ts";
import type { RemoteInfo } from "../../app/ports.ts";
import type { SyncResult } from "../../app/session.ts";
import { isOne } from "../../app/wording.ts";
import type { Wording } from "../../app/wording.ts";
import type { Answer } from "../answer.ts";
import type { Context } from "../context.ts";
import { DOCUMENT_FORMAT } from "../documents/format.ts";
import type { SyncDocument } from "../documents/sync-document.ts";
import { EXIT } from "../exit-codes.ts";
import type { Exit } from "../exit-codes.ts";
import type { Command } from "../main.ts";
import { open } from "../open.ts";
import type { Here } from "../open.ts";
import { usage } from "../problem.ts";
import { notSaved } from "../saved.ts";

const Values = z.tuple([z.optional(z.string())]);
const Options = z.object({
  yes: z._default(z.boolean(), false),
  putBack: z._default(z.boolean(), false),
  acceptRemoval: z._default(z.boolean(), false),
});

export const sync: Command = async (context, values, raw) => {
  const [name] = Values.parse(values);
  const { yes, putBack, acceptRemoval } = Options.parse(raw);
  if (putBack && acceptRemoval)
    return refuse(
      usage({ kind: "notTogether", one: "--put-back", other: "--accept-removal" }, context.command),
    );
  const here = await open(context);
  if (!here.ok) return here;
  const { session, wording } = here.value;
  const consent = await session.consent();
  const { choices, branch } = consent;
  const start = { branch, choices, waiting: await here.value.waiting() };
  if (name !== undefined && !choices.some((remote) => remote.name === name))
    return refuse({ kind: "noSuchRemote", name, names: choices.map((remote) => remote.name) });
  if (choices.length === 0)
    return succeed(stopped("noRemote", null, start, noRemoteWords(wording), EXIT.notExchanged));

  const named = choices.find((remote) => remote.name === name);
  const remote = named ?? consent.remote ?? (await chooseRemote(context, choices));
  if (remote === undefined)
    return succeed(stopped("severalRemotes", null, start, severalWords(choices, wording), EXIT.needsAnswer));

  const isAgreed =
    consent.answer === "agreed" && consent.remote?.url === remote.url && consent.remote.name === remote.name;
  if (!isAgreed) {
    const answer = yes ? "agreed" : await askConsent(context, remote, branch);
    if (answer !== "notAsked") {
      try {
        await session.setConsent(answer, remote);
      } catch (error) {
        if (!(error instanceof NotWritable)) throw error;
        return refuse(notSaved(here.value, error.message));
      }
    }
    if (answer !== "agreed") {
      const words = answer === "declined" ? declinedWords(wording) : notAgreedWords(remote, start, wording);
      return succeed(stopped("notAgreed", remote, start, words, EXIT.needsAnswer));
    }
  }

  const { io, translate } = context;
  if (io.err.isTerminal)
    io.err.write(`${translate("Exchanging notes with {remote} …", { remote: plainLine(remote.name) })}\n`);
  const result = await session.sync({
    byHand: true,
    whenRewritten: putBack ? "putBack" : acceptRemoval ? "acceptRemoval" : undefined,
  });
  return succeed(await outcome(context, here.value, remote, { branch, choices }, result));
};

interface Standing {
  readonly branch: string;
  readonly choices: readonly RemoteInfo[];
  readonly waiting: number;
}

/** Nothing was exchanged. */
function stopped(
  outcome: SyncDocument["outcome"],
  remote: RemoteInfo | null,
  { branch, choices, waiting }: Standing,
  complaint: string,
  exit: Exit,
  more: Pick<SyncDocument, "reason" | "deleted" | "gone"> = {},
): Answer {
  const document: SyncDocument = {
    format: DOCUMENT_FORMAT,
    outcome,
    remote,
    branch,
    choices: [...choices],
    received: [],
    sent: 0,
    waiting,
    ...more,
    explanation: complaint,
  };
  return { document, text: "", complaint, exit };
}

async function outcome(
  { translate }: Context,
  { session, waiting, wording }: Here,
  remote: RemoteInfo,
  { branch, choices }: Pick<Standing, "branch" | "choices">,
  result: SyncResult,
): Promise<Answer> {
  const standing = { branch, choices, waiting: await waiting() };
  const explanation = session.syncState().explanation ?? "";
  switch (result.kind) {
    case "synced": {
      const document: SyncDocument = {
        format: DOCUMENT_FORMAT,
        outcome: "synced",
        remote,
        branch,
        choices: [...choices],
        received: [...result.received],
        sent: result.sent,
        waiting: standing.waiting,
      };
      const large = await session.largeToTell();
      return {
        document,
        text: syncedWords(remote, result.received.length, result.sent, wording),
        remarks: large === undefined ? [] : [largeWords(large, wording)],
      };
    }
    case "noRemote":
    case "notAgreed":
      return stopped(result.kind, remote, standing, explanation, EXIT.needsAnswer);
    case "failed": {
      const { reason } = result.failure;
      const exit = reason === "notWritable" ? EXIT.notSaved : EXIT.notExchanged;
      const words =
        explanation === ""
          ? translate("The sync was stopped before it was done. All notes are safe here.")
          : explanation;
      return stopped("failed", remote, standing, words, exit, { reason });
    }
    case "gaveUp":
      return stopped(
        "gaveUp",
        remote,
        standing,
        translate(
          "Others kept pushing to {remote} first, {n} times. Nothing is lost: what you saved is here. Run sightline sync again.",
          { remote: plainLine(remote.name), n: result.attempts },
        ),
        EXIT.notExchanged,
      );
    case "rewritten":
      return stopped(
        "rewritten",
        remote,
        standing,
        `${explanation} ${translate("Run sightline sync --put-back to send them again, or sightline sync --accept-removal to let them go here too.")}`,
        EXIT.rewritten,
        {
          deleted: result.deleted,
          gone: [...result.gone].map(([note, lines]) => ({ note, lines })),
          ...(result.back === undefined ? {} : { back: result.back }),
        },
      );
    case "stopped":
    case "readOnly":
      throw new Error(`a sync by hand was answered with ${result.kind}`);
  }
}

function syncedWords(remote: RemoteInfo, received: number, sent: number, wording: Wording): string {
  const { translate } = wording;
  const name = plainLine(remote.name);
  if (received === 0 && sent === 0)
    return translate("Synced with {remote}: nothing new on either side.", { remote: name });
  const got = translate(isOne(received, wording) ? "one note changed here" : "{n} notes changed here", {
    n: received,
  });
  const gave = translate(isOne(sent, wording) ? "one change sent" : "{n} changes sent", { n: sent });
  const what = [...(received === 0 ? [] : [got]), ...(sent === 0 ? [] : [gave])].join(", ");
  return translate("Synced with {remote}: {what}.", { remote: name, what });
}

/** Undefined where nobody is there to ask, or nobody answered. */
async function chooseRemote(
  { io, translate }: Context,
  choices: readonly RemoteInfo[],
): Promise<RemoteInfo | undefined> {
  if (!io.canAsk) return undefined;
  io.err.write(`${translate("This repository has several remotes:")}\n`);
  for (const [at, { name, url }] of choices.entries())
    io.err.write(`  ${at + 1}  ${plainLine(name)}  ${plainLine(url)}\n`);
  const answer = (await io.ask(translate("Which one carries the notes? ")))?.trim();
  return choices.find(({ name }, at) => name === answer || String(at + 1) === answer);
}

async function askConsent(
  { io, translate }: Context,
  remote: RemoteInfo,
  branch: string,
): Promise<"agreed" | "declined" | "notAsked"> {
  if (!io.canAsk) return "notAsked";
  const title = translate("Share notes with everyone who can read this repository?");
  const detail = translate(
    "Sightline will push notes to the branch “{branch}” on {remote}, now and whenever you sync. If the repository is public, so are the notes. Your branches, commits and settings are not touched. A build system that reacts to every branch may need a rule.",
    { branch, remote: `${plainLine(remote.name)} (${plainLine(remote.url)})` },
  );
  io.err.write(`${title}\n${detail}\n`);
  const answer = (await io.ask(translate("[y]es, share · [n]o, keep notes on this machine: ")))?.trim() ?? "";
  if (/^y/i.test(answer)) return "agreed";
  return /^n/i.test(answer) ? "declined" : "notAsked";
}

const noRemoteWords = ({ translate }: Wording): string =>
  translate(
    "This repository has no remote, so there is nobody to exchange notes with. They are safe here. Add a remote with git remote add, then run sightline sync.",
  );

const severalWords = (choices: readonly RemoteInfo[], { translate }: Wording): string =>
  translate(
    "This repository has several remotes, and nobody has said which carries the notes. Nothing was sent; all is safe here. Name one: sightline sync {names}.",
    { names: choices.map(({ name }) => plainLine(name)).join(" | ") },
  );

const declinedWords = ({ translate }: Wording): string =>
  translate("Nothing was sent. Notes stay on this machine until you run sightline sync again and agree.");

function notAgreedWords(remote: RemoteInfo, { branch, waiting }: Standing, wording: Wording): string {
  const { translate } = wording;
  const values = { branch, remote: plainLine(remote.name), url: plainLine(remote.url), n: waiting };
  const what =
    waiting === 0
      ? translate(
          "It would get notes from the branch “{branch}” on {remote} ({url}); nothing waits to be sent.",
          values,
        )
      : translate(
          isOne(waiting, wording)
            ? "It would push one change to the branch “{branch}” on {remote} ({url})."
            : "It would push {n} changes to the branch “{branch}” on {remote} ({url}).",
          values,
        );
  return [
    translate("Nobody has agreed yet to share notes on this remote, so nothing was sent."),
    what,
    translate(
      "Everyone who can read the repository can read the notes; if it is public, so are they. To agree, run sightline sync {remote} --yes.",
      values,
    ),
  ].join(" ");
}
