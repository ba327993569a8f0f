import type { Session } from "../../app/session.ts";
import { leadToTheSame, parseRecordAddress } from "../../app/record-address.ts";
import type { RecordAddress } from "../../app/record-address.ts";
import type { KnownRecord, RecordLookUp } from "../../app/record-shelf.ts";
import { addressRefusalWords } from "../../app/record-words.ts";
import { shortLine } from "../../base/plain-text.ts";
import type { FolderProblem } from "../problem.ts";
import { settings } from "../settings.ts";
import { askName } from "../share/ask-name.ts";
import type { Workbench } from "../workbench.ts";
import { done, left } from "./command.ts";
import type { Command, CommandEnd } from "./command.ts";
import { forget, forgetRecord } from "./forget-record.ts";

/** Longest name of a record that is kept, in characters. */
const MAX_NAME = 200;

/**
 * Opens a record by the address of its repository, for somebody who has no code: one that is known here at once, also without a network; another one
 * once it was fetched.
 */
export const openRecord: Command = async (bench) => {
  const known = await bench.records.window.known();
  if (known.length === 0) return await another(bench);
  const { translate } = bench.wording;
  const chosen = await bench.prompts.choose<KnownRecord | "another" | "forget">({
    title: translate("Open a Record"),
    prompt: translate("Which record?"),
    choices: [
      ...known.map((record) => ({ label: record.name, description: record.url, value: record })),
      { label: translate("Another address…"), value: "another", apart: true },
      { label: translate("Forget a record…"), value: "forget" },
    ],
  });
  if (chosen === undefined) return left;
  if (chosen === "another") return await another(bench);
  if (chosen === "forget") return await forgetRecord(bench);
  return await show(bench, chosen);
};

async function another(bench: Workbench): Promise<CommandEnd> {
  const { prompts, wording, isTrusted, records } = bench;
  const { translate } = wording;
  if (!isTrusted()) return { kind: "restricted" };
  const title = translate("Open a Record");
  const typed = await prompts.askText({
    title,
    prompt: translate("Where is the repository? The address in the browser will do."),
    placeholder: "https://github.com/acme/shop",
    refuse: (text) => {
      const parsed = parseRecordAddress(text);
      return parsed.kind === "refused" ? addressRefusalWords(parsed.why, wording) : undefined;
    },
  });
  const parsed = parseRecordAddress(typed.text);
  if (!typed.accepted || parsed.kind === "refused") return left;
  const { address } = parsed;
  const before = (await records.window.known()).find(({ url }) => leadToTheSame(url, address.url));
  if (before !== undefined) return await show(bench, before);
  const named = await prompts.askText({
    title,
    prompt: translate("What do you call it?"),
    value: address.name,
    refuse: (text) =>
      shortLine(text, MAX_NAME) === "" ? translate("It needs a name, so that you find it again.") : undefined,
  });
  if (!named.accepted) return left;
  const name = shortLine(named.text, MAX_NAME);
  if (!(await isMeant(bench, address, name))) return left;
  return await fetchFirst(bench, address, name);
}

/** The one question before anything goes out: from where, what comes, and where words go from then on. */
async function isMeant(
  { prompts, wording }: Workbench,
  { url }: RecordAddress,
  name: string,
): Promise<boolean> {
  const { translate } = wording;
  const open = translate("Open the record");
  const pressed = await prompts.confirm(
    translate("Open the record of {name}?", { name }),
    translate(
      "Sightline fetches the record from {url}, and no code. What you say goes back there with your name, for everyone who can read that repository, and stays there for good. Drafts and your 1:1 stay on this computer.",
      { url },
    ),
    [open],
  );
  return pressed === open;
}

async function fetchFirst(bench: Workbench, address: RecordAddress, name: string): Promise<CommandEnd> {
  const { prompts, wording, records, sessions, log } = bench;
  const { translate } = wording;
  const place = { remote: address.host };
  const end = await prompts.whileWaiting(
    translate("Fetching the record of {name} …", { name }),
    async (signal): Promise<{ readonly session: Session } | CommandEnd> => {
      const git = { gitPath: settings.gitPath(), log };
      const found: RecordLookUp | FolderProblem = await records.door.lookUp(address, git, signal);
      if (found.kind === "failed" && "failure" in found)
        return found.failure.reason === "cancelled"
          ? left
          : { kind: "recordNotFetched", failure: found.failure, ...place };
      if (found.kind === "noRecord") return { kind: "noRecordThere" };
      if (found.kind !== "found") return found;
      const kept = await records.door.shelf.keep(address, name, found.objectFormat);
      if (!kept.ok) return { kind: "recordNotKept", detail: kept.reason.detail };
      await records.window.open(kept.value);
      await sessions.reopen();
      const session = await sessions.ofRecord(kept.value);
      if (session === undefined) return sessions.problem() ?? { kind: "failed", detail: "no session" };
      // A folder of the window has this record anyway, and was or will be asked for itself.
      if (session.repository.record === undefined) {
        await forget(bench, kept.value);
        return { session };
      }
      await agree(session);
      const synced = await session.sync({ byHand: true, provePush: true, signal });
      if (session.notes().size > 0 || synced.kind === "synced") return { session };
      // Nothing came of it: there is nothing to find again.
      await forget(bench, kept.value);
      return synced.kind === "failed" && synced.failure.reason !== "cancelled"
        ? { kind: "recordNotFetched", failure: synced.failure, ...place }
        : left;
    },
  );
  return "session" in end ? await arrive(bench, end.session) : end;
}

/** What was agreed to when the record was opened. */
async function agree(session: Session): Promise<void> {
  const { answer, remote } = await session.consent();
  if (answer !== "agreed" && remote !== undefined) await session.setConsent("agreed", remote);
}

async function show(bench: Workbench, record: KnownRecord): Promise<CommandEnd> {
  const { records, sessions } = bench;
  await records.window.open(record);
  await sessions.reopen();
  const session = await sessions.ofRecord(record);
  if (session === undefined) return sessions.problem() ?? { kind: "failed", detail: "no session" };
  return await arrive(bench, session);
}

async function arrive(bench: Workbench, session: Session): Promise<CommandEnd> {
  const { prompts, wording, panel, isTrusted } = bench;
  panel.show({ section: "now" });
  // Whoever leaves the question is asked again when they say something.
  if (isTrusted()) await askName(session, prompts, wording.translate);
  return done;
}
