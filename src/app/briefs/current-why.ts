import { plainLine } from "../../base/plain-text.ts";
import { currentBrief } from "../../domain/brief/brief-time.ts";
import type { Day } from "../../domain/dates.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { Book } from "../book.ts";
import { areaMatcher } from "./area-matcher.ts";
import type { Covers } from "./area-matcher.ts";

/** Why we are doing what we are doing today, for the editor. */
export interface CurrentWhy {
  readonly brief: RecordId;
  /** The paragraph on one line. */
  readonly text: string;
  readonly covers: Covers;
}

export function currentWhy(book: Book, today: Day): CurrentWhy | undefined {
  const brief = currentBrief(book.of("brief").values(), book.of("milestone"), today);
  return brief === undefined
    ? undefined
    : {
        brief: brief.id,
        text: plainLine(brief.fields.text.value),
        covers: areaMatcher(brief.fields.areas.value),
      };
}
