import { isClosed, noteStatus } from "../../domain/note-status.ts";
import type { Day } from "../../domain/dates.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { Note } from "../../domain/note.ts";
import type { PlacesOfNotes } from "../quoted-places.ts";
import type { PlacesIndex } from "../places-index.ts";
import type { Covers } from "./area-matcher.ts";

export interface NotesAndPlaces {
  readonly index: PlacesIndex;
  readonly places: PlacesOfNotes;
  readonly note: (id: RecordId) => Note | undefined;
  readonly today: Day;
}

/**
 * The open notes with code in some areas, as it is now: code that has left them is not in them, code that was moved there is. Only files that
 * notes name or were found in are asked for, so it costs by the notes there, not by the repository.
 */
export async function notesInAreas(
  covers: Covers,
  { index, places, note, today }: NotesAndPlaces,
): Promise<readonly Note[]> {
  const ids = new Set([...index.notesWhere(covers), ...places.movedWhere(covers)]);
  const open = [...ids].flatMap((id) => note(id) ?? []).filter((one) => !isClosed(noteStatus(one, today)));
  // Read once for all of them; what is asked for one by one is known then.
  await places.find(open);
  const here = await Promise.all(
    open.map(async (one) => {
      const states = await places.of(one);
      // As in the editor: a place without its code counts where it was last, unless another branch has the code.
      return states.some(({ path, elsewhere }) => elsewhere !== true && covers(path)) ? [one] : [];
    }),
  );
  return here.flat();
}
