import type { z } from "zod";
import type { EventKind } from "./event-kind.ts";
import { anchorAdded } from "./events/anchor-added.ts";
import { commented } from "./events/commented.ts";
import { decided } from "./events/decided.ts";
import { dissented } from "./events/dissented.ts";
import { evidenceAdded } from "./events/evidence-added.ts";
import { heard } from "./events/heard.ts";
import { itemsRemoved } from "./events/items-removed.ts";
import { labelAdded } from "./events/label-added.ts";
import { noteEdited } from "./events/note-edited.ts";
import { noteOpened } from "./events/note-opened.ts";
import { optionAdded } from "./events/option-added.ts";
import { optionEdited } from "./events/option-edited.ts";
import { questionAccepted } from "./events/question-accepted.ts";
import { questionAnswered } from "./events/question-answered.ts";
import { questionAsked } from "./events/question-asked.ts";
import { questionFurthered } from "./events/question-furthered.ts";

/** Every kind of event this version knows. A type that isn't here is kept, and shown as written by a newer Sightline. */
const kinds = [
  noteOpened,
  noteEdited,
  anchorAdded,
  evidenceAdded,
  labelAdded,
  itemsRemoved,
  optionAdded,
  optionEdited,
  questionAsked,
  questionAnswered,
  questionFurthered,
  questionAccepted,
  decided,
  dissented,
  heard,
  commented,
] as const;

type Kind = (typeof kinds)[number];
export type EventType = Kind["type"];

/** What is said when an event is made: its type, and data as its schema takes it. */
export type NewEvent = {
  [K in Kind as K["type"]]: { readonly type: K["type"]; readonly data: z.input<K["schema"]> };
}[EventType];

const byType = new Map<string, EventKind>(kinds.map((kind) => [kind.type, kind as unknown as EventKind]));

export const eventKind = (type: string): EventKind | undefined => byType.get(type);

/** The kinds that start a record. */
export const startsRecord = (type: string): boolean => type === noteOpened.type;
