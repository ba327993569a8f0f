import { samePerson } from "../../../domain/person.ts";
import type { BriefAction } from "./brief-action.ts";

/** "That answers it": only who challenged can say so. */
export const acceptChallenge: BriefAction<"acceptChallenge"> = ({ challenge: id }, { brief, me, pen }) => {
  const challenge = brief.challenges.find((one) => one.id === id);
  if (challenge === undefined) return { kind: "noSuchPart" };
  if (!samePerson(challenge.by, me)) return { kind: "notTheAsker" };
  if (challenge.accepted === undefined) pen.write({ type: "challengeAccepted", data: { challenge: id } });
  return undefined;
};
