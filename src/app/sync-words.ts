import { plainLine, shortLine } from "../base/plain-text.ts";
import type { RecordId } from "../domain/ids.ts";
import type { RemoteFailure } from "../store/remote-failure.ts";
import type { RemoteAnswer } from "./remote-choice.ts";
import { isOne, numberWords } from "./wording.ts";
import type { Wording } from "./wording.ts";

/** What the sentences name. */
export interface SyncPlace {
  /** Name of the remote, as in git. */
  readonly remote: string;
  readonly branch: string;
  /** Lines that others don't have yet. */
  readonly waiting: number;
}

/** Why a sync failed: what happened, what it means, what to do. Nothing that was saved is lost by any of them. */
export function failureWords(failure: RemoteFailure, place: SyncPlace, wording: Wording): string {
  const { translate } = wording;
  const { remote, branch } = place;
  const saved = savedHere(place.waiting, wording);
  switch (failure.reason) {
    case "needsSignIn":
      return translate(
        "{remote} asked for a password. Nothing was sent; {saved} Sign in with git once in a terminal, then Sync.",
        { remote, saved },
      );
    case "mayNotPush":
      return translate(
        "{remote} refused the push: you may read but not write. Your notes are saved here; ask for write access to the branch “{branch}”, then Sync.",
        { remote, branch },
      );
    case "refusedByRule": {
      const rule = ruleIn(failure.detail);
      return rule === undefined
        ? translate(
            "{remote} refused the push by one of its rules. Your notes are saved here; ask whoever looks after the repository to let everyone push to the branch “{branch}”.",
            { remote, branch },
          )
        : translate(
            "{remote} refused the push: “{rule}”. Your notes are saved here; ask whoever looks after the repository to let everyone push to the branch “{branch}”.",
            { remote, branch, rule },
          );
    }
    case "notFound":
      return translate(
        "{remote} has no such repository, or you may not see it. Your notes are saved here; check the address of the remote, then Sync.",
        { remote },
      );
    case "notOurs":
      return translate(
        "The branch “{branch}” on {remote} holds something else. It was not touched, and your notes are saved here; ask whoever pushed it to give it another name, then Sync.",
        { remote, branch },
      );
    case "nameTaken": {
      const other = branchInTheWay(failure.detail);
      return other === undefined
        ? translate(
            "A branch on {remote} stands in the way of “{branch}”: git can't keep a branch beside others whose names begin with it and a slash. Nothing was sent; {saved} Ask whoever made it to give it another name, then Sync.",
            { remote, branch, saved },
          )
        : translate(
            "The branch “{other}” on {remote} stands in the way of “{branch}”: git can't keep both names. Nothing was sent; {saved} Ask whoever made it to give it another name, then Sync.",
            { remote, branch, other, saved },
          );
    }
    case "unreachable":
      return translate("Offline: {remote} can't be reached. {saved} Sync when you are connected again.", {
        remote,
        saved: sentence(saved),
      });
    case "timedOut":
      return translate("{remote} did not answer in time. {saved} Sync again later.", {
        remote,
        saved: sentence(saved),
      });
    case "couldNotSign":
      return translate(
        "git is set to sign commits, and signing did not work here. Nothing was sent; {saved} Sign a commit once in a terminal, then Sync.",
        { saved },
      );
    case "notWritable":
      return translate(
        "This machine could not write: its disk is full, or the folder can't be written. What was saved before is safe; make room, then Sync.",
      );
    case "cancelled":
      return translate("The sync was stopped before it was done. {saved}", { saved: sentence(saved) });
    case "unknown":
      return translate(
        "Syncing with {remote} did not work. {saved} The details are in the output; try Sync again.",
        {
          remote,
          saved: sentence(saved),
        },
      );
  }
}

/** Others pushed first, at every attempt. */
export const outrunWords = (waiting: number, wording: Wording): string =>
  wording.translate(
    "Others shared at the same moment, every time, so nothing was sent yet. {saved} Sync again.",
    {
      saved: sentence(savedHere(waiting, wording)),
    },
  );

/** Added where it was not a person who started the sync that failed. */
export const backgroundStopped = ({ translate }: Wording): string =>
  translate(
    "Background sync stopped after one failure, so that nothing keeps asking for your key. Sync by hand, or turn it on again.",
  );

export interface Rewritten extends SyncPlace {
  readonly deleted: boolean;
  readonly gone: ReadonlyMap<RecordId, number>;
  /** Lines that were taken out for good, and are there again. */
  readonly back?: number | undefined;
  readonly titleOf: (note: RecordId) => string | undefined;
}

/** The remote's branch lost what it held: what is gone, and the two ways out. */
export function rewrittenWords(
  { remote, branch, deleted, gone, back = 0, titleOf }: Rewritten,
  wording: Wording,
): string {
  const { translate } = wording;
  const what = deleted
    ? translate("The branch “{branch}” was deleted on {remote}.", { branch, remote })
    : translate("The branch “{branch}” on {remote} was rewritten.", { branch, remote });
  const count = gone.size;
  const n = numberWords(count, wording);
  const titles = titlesOf(gone, titleOf);
  const lost =
    titles === ""
      ? translate(
          isOne(count, wording)
            ? "It lacks what was said in one note."
            : "It lacks what was said in {n} notes.",
          { n },
        )
      : translate(
          isOne(count, wording)
            ? "It lacks what was said in one note: {titles}."
            : "It lacks what was said in {n} notes: {titles}.",
          { n, titles },
        );
  if (back > 0) {
    const again = translate(
      isOne(back, wording)
        ? "One line that was taken out for good is there again. Put back takes it out once more; to accept the removal is to let it stay."
        : "{n} lines that were taken out for good are there again. Put back takes them out once more; to accept the removal is to let them stay.",
      { n: numberWords(back, wording) },
    );
    return `${what} ${lost} ${again}`;
  }
  return `${what} ${lost} ${translate("Nothing is lost here. Put it back, or accept the removal here too.")}`;
}

/** Why nothing is sent though nothing has failed. */
export function standingWords({ answer, choices }: RemoteAnswer, { translate }: Wording): string {
  if (choices.length === 0)
    return translate(
      "This repository has no remote, so notes stay on this machine. Add one with git, then Sync.",
    );
  if (answer === "declined") return translate("You chose to keep notes on this machine. Sync to share them.");
  return choices.length > 1
    ? translate(
        "Nothing has been exchanged with the others yet. Sync, and choose which remote the notes go to.",
      )
    : translate(
        "Nothing has been exchanged with the others yet. Sync to share your notes and to get theirs.",
      );
}

export const readOnlyWords = ({ translate }: Wording): string =>
  translate("This window is in Restricted Mode: notes can be read, and nothing is sent.");

/** As the end of a sentence. */
function savedHere(waiting: number, wording: Wording): string {
  const { translate } = wording;
  if (waiting === 0) return translate("your notes are saved here.");
  const n = numberWords(waiting, wording);
  return translate(isOne(waiting, wording) ? "one change is saved here." : "{n} changes are saved here.", {
    n,
  });
}

const sentence = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

const TITLES_NAMED = 3;

function titlesOf(gone: ReadonlyMap<RecordId, number>, titleOf: Rewritten["titleOf"]): string {
  const titles = [...gone.keys()].flatMap((id) => titleOf(id) ?? []);
  const named = titles.slice(0, TITLES_NAMED).map((title) => `“${shortLine(title, 60)}”`);
  return named.join(", ") + (gone.size > named.length && named.length > 0 ? " …" : "");
}

/** The branch that git said is where another would be. */
function branchInTheWay(detail: string): string | undefined {
  const [, name] = /'refs\/heads\/([^'\n]+)' exists; cannot create/.exec(detail.slice(0, 20_000)) ?? [];
  return name === undefined ? undefined : shortLine(plainLine(name), 120);
}

/**
 * The rule a host named when it refused a push, from git's own text: what stands in brackets after "[remote rejected]" (git-push(1),
 * "OUTPUT"), or else the first thing the remote said.
 */
export function ruleIn(detail: string): string | undefined {
  const lines = detail.slice(0, 20_000).split("\n");
  const rejected = lines.find((line) => line.includes("[remote rejected]"))?.trimEnd();
  const bracket = rejected?.endsWith(")") === true ? rejected.lastIndexOf("(") : -1;
  const inBrackets = bracket === -1 ? undefined : rejected?.slice(bracket + 1, -1);
  const said = lines
    .map((line) => /^remote:\s*(?:error:|GitLab:|fatal:)?\s*(.*)$/.exec(line)?.[1] ?? "")
    .find((line) => /\p{L}{3}/u.test(line));
  const rule = plainLine(inBrackets ?? said ?? "");
  return rule === "" ? undefined : shortLine(rule, 120);
}
