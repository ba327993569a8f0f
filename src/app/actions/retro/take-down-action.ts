import { said } from "../../said-values.ts";
import type { RetroAction } from "./retro-action.ts";

export const takeDownAction: RetroAction<"takeDownAction"> = ({ text }, { pen }) => {
  const words = said(text);
  if (words === undefined) return { kind: "textMissing" };
  pen.write({ type: "actionTakenDown", data: { text: words } });
  return undefined;
};
