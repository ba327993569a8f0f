import path from "node:path";
import { refuse, succeed } from "../base/result.ts";
import type { Result } from "../base/result.ts";
import { plainLine, plainText } from "../base/plain-text.ts";
import { english } from "../base/translate.ts";
import type { Translate } from "../base/translate.ts";
import type { Answer, Ended } from "./answer.ts";
import type { CommandName } from "./command-names.ts";
import type { Context } from "./context.ts";
import { DOCUMENT_FORMAT } from "./documents/format.ts";
import type { ErrorDocument } from "./documents/error-document.ts";
import { EXIT } from "./exit-codes.ts";
import type { Exit } from "./exit-codes.ts";
import { exitOf, explain } from "./explain.ts";
import type { Io } from "./io.ts";
import { jsonText } from "./print-json.ts";
import { usage } from "./problem.ts";
import type { Problem } from "./problem.ts";
import { parseCommandLine } from "./program.ts";
import type { Request } from "./program.ts";
import { styleFor } from "./style.ts";

/** A command; what it needs of zod, git and the record is loaded with it, so that help and slips of the pen cost nothing. */
export type Command = (
  context: Context,
  values: readonly string[],
  options: Readonly<Record<string, unknown>>,
) => Promise<Ended>;

const load: Readonly<Record<CommandName, () => Promise<Command>>> = {
  add: async () => (await import("./commands/add.ts")).add,
  edit: async () => (await import("./commands/edit.ts")).edit,
  option: async () => (await import("./commands/option.ts")).option,
  ask: async () => (await import("./commands/ask.ts")).ask,
  answer: async () => (await import("./commands/answer.ts")).answer,
  decide: async () => (await import("./commands/decide.ts")).decide,
  hear: async () => (await import("./commands/hear.ts")).hear,
  comment: async () => (await import("./commands/comment.ts")).comment,
  list: async () => (await import("./commands/list.ts")).list,
  show: async () => (await import("./commands/show.ts")).show,
  log: async () => (await import("./commands/log.ts")).log,
  sync: async () => (await import("./commands/sync.ts")).sync,
  redact: async () => (await import("./commands/redact.ts")).redact,
  check: async () => (await import("./commands/check.ts")).check,
  compact: async () => (await import("./commands/compact.ts")).compact,
  export: async () => (await import("./commands/export.ts")).exportNotes,
};

/** Runs one command line to its end and says what came of it. Throws nothing: a bug is an exit code too. */
export async function main(args: readonly string[], version: string, io: Io): Promise<Exit> {
  const translate = english;
  const isJson = asksForJson(args);
  const closing: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const end of closing.splice(0)) await end();
  };
  try {
    const parsed = parseCommandLine(args, version, io, translate);
    if (!parsed.ok) return complain(parsed.reason, isJson, io, translate);
    if (parsed.value.kind === "told") return EXIT.done;
    const { request } = parsed.value;
    const filled = await withInput(request, io);
    if (!filled.ok) return complain(filled.reason, isJson, io, translate);
    const { values, options } = filled.value;
    const isVerbose = options["verbose"] === true;
    const context: Context = {
      command: request.name,
      io,
      folder: folderOf(io, options["C"]),
      translate,
      style: styleFor(io.out, io.environment),
      detail: (line) => {
        if (isVerbose) io.err.write(`${line}\n`);
      },
      closeAtEnd: (end) => closing.push(end),
    };
    const command = await load[request.name]();
    const ended = await untilInterrupted(command(context, values, options), io);
    if (ended === "interrupted") return EXIT.interrupted;
    return ended.ok ? tell(ended.value, isJson, io) : complain(ended.reason, isJson, io, translate);
  } catch (error) {
    return confess(error, args, isJson, io, translate);
  } finally {
    await close();
  }
}

/** Also where the command line can't be understood otherwise. */
const asksForJson = (args: readonly string[]): boolean => {
  const end = args.indexOf("--");
  return (end === -1 ? args : args.slice(0, end)).includes("--json");
};

/** -C as git has it: each is seen from the one before. */
function folderOf(io: Io, given: unknown): string {
  const folders = Array.isArray(given) ? given.map(String) : [];
  return path.resolve(io.folder, ...folders.filter((folder) => folder !== ""));
}

/** The request with standard input in place of the text that is "-". */
async function withInput(request: Request, io: Io): Promise<Result<Request, Problem>> {
  const texts = [...request.values, ...Object.values(request.options).flat()];
  const count = texts.filter((text) => text === "-").length;
  if (count === 0) return succeed(request);
  if (count > 1) return refuse(usage({ kind: "twoInputs" }, request.name));
  const input = (await io.readInput()).replace(/\r?\n$/, "");
  const fill = (text: unknown): unknown =>
    Array.isArray(text) ? text.map(fill) : text === "-" ? input : text;
  return succeed({
    ...request,
    values: request.values.map((text) => (text === "-" ? input : text)),
    options: Object.fromEntries(Object.entries(request.options).map(([name, text]) => [name, fill(text)])),
  });
}

async function untilInterrupted(work: Promise<Ended>, io: Io): Promise<Ended | "interrupted"> {
  let stop: () => void = () => undefined;
  const interrupted = new Promise<"interrupted">((settle) => {
    stop = io.onInterrupt(() => settle("interrupted"));
  });
  try {
    return await Promise.race([work, interrupted]);
  } finally {
    stop();
  }
}

function tell(answer: Answer, isJson: boolean, io: Io): Exit {
  if (isJson) io.out.write(`${jsonText(answer.document)}\n`);
  else if (answer.text !== "") io.out.write(answer.text.endsWith("\n") ? answer.text : `${answer.text}\n`);
  if (!isJson) for (const remark of answer.remarks ?? []) io.err.write(`${remark}\n`);
  if (answer.complaint !== undefined) io.err.write(`sightline: ${answer.complaint}\n`);
  return answer.exit ?? EXIT.done;
}

function complain(problem: Problem, isJson: boolean, io: Io, translate: Translate): Exit {
  const exit = exitOf(problem);
  const message = explain(problem, translate);
  writeError(
    { kind: problem.kind === "notHere" ? problem.why.kind : reasonOf(problem), exit, message },
    isJson,
    io,
  );
  return exit;
}

const reasonOf = (problem: Exclude<Problem, { kind: "notHere" }>): string => {
  switch (problem.kind) {
    case "refused":
      return problem.refusal.kind;
    case "place":
      return `place.${problem.why}`;
    default:
      return problem.kind;
  }
};

/** The disk, or a mistake of ours. The stack is for whoever reports it. */
function confess(
  error: unknown,
  args: readonly string[],
  isJson: boolean,
  io: Io,
  translate: Translate,
): Exit {
  const isSystem = error instanceof Error && "code" in error && "syscall" in error;
  const what = sentence(error instanceof Error ? error.message : String(error));
  const message = isSystem
    ? translate(
        "This machine could not read or write a file: {what} What was said to be saved before is safe. See whether the disk is full and who owns the .git folder, then run it again.",
        { what },
      )
    : translate(
        "Sightline made a mistake of its own: {what} What was said to be saved is safe. Run it again with --verbose for the details, and report them.",
        { what },
      );
  const exit = isSystem ? EXIT.notSaved : EXIT.bug;
  writeError({ kind: isSystem ? "notWritable" : "bug", exit, message }, isJson, io);
  if (args.includes("--verbose") && error instanceof Error) io.err.write(`${plainText(error.stack ?? "")}\n`);
  return exit;
}

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

function writeError(error: ErrorDocument["error"], isJson: boolean, io: Io): void {
  const message = plainLine(error.message);
  const document: ErrorDocument = { format: DOCUMENT_FORMAT, error: { ...error, message } };
  if (isJson) io.out.write(`${jsonText(document)}\n`);
  io.err.write(`sightline: ${message}\n`);
}
