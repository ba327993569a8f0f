import type { Translate } from "../base/translate.ts";
import type { CommandName } from "./command-names.ts";
import { EXIT } from "./exit-codes.ts";
import { block } from "./text/block.ts";

/** A command line, and what it does. */
type Example = readonly [line: string, does: string];

/** What stands under the options: what else to know, and examples. `undefined` is the program itself. */
export function helpFor(
  command: CommandName | undefined,
  translate: Translate,
  columns: number | undefined,
): string {
  const about = notes(command, translate).map((paragraph) => block(paragraph, 0, columns ?? WIDTH));
  const all = examples(command, translate);
  const width = Math.max(...all.map(([line]) => line.length));
  const isNarrow = all.some(([line, does]) => line.includes("\n") || width + does.length > WIDTH - 4);
  const lines = all.map(([line, does]) => {
    const indented = line.replaceAll("\n", "\n      ");
    return isNarrow ? `  # ${does}\n  ${indented}` : `  ${indented.padEnd(width)}  ${does}`;
  });
  const parts = [...about, ...(command === undefined ? [exitCodes(translate)] : [])];
  return [...parts.map((part) => `\n${part}`), `\n${translate("Examples:")}`, ...lines, ""].join("\n");
}

/** Columns where there is no terminal to ask. */
const WIDTH = 100;

function notes(command: CommandName | undefined, translate: Translate): readonly string[] {
  const needsNote = translate(
    "A note is named by the beginning of its id, at least four digits, as long as no other note begins like that.",
  );
  const dash = translate("A text that is - is read from standard input.");
  switch (command) {
    case undefined:
      return [
        needsNote,
        dash,
        translate(
          "What you add is saved on this machine at once and shared by sync. Names are as set in git, and never more than a claim.",
        ),
      ];
    case "add":
      return [
        translate(
          'Only the title is needed. Without an impact the note is shared as "Effect on users: not known yet", and can\'t be decided until somebody has written it. The lines at a place are quoted in the note. Where git ignores or does not know the file, or the lines look like a secret, you are asked first; without a terminal nothing is saved unless --quote or --no-quote says what you want.',
        ),
        dash,
      ];
    case "edit":
      return [
        needsNote,
        dash,
        translate(
          "Where two people set a field without having seen each other, setting it again settles it.",
        ),
      ];
    case "option":
      return [needsNote, dash];
    case "ask":
      return [needsNote, dash];
    case "answer":
      return [
        needsNote,
        dash,
        translate(
          "Where one question is open, it is the one that is meant; where several are, --question says which.",
        ),
      ];
    case "decide":
      return [
        needsNote,
        dash,
        translate(
          "An impact and --because are needed. Where two people decided without having seen each other, deciding again settles it.",
        ),
      ];
    case "hear":
    case "comment":
    case "show":
    case "log":
      return [needsNote];
    case "list":
      return [
        translate(
          "Filters of different kinds all have to hold; of the same kind, one. A folder is seen from the current folder, as in git. There is no filter by person but yourself.",
        ),
      ];
    case "sync":
      return [
        translate(
          "Nothing is sent before you have agreed, once for each clone and remote. On a terminal you are asked; elsewhere it says what it would do, and ends with exit code 6, unless --yes is given. With several remotes, name the one you mean. git signs in with its own helpers and is never allowed to ask.",
        ),
        translate(
          "Where the remote lost notes that it held before, nothing is changed on either side until you choose --put-back or --accept-removal.",
        ),
      ];
    case "redact":
      return [
        translate(
          "Other clones drop the lines at their next sync, without asking, and keep all else, also what they have not sent. Offline, or where a rule of the host refuses a branch that is written anew, nothing is changed. A host's cache, a backup or a fork may still hold them: change a password that was in the record.",
        ),
      ];
    case "check":
      return [translate("Ends with exit code 1 where something was found.")];
    case "compact":
      return [
        translate(
          "Only Sightline's own store is repacked, never your repository. Nothing is taken out, and others may save and sync meanwhile.",
        ),
      ];
    case "export":
      return [
        translate(
          "md is for people, json has everything that show --json has, csv has one row a note for a spreadsheet. None of them counts or sorts by person.",
        ),
      ];
  }
}

function examples(command: CommandName | undefined, translate: Translate): readonly Example[] {
  switch (command) {
    case undefined:
      return [
        [
          'sightline add "One query loads every product" --at src/search.ts:10-21',
          translate("put a note on record"),
        ],
        ["sightline list --waiting", translate("what waits for you")],
        ["sightline show 3f2a", translate("a note, with its options and questions")],
        ["sightline sync", translate("exchange notes with the others")],
        ["sightline help add", translate("what add takes")],
      ];
    case "add":
      return [
        [
          'sightline add "One query loads every product of the shop" \\\n--impact "Search takes over 5 s for large shops; the first is expected in March" \\\n--kind bottleneck --at src/search.ts:10-21 --needed-by 2027-03-01',
          translate("a bottleneck at lines 10 to 21"),
        ],
        [
          'git log -1 --format=%b | sightline add "Upgrade of the payment API" --context -',
          translate("the context comes from standard input"),
        ],
        [
          'sightline add --json "The vendor ends support in June" --kind outside-limit',
          translate("for a script: the new id comes back as JSON"),
        ],
      ];
    case "edit":
      return [
        [
          'sightline edit 3f2a --impact "Search takes over 5 s" \\\n--needed-by 2027-03-14 --needed-because "promised to support"',
          translate("what users notice, and the date"),
        ],
        ["sightline edit 3f2a --needed-by none", translate("no date any more")],
        [
          "sightline edit 3f2a --at src/find.ts:4-9 --remove-place 5c1d",
          translate("show where it belongs now"),
        ],
        [
          'sightline edit 3f2a --close put-off --until 2027-06-01 \\\n--because "after the launch"',
          translate("put it off"),
        ],
      ];
    case "option":
      return [
        [
          'sightline option 3f2a --title "Load pages of 50" \\\n--implies "Search answers in under 1 s; filters come later" \\\n--takes "2-3 weeks" --gives-up "Sorting by margin"',
          translate("the next free letter"),
        ],
        ['sightline option 3f2a B --takes "3 weeks" --sure fairly-sure', translate("change option B")],
        [
          'sightline option 3f2a B --recommend --because "it undoes easily"',
          translate("engineering would take B"),
        ],
        [
          'sightline option 3f2a --do-nothing --implies "Large shops wait 5 s"',
          translate("doing nothing is an option too"),
        ],
      ];
    case "ask":
      return [
        [
          'sightline ask 3f2a "Help me understand the trade-offs between A and B" --about A,B',
          translate("of two options"),
        ],
        [
          'sightline ask 3f2a --further "And for shops with one product?"',
          translate("where an answer was given"),
        ],
      ];
    case "answer":
      return [
        ['sightline answer 3f2a "B can be undone in a day, A can not"', translate("the one open question")],
        ['sightline answer 3f2a --question 91c0 "In March"', translate("one of several")],
        ["sightline answer 3f2a --accept", translate("that answers it")],
      ];
    case "decide":
      return [
        [
          'sightline decide 3f2a B --because "The date holds and sorting by margin can wait" \\\n--revisit-on 2027-06-01',
          translate("take option B"),
        ],
      ];
    case "hear":
      return [
        ['sightline hear 3f2a "The date can\'t move; we can drop the export"', translate("with a sentence")],
        ["sightline hear 3f2a --back-by 2027-02-01", translate("with a date to come back")],
      ];
    case "comment":
      return [['sightline comment 3f2a "Seen on staging too"', translate("say something")]];
    case "list":
      return [
        ["sightline list --folder src/billing", translate("what is known about a folder")],
        ["sightline list --status on-record --status options-ready", translate("what is not decided")],
        ["sightline list --json | jq -r '.notes[].title'", translate("for a script")],
      ];
    case "show":
      return [
        ["sightline show 3f2a", translate("a note")],
        ["sightline show 3f2a --json", translate("all of it, for a program")],
      ];
    case "log":
      return [["sightline log 3f2a --reverse", translate("the story from its beginning")]];
    case "sync":
      return [
        ["sightline sync", translate("exchange notes; asks the first time")],
        ["sightline sync origin --yes", translate("agree to origin without being asked, as a script does")],
      ];
    case "redact":
      return [
        ["sightline log 3f2a", translate("find the event that holds the secret")],
        [
          'sightline redact 3f2a 9c41 --because "It held a password"',
          translate("take it out, for everybody"),
        ],
      ];
    case "check":
      return [["sightline check || echo look", translate("in a script")]];
    case "compact":
      return [["sightline compact --json", translate("as a monthly job: how many bytes before and after")]];
    case "export":
      return [
        ["sightline export --format md > notes.md", translate("to read or send")],
        ["sightline export --format csv --open > notes.csv", translate("open notes, for a spreadsheet")],
        ["sightline export --format json 3f2a 91c0", translate("two notes")],
      ];
  }
}

function exitCodes(translate: Translate): string {
  const rows: readonly (readonly [number, string])[] = [
    [EXIT.done, translate("done")],
    [EXIT.found, translate("check found something")],
    [EXIT.usage, translate("the command line was not understood")],
    [EXIT.notHere, translate("no repository here, or no git")],
    [EXIT.notFound, translate("no such note, option, question or remote, or not only one")],
    [EXIT.refused, translate("refused: something is missing, or may not be done")],
    [EXIT.needsAnswer, translate("a person has to say yes first, and there is no terminal")],
    [EXIT.notExchanged, translate("sync did not reach the remote, or was refused; all is safe here")],
    [EXIT.rewritten, translate("the remote lost notes; a person has to choose")],
    [EXIT.notSaved, translate("this machine could not save")],
    [EXIT.bug, translate("a mistake in Sightline")],
  ];
  return [
    translate("Exit codes:"),
    ...rows.map(([code, meaning]) => `  ${String(code).padStart(2)}  ${meaning}`),
  ].join("\n");
}
