import type { Saw } from "../record-kind.ts";
import type { BareMove } from "./milestone-builder.ts";
import type { Agreement, EngineeringAnswer, Move } from "./milestone.ts";

const byCaution: readonly Agreement[] = ["cannot", "concerns", "agreed"];

/** The most cautious of some answers: two people who answered without having seen each other are both shown, and doubt is not hidden. */
export const agreementOf = (answers: readonly EngineeringAnswer[]): Agreement =>
  byCaution.find((one) => answers.some(({ answer }) => answer === one)) ?? "notAsked";

/** The answers that stand where these moves have been made: their writers knew all of the moves, and no later answer has seen them. */
export function answersTo(
  moves: readonly BareMove[],
  answers: readonly EngineeringAnswer[],
  saw: Saw,
): readonly EngineeringAnswer[] {
  const informed = answers.filter(({ id }) => moves.every((move) => saw(id, move.id)));
  return informed.filter(({ id }) => !informed.some((later) => saw(later.id, id)));
}

/** A move with what engineering had said of the date that it gave up, as far as its writer knew. */
export function withGivenUp(
  move: BareMove,
  moves: readonly BareMove[],
  answers: readonly EngineeringAnswer[],
  saw: Saw,
): Move {
  const known = ({ id }: { readonly id: string }) => saw(move.id, id);
  return { gaveUp: agreementOf(answersTo(moves.filter(known), answers.filter(known), saw)), ...move };
}
