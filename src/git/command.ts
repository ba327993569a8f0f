/** What git answered: its exit code, all it wrote, and what it said on stderr in English (`LC_ALL=C`). */
export interface GitOutput {
  readonly exit: number;
  readonly stdout: Uint8Array;
  readonly stderr: string;
}

/** Takes git's output as it comes. A new one for each run. */
export interface OutputReader<Answer> {
  take(chunk: Uint8Array): void;
  finish(end: { readonly exit: number; readonly stderr: string }): Answer;
}

/** One question to git, as data: its arguments and the reading of its answer. Nothing runs until it is handed to `ask` or `attempt`. */
export interface GitCommand<Answer> {
  /** Settings for this call, as `name=value`. Never a secret: arguments can be read by everybody on the machine. */
  readonly settings: readonly string[];
  readonly args: readonly string[];
  readonly input: Uint8Array | (() => AsyncIterable<Uint8Array>) | undefined;
  /** Added to the fixed environment: dates and names of a commit, secrets. */
  readonly environment: Readonly<Record<string, string>>;
  readonly maxOutputBytes: number;
  readonly limitMs: number;
  /** Exit codes `read` can make sense of. Any other is a broken machine, or a mistake of ours. */
  readonly knowsExit: (exit: number) => boolean;
  readonly reader: () => OutputReader<Answer>;
}

interface Common {
  readonly settings?: readonly string[];
  readonly args: readonly string[];
  readonly input?: GitCommand<unknown>["input"];
  readonly environment?: Readonly<Record<string, string>>;
  /** 30 seconds unless told. */
  readonly limitMs?: number;
  /** Only 0 unless told. */
  readonly okExit?: readonly number[] | "any";
}

/** 30 s: what reads or writes on this machine takes milliseconds; a disk that has to wake up takes seconds. */
const LOCAL_LIMIT_MS = 30_000;

/** What is collected before it is read, in bytes. Answers that grow with the record are read as they come, by {@link streamed}. */
const MAX_COLLECTED_BYTES = 16 * 1024 * 1024;

/** A command whose answer is read when all of it is there. */
export const command = <Answer>(
  options: Common & {
    readonly maxOutputBytes?: number;
    readonly read: (output: GitOutput) => Answer;
  },
): GitCommand<Answer> => ({
  ...common(options),
  maxOutputBytes: options.maxOutputBytes ?? MAX_COLLECTED_BYTES,
  reader: () => {
    const chunks: Uint8Array[] = [];
    return {
      take: (chunk) => void chunks.push(chunk),
      finish: (end) => options.read({ ...end, stdout: Buffer.concat(chunks) }),
    };
  },
});

/** A command whose answer is read while it comes. */
export const streamed = <Answer>(
  options: Common & { readonly reader: () => OutputReader<Answer> },
): GitCommand<Answer> => ({ ...common(options), maxOutputBytes: Infinity, reader: options.reader });

const common = ({ settings, args, input, environment, limitMs, okExit = [0] }: Common) => ({
  settings: settings ?? [],
  args,
  input,
  environment: environment ?? {},
  limitMs: limitMs ?? LOCAL_LIMIT_MS,
  knowsExit: (exit: number) => okExit === "any" || okExit.includes(exit),
});

/** The text of an answer that is UTF-8, or was meant to be. */
export const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("utf8");

/** The text of an answer of one line, without its newline. A path may end in white space, so nothing else is cut off. */
export const lineOfText = (bytes: Uint8Array): string => textOf(bytes).replace(/\n$/, "");

/** The parts of an answer that git was asked to end with NUL (`-z`). */
export const partsOf = (bytes: Uint8Array): string[] => textOf(bytes).split("\0").slice(0, -1);
