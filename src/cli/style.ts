import type { Io, Output } from "./io.ts";

/** Marks up text for a terminal; gives it back as it is where there is none. */
export interface Style {
  readonly id: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly muted: (text: string) => string;
  readonly attention: (text: string) => string;
}

// Select Graphic Rendition (ECMA-48 §8.3.117). 22, 39: back to normal, so that styles nest.
const mark = (on: number, off: number) => (text: string) =>
  text === "" ? "" : `\u001B[${on}m${text}\u001B[${off}m`;

const coloured: Style = {
  id: mark(33, 39),
  strong: mark(1, 22),
  muted: mark(2, 22),
  attention: mark(36, 39),
};
const same = (text: string): string => text;
const plain: Style = { id: same, strong: same, muted: same, attention: same };

/** Colours for a terminal that has them, unless NO_COLOR (no-color.org) is set to anything but nothing. */
export const styleFor = (output: Output, environment: Io["environment"]): Style =>
  output.isTerminal && (environment["NO_COLOR"] ?? "") === "" && environment["TERM"] !== "dumb"
    ? coloured
    : plain;
