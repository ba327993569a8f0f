import { Command, CommanderError, Option } from "commander";
import { refuse, succeed } from "../base/result.ts";
import type { Result } from "../base/result.ts";
import type { Translate } from "../base/translate.ts";
import type { CommandName } from "./command-names.ts";
import { helpFor } from "./help.ts";
import type { Io } from "./io.ts";
import { usage } from "./problem.ts";
import type { Problem, UsageProblem } from "./problem.ts";
import {
  answersBeforeItHurt,
  closings,
  confidences,
  deciders,
  hurts,
  kinds,
  likelihoods,
  reversibilities,
  statuses,
  wordsOf,
} from "./read/word-table.ts";

/** What was asked for on the command line. Values are as typed; each command reads its own. */
export interface Request {
  readonly name: CommandName;
  readonly values: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
}

export type Parsed =
  | { readonly kind: "request"; readonly request: Request }
  /** Help or the version, which have been written. */
  | { readonly kind: "told" };

/** Understands a command line. Help and version are written to `io.out`. */
export function parseCommandLine(
  args: readonly string[],
  version: string,
  io: Pick<Io, "out">,
  translate: Translate,
): Result<Parsed, Problem> {
  let request: Request | undefined;
  const program = buildProgram(version, io, translate, (chosen) => {
    request = chosen;
  });
  if (args.length === 0) {
    program.outputHelp();
    return succeed({ kind: "told" });
  }
  try {
    program.parse(args, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return succeed({ kind: "told" });
    return refuse(usage(usageProblem(error, args), commandIn(program, args)));
  }
  return request === undefined ? refuse(usage({ kind: "noCommand" })) : succeed({ kind: "request", request });
}

function buildProgram(
  version: string,
  io: Pick<Io, "out">,
  translate: Translate,
  choose: (request: Request) => void,
): Command {
  const program = new Command("sightline")
    .description(
      translate(
        "Puts on record, where it lives in the code, what will hurt a roadmap: with the options, what each means for users, the questions and the decision. Notes travel through the git remote you already have, on a branch of their own.",
      ),
    )
    .version(version, "-V, --version", translate("print the version"))
    .helpOption("-h, --help", translate("print this help"))
    .helpCommand("help [command]", translate("print the help of a command"))
    .option(
      "-C <path>",
      translate("run as if started in this folder; several add up, as with git"),
      (path: string, earlier: readonly string[] | undefined) => [...(earlier ?? []), path],
    )
    .option("--json", translate("print one JSON document instead of text"))
    .option("--verbose", translate("say on standard error what happens in detail"))
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => io.out.write(text),
      // What is wrong is said once, in our words.
      writeErr: () => undefined,
      getOutHelpWidth: () => io.out.columns ?? 100,
      getOutHasColors: () => false,
    })
    .exitOverride();
  program.addHelpText("after", helpFor(undefined, translate, io.out.columns));

  const add = (name: CommandName, usageText: string, description: string): Command => {
    const command = program
      .command(`${name}${usageText === "" ? "" : ` ${usageText}`}`)
      .description(description)
      .helpOption("-h, --help", translate("print this help"));
    command.action(() =>
      choose({ name, values: command.args, options: command.optsWithGlobals<Record<string, unknown>>() }),
    );
    command.addHelpText("after", helpFor(name, translate, io.out.columns));
    return command;
  };
  const one = (table: Parameters<typeof wordsOf>[0]) =>
    translate("one of {words}", { words: wordsOf(table) });
  const several = (value: string, earlier: readonly string[] = []) => [...earlier, value];

  const withNoteFields = (command: Command): Command =>
    command
      .option("--impact <text>", translate("what a user or the roadmap will notice, and from when"))
      .option("--kind <kind>", one(kinds))
      .option("--context <text>", translate("what else one should know"))
      .option(
        "--at <path:lines>",
        translate(
          "a place in the code, as src/search.ts:10-21, or a whole file or folder, as src/search.ts; may be repeated",
        ),
        several,
      )
      .option("--quote", translate("share the lines of code at the place, whatever they hold"))
      .option("--no-quote", translate("share the place without the lines of code"))
      .option("--needed-by <day>", translate("when it has to be decided, as 2027-03-14"))
      .option("--needed-because <text>", translate("why that date"))
      .option("--cost-of-delay <text>", translate("what waiting costs"))
      .option("--who-decides <who>", one(deciders))
      .option("--owner <person>", translate('who looks after it, as "Ann Lee <ann@example.com>", or me'))
      .option("--likelihood <word>", one(likelihoods))
      .option("--hurts <word>", one(hurts));

  withNoteFields(
    add("add", "<title>", translate("Put a note on record.")).summary(translate("put a note on record")),
  );

  withNoteFields(
    add(
      "edit",
      "<note>",
      translate(
        "Change a note: what is not named stays as it is. The word none empties a date, a person or a choice; an empty text empties a text.",
      ),
    )
      .summary(translate("change a note, close it or open it again"))
      .option("--title <text>", translate("what is in the way")),
  )
    .option("--remove-place <id>", translate("take a place off the note; may be repeated"), several)
    .option("--evidence <text>", translate("add a fact that was measured or can be looked up"))
    .option("--figure <text>", translate("the evidence as a figure"))
    .option("--source <text>", translate("where the evidence comes from"))
    .option("--link <address>", translate("where the evidence can be looked up"))
    .option("--measured-on <day>", translate("the day of the evidence"))
    .option("--close <how>", one(closings))
    .option("--until <day>", translate("with --close put-off: the day it comes back"))
    .option("--because <text>", translate("with --close: why"))
    .option("--took <time>", translate('with --close: how long it took, as "2w" or "2-3 weeks"'))
    .option(
      "--before-it-hurt <answer>",
      translate("with --close: was it on record before it hurt? One of {words}", {
        words: wordsOf(answersBeforeItHurt),
      }),
    )
    .option("--hurt-from <day>", translate("with --close: the day it began to hurt"))
    .option("--reopen", translate("open a closed note again"));

  add(
    "option",
    "<note> [letter]",
    translate("Put a way out on the table; with a letter, change the one that is there."),
  )
    .summary(translate("put a way out on the table, or change one"))
    .option("--title <text>", translate("the way out, in a few words"))
    .option("--implies <text>", translate("what users get, lose or wait for"))
    .option(
      "--takes <time>",
      translate('how long, as "2w", "2-3 weeks", "2/3/6 weeks"; stays in the unit typed'),
    )
    .option("--gives-up <text>", translate("what we give up"))
    .option("--gains <text>", translate("what we gain"))
    .option("--summary <text>", translate("the way out, in more words"))
    .option("--people <text>", translate('who works on it, as "1 person"'))
    .option("--sure <word>", one(confidences))
    .option(
      "--undo <word>",
      translate("can it be undone? One of {words}", { words: wordsOf(reversibilities) }),
    )
    .option("--cost-to-undo <text>", translate("what undoing costs"))
    .option("--risk <text>", translate("what may go wrong; may be repeated"), several)
    .option("--assumes <text>", translate("what it takes for granted"))
    .option("--depends-on <text>", translate("what has to be there first"))
    .option("--still-owes <text>", translate("what stays owed afterwards"))
    .option("--do-nothing", translate("this option is to leave things as they are"))
    .option("--recommend", translate("engineering would take this one"))
    .option("--because <text>", translate("with --recommend: why"))
    .option("--withdraw", translate("take the option off the table; its letter is not used again"))
    .option("--put-back", translate("put a withdrawn option on the table again"));

  add("ask", "<note> <question>", translate("Ask a question about a note or some of its options."))
    .summary(translate("ask a question"))
    .option("--about <letters>", translate("the options it is about, as A,B"))
    .option("--further", translate("ask further where an answer was given, instead of a new question"))
    .addOption(questionOption(translate));

  add(
    "answer",
    "<note> [text]",
    translate("Answer a question; or, as the one who asked, say that it is answered."),
  )
    .summary(translate("answer a question, or accept the answer"))
    .addOption(questionOption(translate))
    .option("--accept", translate('"That answers it": only by the one who asked'));

  add(
    "decide",
    "<note> <letter>",
    translate("Take an option. You can decide again later: both decisions stay readable."),
  )
    .summary(translate("take an option, with the reason"))
    .option("--because <text>", translate("the reason, in one sentence"))
    .option("--revisit-on <day>", translate("when to look at it again"))
    .option("--revisit-if <text>", translate("what would make us look at it again"))
    .option("--rests-on <id>", translate("evidence of the note that it rests on; may be repeated"), several)
    .option("--consequences <text>", translate("what follows from it"))
    .option("--confirmation <text>", translate("how we will know that it was right"));

  add(
    "hear",
    "<note> [text]",
    translate("Say that you have taken a note in. Reading is never recorded; this is said."),
  )
    .summary(translate("say that you have taken a note in"))
    .option("--back-by <day>", translate("when you will come back to it"));

  add("comment", "<note> <text>", translate("Say something about a note.")).summary(
    translate("say something about a note"),
  );

  const withFilters = (command: Command): Command =>
    command
      .option(
        "--status <status>",
        translate("only this status; may be repeated: {words}", { words: wordsOf(statuses) }),
        several,
      )
      .option(
        "--kind <kind>",
        translate("only this kind; may be repeated: {words}", { words: wordsOf(kinds) }),
        several,
      )
      .option(
        "--folder <path>",
        translate("only notes with a place in this folder or below; may be repeated"),
        several,
      )
      .option("--search <text>", translate("only notes that hold all of these words"))
      .option("--mine", translate("only notes that you opened or look after"))
      .option("--waiting", translate("only notes that wait for you"));

  withFilters(
    add(
      "list",
      "",
      translate(
        "List the notes, those that changed last first. Closed ones are left out unless --all or --status asks for them.",
      ),
    ).summary(translate("list the notes")),
  ).option("--all", translate("closed notes too"));

  add(
    "show",
    "<note>",
    translate("Show a note: what it means, the ways to go, the questions, the decision."),
  ).summary(translate("show a note"));

  add(
    "log",
    "<note>",
    translate(
      "List every event of a note: what was said, by whom as set in git, and when; the newest first.",
    ),
  )
    .summary(translate("list every event of a note"))
    .option("--reverse", translate("the oldest first"));

  add(
    "sync",
    "[remote]",
    translate(
      "Exchange notes with the others: get theirs, send yours. Asks once for each clone before anything is sent.",
    ),
  )
    .summary(translate("exchange notes with the others"))
    .option("--yes", translate("agree to share notes on this remote, without being asked"))
    .option("--put-back", translate("the remote lost notes: send them again"))
    .option("--accept-removal", translate("the remote lost notes: let them go here too"));

  add(
    "redact",
    "<note> <event...>",
    translate(
      "Take lines of a note out of the record for good, for everybody: a password, a key, a name. The branch is written anew without them and without its history. What was taken out, by whom and why stays; what it held does not.",
    ),
  )
    .summary(translate("take a secret out of the record for good"))
    .option("--because <text>", translate("why, in one sentence; it stays in the record"))
    .option("--yes", translate("do it without being asked"));

  add(
    "check",
    "",
    translate(
      "Say whether the record is sound: every line, record or file that can't be read, is newer, missing or in the wrong place, and how to mend it. Changes nothing.",
    ),
  ).summary(translate("say whether the record is sound"));

  add(
    "compact",
    "",
    translate("Make this machine's copy of the record as small as git can. Nothing of it is lost."),
  ).summary(translate("make this machine's copy of the record smaller"));

  withFilters(
    add(
      "export",
      "[note...]",
      translate("Print all notes, or those named, in a form for other programs and people."),
    )
      .summary(translate("print notes as Markdown, JSON or CSV"))
      .option("--format <format>", translate("one of {words}", { words: "md, json, csv" })),
  ).option("--open", translate("without closed notes"));

  return program;
}

const questionOption = (translate: Translate): Option =>
  new Option("--question <id>", translate("which question, where several could be meant"));

/** The command that a command line names, for the pointer to its help. */
function commandIn(program: Command, args: readonly string[]): string | undefined {
  const names = program.commands.map((command) => command.name());
  return args.find((arg) => names.includes(arg));
}

/** commander says what was wrong in a sentence of its own; the parts of it that are data are taken out, and said in ours. */
function usageProblem(error: CommanderError, args: readonly string[]): UsageProblem {
  const [, quoted = ""] = /'([^]*?)'/.exec(error.message) ?? [];
  const [, like] = /\(Did you mean (?:one of )?([^,?)]+)/.exec(error.message) ?? [];
  switch (error.code) {
    case "commander.unknownCommand":
      return { kind: "unknownCommand", word: quoted, like };
    case "commander.unknownOption":
      return { kind: "unknownOption", option: quoted, like };
    case "commander.missingArgument":
      return { kind: "missingArgument", argument: quoted };
    case "commander.optionMissingArgument":
      return { kind: "missingValue", option: quoted.replace(/ [<[].*$/, "").replace(/^-\w, /, "") };
    case "commander.excessArguments":
      return { kind: "tooManyArguments" };
    case "commander.help":
      return args.includes("help")
        ? { kind: "unknownCommand", word: args[args.indexOf("help") + 1] ?? "help", like: undefined }
        : { kind: "noCommand" };
    default:
      throw error;
  }
}
