import * as z from "zod/mini";
import { RecordId } from "../domain/ids.ts";
import { BriefRef } from "./brief-state.ts";
import { RoadmapRef } from "./roadmap-state.ts";
import { TogetherRef } from "./together-state.ts";

/** Where in the panel a person is. It survives hiding, reloading and a restart of the window. */
export const Route = z.discriminatedUnion("section", [
  z.object({ section: z.literal("now") }),
  /** `open` is what to start on the note, where somebody chose that; it is acted on once and not kept. */
  z.object({
    section: z.literal("notes"),
    note: z.optional(RecordId),
    open: z.optional(
      z.enum(["options", "ask", "decide", "answer", "impact", "settle", "because", "correct"]),
    ),
  }),
  z.object({
    section: z.literal("roadmap"),
    show: z.discriminatedUnion("view", [...RoadmapRef.def.options, ...BriefRef.def.options]),
  }),
  z.object({ section: z.literal("together"), show: TogetherRef }),
]);
export type Route = z.infer<typeof Route>;
export type Section = Route["section"];
