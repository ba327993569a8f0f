/** What came of a box: its text, and whether the person went on with Enter or left with Esc. */
export interface Typed {
  readonly accepted: boolean;
  readonly text: string;
}

export interface Step {
  readonly at: number;
  readonly of: number;
}

export interface TextQuestion {
  readonly title: string;
  readonly prompt: string;
  readonly placeholder?: string | undefined;
  readonly value?: string | undefined;
  readonly step?: Step | undefined;
  /** Why a text can't be taken, in a sentence under the box; undefined takes it. */
  readonly refuse?: (text: string) => string | undefined;
}

export interface Choice<Value> {
  readonly label: string;
  readonly description?: string | undefined;
  readonly detail?: string | undefined;
  readonly value: Value;
  /** Draws a line above it. */
  readonly apart?: boolean | undefined;
}

export interface ChoiceQuestion<Value> {
  readonly title: string;
  readonly prompt: string;
  readonly choices: readonly Choice<Value>[];
  /** The one that a first Enter takes; the first one where it is left out. */
  readonly preselected?: Value | undefined;
  readonly step?: Step | undefined;
  /** Called with the choice that the list is at, first and after each move. */
  readonly preview?: ((value: Value) => void) | undefined;
}

export type Weight = "information" | "warning" | "error";

/**
 * How a person is asked and told. VS Code's own boxes behind it, or a test's. Boxes stay open when the window loses the focus; Esc is an
 * answer, never an error.
 */
export interface Prompts {
  askText(question: TextQuestion): Promise<Typed>;
  /** Undefined where the person left with Esc. */
  choose<Value>(question: ChoiceQuestion<Value>): Promise<Value | undefined>;
  /** All are ticked at first. Undefined where the person left with Esc. */
  chooseMany<Value>(question: ChoiceQuestion<Value>): Promise<readonly Value[] | undefined>;
  /** Stops everything until it is answered: only for what can't be taken back. Undefined where it was cancelled. */
  confirm(message: string, detail: string, buttons: readonly string[]): Promise<string | undefined>;
  /** Says that something is under way, which can be stopped, until it is done. */
  whileWaiting<Value>(what: string, work: (signal: AbortSignal) => Promise<Value>): Promise<Value>;
  /** Says something beside the work. Undefined where it was closed without a button. */
  say(weight: Weight, message: string, buttons: readonly string[]): Promise<string | undefined>;
}
