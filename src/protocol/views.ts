import * as z from "zod/mini";
import { RetroState } from "./retro-state.ts";
import { OneOnOneState, TogetherRef, WordsState } from "./together-state.ts";
import { BriefRef, BriefState, NewBriefState } from "./brief-state.ts";
import { MilestoneState, RoadmapRef, RoadmapState } from "./roadmap-state.ts";

// What the panel shows beside notes. Each feature has its refs and states in a file of its own; a ref asks for the state with the same `view`.

export const ViewRef = z.discriminatedUnion("view", [
  ...RoadmapRef.def.options,
  ...TogetherRef.def.options,
  ...BriefRef.def.options,
]);
export type ViewRef = z.infer<typeof ViewRef>;

export const ViewState = z.discriminatedUnion("view", [
  RoadmapState,
  MilestoneState,
  OneOnOneState,
  RetroState,
  WordsState,
  BriefState,
  NewBriefState,
]);
export type ViewState = z.infer<typeof ViewState>;
