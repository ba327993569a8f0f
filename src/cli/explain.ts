import { plainLine, shortLine } from "../base/plain-text.ts";
import type { Translate } from "../base/translate.ts";
import { EXIT } from "./exit-codes.ts";
import type { Exit } from "./exit-codes.ts";
import type { NotHere, PlaceProblem, Problem, UsageProblem } from "./problem.ts";

/** Longest value that is said back to the person, in characters. */
const SHOWN = 60;

const shown = (text: string): string => shortLine(text, SHOWN);

/** One paragraph: what happened, what it means, what to do. */
export function explain(problem: Problem, translate: Translate): string {
  switch (problem.kind) {
    case "usage":
      return `${explainUsage(problem.what, translate)} ${whereHelpIs(problem.command, translate)}`;
    case "notHere":
      return explainNotHere(problem.why, problem.folder, translate);
    case "noSuchNote":
      return problem.noteCount === 0
        ? translate(
            "There is no note that begins with {id}: nothing is on record here yet. Run sightline sync to get what others have shared.",
            { id: shown(problem.id) },
          )
        : translate(
            "There is no note that begins with {id}. Run sightline list --all to see the notes that are here, or sightline sync to get what others have shared.",
            { id: shown(problem.id) },
          );
    case "ambiguousNote":
      return translate("More than one note begins with {id}: {ids}. Give more of the one you mean.", {
        id: shown(problem.id),
        ids: problem.candidates.slice(0, 5).join(", "),
      });
    case "unreadNote":
      return problem.as === "newer"
        ? translate(
            "{id} is written by a newer Sightline. It is kept as it is; update Sightline to read or change it.",
            { id: problem.id.slice(0, SHORT) },
          )
        : translate(
            "{id} can't be read. Its lines are kept as they are; run sightline check to see where and how to mend them.",
            { id: problem.id.slice(0, SHORT) },
          );
    case "noSuchOption":
      return problem.letters.length === 0
        ? translate(
            "This note has no option {letter}: no way out is written down yet. Put one on the table with sightline option.",
            { letter: shown(problem.letter) },
          )
        : translate("This note has no option {letter}. Choose one of {letters}.", {
            letter: shown(problem.letter),
            letters: problem.letters.join(", "),
          });
    case "noSuchQuestion":
      return translate(
        "This note has no question that begins with {id}. Run sightline show to see its questions.",
        { id: shown(problem.id) },
      );
    case "ambiguousQuestion":
      return translate(
        "More than one question could be meant, so nothing was saved. Say which with --question: {ids}.",
        { ids: problem.candidates.slice(0, 5).join(", ") },
      );
    case "noOpenQuestion":
      return translate(
        "No question of this note waits for that, so nothing was saved. Run sightline show to see its questions, or use sightline comment.",
      );
    case "noSuchEvidence":
      return translate(
        "This note has no evidence that begins with {id}. Run sightline show to see what there is.",
        { id: shown(problem.id) },
      );
    case "noSuchEvent":
      return translate(
        "This note has no event that begins with {id} and can be taken out, or more than one. Nothing was changed. Run sightline log to see its events.",
        { id: shown(problem.id) },
      );
    case "noSuchPlace":
      return translate(
        "This note has no place that begins with {id}. Run sightline show to see its places in the code.",
        { id: shown(problem.id) },
      );
    case "place":
      return explainPlace(problem, translate);
    case "outsideFolder":
      return translate(
        "{folder} is not in this repository, so no note has a place there. A folder is seen from the current one: check what stands after --folder.",
        { folder: shown(problem.folder) },
      );
    case "quote":
      return translate(
        "{concern} So nothing was saved. Run it again with --no-quote to share the place without the lines, or with --quote to share them.",
        { concern: problem.concern },
      );
    case "refused":
      return problem.sentence;
    case "noSuchRemote":
      return problem.names.length === 0
        ? translate(
            "This repository has no remote {name}, nor any other, so there is nowhere to send notes. They are safe here. Add a remote with git remote add.",
            { name: shown(problem.name) },
          )
        : translate("This repository has no remote {name}. Nothing was sent. Choose one of {names}.", {
            name: shown(problem.name),
            names: problem.names.map(plainLine).join(", "),
          });
  }
}

/** Digits of an id that are shown where more are of no use. */
const SHORT = 12;

function explainUsage(what: UsageProblem, translate: Translate): string {
  switch (what.kind) {
    case "noCommand":
      return translate("Say what to do.");
    case "unknownCommand":
      return what.like === undefined
        ? translate("There is no command {word}.", { word: shown(what.word) })
        : translate("There is no command {word}. Did you mean {like}?", {
            word: shown(what.word),
            like: what.like,
          });
    case "unknownOption":
      return what.like === undefined
        ? translate("There is no option {option} here, so nothing was done.", { option: shown(what.option) })
        : translate("There is no option {option} here, so nothing was done. Did you mean {like}?", {
            option: shown(what.option),
            like: what.like,
          });
    case "missingArgument":
      return translate("The {argument} is missing, so nothing was done.", { argument: what.argument });
    case "missingValue":
      return translate("{option} needs a value after it, so nothing was done.", { option: what.option });
    case "tooManyArguments":
      return translate(
        "That is more than the command takes, so nothing was done. A text of several words needs quotes around it.",
      );
    case "badValue":
      return translate("{option} can't be {value}, so nothing was done. It takes {expected}.", {
        option: what.option,
        value: JSON.stringify(shown(what.value)),
        expected: what.expected,
      });
    case "notTogether":
      return translate("{one} and {other} don't go together, so nothing was done.", what);
    case "needs":
      return translate("{option} needs {other} beside it, so nothing was done.", what);
    case "needsLetter":
      return translate("{option} needs the letter of the option after the note, so nothing was done.", what);
    case "missingOption":
      return translate("{option} is missing, so nothing was done.", what);
    case "twoInputs":
      return translate(
        "Only one text can come from standard input (-), and here are two, so nothing was done.",
      );
    case "nothingToChange":
      return translate("Nothing is named that should change, so nothing was done.");
  }
}

const whereHelpIs = (command: string | undefined, translate: Translate): string =>
  command === undefined
    ? translate("Run sightline --help to see all commands.")
    : translate("Run sightline {command} --help to see what it takes, with examples.", { command });

function explainNotHere(why: NotHere, folder: string, translate: Translate): string {
  const at = { folder: shown(folder) };
  switch (why.kind) {
    case "notARepository":
      return translate(
        "{folder} is not in a git repository. Notes need one to live in. Go to a folder that is, name one with -C, or run git init.",
        at,
      );
    case "missingFolder":
      return translate("There is no folder {folder}. Nothing was done. Check what stands after -C.", at);
    case "notTrusted":
      return translate(
        "git does not trust the repository at {folder}, because somebody else owns it. Nothing was read. If you know where it comes from, allow it with git config --global --add safe.directory.",
        at,
      );
    case "bare":
      return translate(
        "The repository at {folder} is bare: it has no files that notes could be about. Run this in a clone of it.",
        at,
      );
    case "insideGitFolder":
      return translate(
        "{folder} is inside git's own folder. Go to the files of the repository and run this there.",
        at,
      );
    case "unknownFormat":
      return translate(
        "The repository at {folder} uses something that this git is too old to know, so it can't be read. Nothing was done. Update git; git status there says what it is.",
        at,
      );
    case "unreadable":
      return translate(
        "The repository at {folder} can't be read by this git. Nothing was done. Run git status there: it says why.",
        at,
      );
    case "gitNotFound":
      return translate(
        "git was not found. Notes live in git, so nothing was done. Install git, and see that it is on the PATH.",
      );
    case "gitTooOld":
      return translate(
        "This git is {version}, and Sightline needs {needed} or newer. Nothing was done. Install a newer git.",
        { version: shown(why.version), needed: why.needed },
      );
  }
}

function explainPlace(
  problem: {
    readonly path: string;
    readonly why: PlaceProblem;
    readonly lines: number | undefined;
  },
  translate: Translate,
): string {
  const path = { path: shown(problem.path) };
  switch (problem.why) {
    case "missing":
      return translate(
        "There is no file {path}, so nothing was saved. Check the name given with --at.",
        path,
      );
    case "notText":
      return translate(
        "{path} is not text, so no lines of it can be named and nothing was saved. Name another file, or leave --at out.",
        path,
      );
    case "tooLarge":
      return translate(
        "{path} is too large for lines of it to be followed, so nothing was saved. Name another file, or leave --at out.",
        path,
      );
    case "outside":
      return translate(
        "{path} is not in this repository, so others could not find it and nothing was saved. Name a file of the repository, or leave --at out.",
        path,
      );
    case "noSuchLine":
      return translate("{path} ends at line {n}, so nothing was saved. Check the lines given with --at.", {
        ...path,
        n: problem.lines ?? 0,
      });
  }
}

export function exitOf(problem: Problem): Exit {
  switch (problem.kind) {
    case "usage":
      return EXIT.usage;
    case "notHere":
      return EXIT.notHere;
    case "noSuchNote":
    case "ambiguousNote":
    case "noSuchOption":
    case "noSuchQuestion":
    case "ambiguousQuestion":
    case "noSuchEvidence":
    case "noSuchEvent":
    case "noSuchPlace":
    case "noSuchRemote":
      return EXIT.notFound;
    case "quote":
      return EXIT.needsAnswer;
    case "unreadNote":
    case "noOpenQuestion":
    case "place":
    case "outsideFolder":
      return EXIT.refused;
    case "refused":
      return problem.refusal.kind === "notWritable" ? EXIT.notSaved : EXIT.refused;
  }
}
