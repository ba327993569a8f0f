import type { Brief } from "../../domain/brief/brief.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { Milestone } from "../../domain/milestone/milestone.ts";
import type { Note } from "../../domain/note.ts";
import type { Retro } from "../../domain/retro/retro.ts";

/** All records that pages are made of. */
export interface PageRecords {
  readonly notes: readonly Note[];
  readonly milestones: ReadonlyMap<RecordId, Milestone>;
  readonly briefs: readonly Brief[];
  readonly retros: readonly Retro[];
}
