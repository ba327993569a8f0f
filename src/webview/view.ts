import type { Translate } from "../base/translate.ts";
import type { NotePage } from "../protocol/panel-state.ts";
import type { PageAction } from "./page-action.ts";
import type { Breadth, PageState } from "./page-state.ts";
import type { ShownValues } from "./shown-values.ts";

/** All that a component gets: the state, the words of the screen, and one way up. */
export interface View {
  readonly state: PageState;
  readonly translate: Translate;
  readonly values: ShownValues;
  readonly breadth: Breadth;
  readonly act: (action: PageAction) => void;
}

/** A component of the note page. */
export interface NoteView extends View {
  readonly note: NotePage;
}
