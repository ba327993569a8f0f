import type { RecordId } from "../../domain/ids.ts";
import type { ViewRef, ViewState } from "../../protocol/views.ts";
import type { Note } from "../../domain/note.ts";
import type { Book } from "../book.ts";
import type { AreaCandidate } from "../briefs/area-candidates.ts";
import type { Covers } from "../briefs/area-matcher.ts";
import type { LearnedFromHistory } from "../briefs/learned-from-history.ts";
import type { Viewer } from "../now/viewer.ts";
import type { OneOnOnes } from "../together/one-on-ones.ts";
import { milestoneState } from "./milestone-state.ts";
import { oneOnOneState } from "./one-on-one-state.ts";
import { briefState } from "./brief-state.ts";
import { newBriefState } from "./new-brief-state.ts";
import { retroState } from "./retro-state.ts";
import { roadmapState } from "./roadmap-state.ts";
import { wordsState } from "./words-state.ts";

/** What a view is made from. */
export interface ViewScene {
  readonly repository: string;
  readonly book: Book;
  readonly viewer: Viewer;
  readonly oneOnOnes: OneOnOnes;
  /** What has been typed under a record and not been said yet, by the key of its box. */
  readonly typedOf: (record: RecordId) => Promise<Readonly<Record<string, string>>>;
  /** Open notes with code in some areas, as it is now. */
  readonly notesIn: (covers: Covers) => Promise<readonly Note[]>;
  readonly learned: Pick<LearnedFromHistory, "changedLike" | "oftenIn">;
  readonly areaCandidates: () => Promise<readonly AreaCandidate[]>;
}

/** What the panel shows beside notes; undefined where what the ref names is not here. */
export async function viewState(ref: ViewRef, scene: ViewScene): Promise<ViewState | undefined> {
  switch (ref.view) {
    case "roadmap":
      return roadmapState(scene);
    case "milestone":
      return await milestoneState(ref.id, scene);
    case "oneOnOne":
      return await oneOnOneState(scene);
    case "retro":
      return await retroState(ref.id, scene);
    case "words":
      return wordsState(scene);
    case "brief":
      return await briefState(ref.id, scene);
    case "newBrief":
      return await newBriefState(ref.milestone, scene);
  }
}
