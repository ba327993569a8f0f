import type { Frame } from "../../protocol/panel-state.ts";

/** Whether there is code in this window, and not records of it alone. */
export const hasCode = ({ repositories }: Frame): boolean =>
  repositories.some(({ recordOf }) => recordOf === undefined);
