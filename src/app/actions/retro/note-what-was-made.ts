import type { EventId, RecordId } from "../../../domain/ids.ts";
import type { Refusal } from "../../../protocol/action.ts";
import type { RetroScene } from "./retro-action.ts";

/** Ties a note or a why to the action that it was made of. */
export function noteWhatWasMade(
  action: EventId,
  record: RecordId,
  { retro, pen }: Omit<RetroScene, "me">,
): Refusal | undefined {
  if (!retro.actions.some(({ id }) => id === action)) return { kind: "noSuchPart" };
  pen.write({ type: "actionMade", data: { action, record } });
  return undefined;
}
