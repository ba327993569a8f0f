import type { Translate } from "../base/translate.ts";
import type { Reading } from "./read/values.ts";
import type { Io } from "./io.ts";
import type { Style } from "./style.ts";

/** What a command has to work with. */
export interface Context extends Reading {
  readonly io: Io;
  /** Where it was started, or what -C says; absolute. */
  readonly folder: string;
  readonly translate: Translate;
  /** For what goes to `io.out`. */
  readonly style: Style;
  /** With `--verbose`: details on standard error. Otherwise nowhere. */
  readonly detail: (line: string) => void;
  /** What has to be closed before the process ends, also when the person interrupts. */
  readonly closeAtEnd: (close: () => Promise<void>) => void;
}
