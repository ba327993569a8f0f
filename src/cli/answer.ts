import type { Result } from "../base/result.ts";
import type { Exit } from "./exit-codes.ts";
import type { Problem } from "./problem.ts";

/** What a command has to say: as one JSON document, and as text. */
export interface Answer {
  /** `done` where it is left out. */
  readonly exit?: Exit | undefined;
  /** Printed with `--json`; its shape is one of src/cli/documents. */
  readonly document: object;
  /** Printed otherwise, with a newline at its end; empty prints nothing. */
  readonly text: string;
  /** Beside the text, on standard error; `--json` says the same in the document. */
  readonly remarks?: readonly string[] | undefined;
  /** What is in the way, on standard error, also with `--json`. */
  readonly complaint?: string | undefined;
}

export type Ended = Result<Answer, Problem>;
