import type { Io } from "../../src/cli/io.ts";
import { main } from "../../src/cli/main.ts";
import type { Environment } from "../../src/git/git.ts";

/** What a command line left behind. */
export interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
  /** What was asked of the person, in order. */
  readonly asked: readonly string[];
}

export interface Terminal {
  /** What the person types, one answer after the other; without it nobody is there. */
  readonly answers?: readonly string[];
  /** Columns of the terminal that results go to; without it they go to a pipe. */
  readonly columns?: number;
  readonly input?: string;
  readonly environment?: Environment;
}

/** Runs a command line in this process, in `folder`, with a terminal that is made up. */
export async function runHere(
  folder: string,
  environment: Environment,
  args: readonly string[],
  terminal: Terminal = {},
): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const asked: string[] = [];
  const answers = [...(terminal.answers ?? [])];
  const { columns, input } = terminal;
  const io: Io = {
    folder,
    environment: { ...environment, ...terminal.environment },
    out: { write: (text) => void out.push(text), isTerminal: columns !== undefined, columns },
    err: { write: (text) => void err.push(text), isTerminal: terminal.answers !== undefined, columns },
    canAsk: terminal.answers !== undefined,
    ask: (question) => {
      if (terminal.answers === undefined) throw new Error(`nobody is there to answer: ${question}`);
      asked.push(question);
      return Promise.resolve(answers.shift());
    },
    readInput: () => {
      if (input === undefined) throw new Error("standard input was read, and nothing comes from it");
      return Promise.resolve(input);
    },
    onInterrupt: () => () => undefined,
  };
  const exit = await main(args, "1.2.3", io);
  return { exit, out: out.join(""), err: err.join(""), asked };
}
