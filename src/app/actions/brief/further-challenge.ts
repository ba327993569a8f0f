import { samePerson } from "../../../domain/person.ts";
import { said } from "../../said-values.ts";
import type { BriefAction } from "./brief-action.ts";

/** Only who challenged asks further; anybody else has a challenge of their own. */
export const furtherChallenge: BriefAction<"furtherChallenge"> = (
  { challenge: id, text },
  { brief, me, pen },
) => {
  const challenge = brief.challenges.find((one) => one.id === id);
  if (challenge === undefined) return { kind: "noSuchPart" };
  if (!samePerson(challenge.by, me)) return { kind: "notTheAsker" };
  const words = said(text);
  if (words === undefined) return { kind: "textMissing" };
  pen.write({ type: "challengeFurthered", data: { challenge: id, text: words } });
  return undefined;
};
