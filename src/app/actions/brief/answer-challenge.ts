import { said } from "../../said-values.ts";
import type { BriefAction } from "./brief-action.ts";

export const answerChallenge: BriefAction<"answerChallenge"> = ({ challenge, text }, { brief, pen }) => {
  const words = said(text);
  if (!brief.challenges.some(({ id }) => id === challenge)) return { kind: "noSuchPart" };
  if (words === undefined) return { kind: "textMissing" };
  pen.write({ type: "challengeAnswered", data: { challenge, text: words } });
  return undefined;
};
