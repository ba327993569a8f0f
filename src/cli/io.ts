/** What the command line has around it: a terminal or pipes, a folder, an environment. */
export interface Io {
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Results. */
  readonly out: Output;
  /** What is said beside the results: errors, questions, progress. */
  readonly err: Output;
  /** Whether somebody is there who can answer. */
  readonly canAsk: boolean;
  /** One line from the person, without its newline; undefined at the end of input. Only where {@link canAsk}. */
  ask(question: string): Promise<string | undefined>;
  /** All of standard input. */
  readInput(): Promise<string>;
  /** Calls back when the person interrupts; the returned function stops listening. */
  onInterrupt(listener: () => void): () => void;
}

export interface Output {
  write(text: string): void;
  readonly isTerminal: boolean;
  /** Columns of the terminal; undefined where there is none, and lines may be as long as they are. */
  readonly columns: number | undefined;
}
