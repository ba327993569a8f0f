import type { Disposable } from "../base/emitter.ts";
import type { Note } from "../domain/note.ts";
import type { PlaceState } from "../protocol/panel-state.ts";
import type { Places } from "./places.ts";

/** What a session asks about places. */
export type PlacesOfNotes = Pick<
  Places,
  "onDidMove" | "of" | "search" | "find" | "inFile" | "movedTo" | "movedWhere" | "foundAgain" | "headMoved"
>;

const never: Disposable = { dispose: () => undefined };
const none: ReadonlySet<never> = new Set<never>();

/** Places of notes whose code is not on this machine: they are as they were quoted. None is lost, as nobody has looked. */
export const quotedPlaces: PlacesOfNotes = {
  of: (note) => Promise.resolve(note.anchors.map(asQuoted)),
  search: () => Promise.resolve({ kind: "nothingToLookFor" }),
  find: () => Promise.resolve(),
  inFile: () => Promise.resolve([]),
  movedTo: () => none,
  movedWhere: () => none,
  foundAgain: () => Promise.resolve(none),
  headMoved: () => none,
  onDidMove: () => never,
};

function asQuoted({ id, anchor }: Note["anchors"][number]): PlaceState {
  const { path, startLine, endLine, whole, symbol, quote = [] } = anchor;
  return {
    id,
    path,
    status: "quoted",
    startLine,
    endLine,
    reason: "",
    quote: [...quote],
    ...(whole === undefined ? {} : { whole }),
    ...(symbol === undefined ? {} : { symbol }),
  };
}
