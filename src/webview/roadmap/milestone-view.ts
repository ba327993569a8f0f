import type { MilestoneState } from "../../protocol/roadmap-state.ts";
import type { View } from "../view.ts";

/** A component of a date's page. */
export interface MilestoneView extends View {
  readonly milestone: MilestoneState;
}
