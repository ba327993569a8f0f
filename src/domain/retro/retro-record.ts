import { defineRecord } from "../record-kind.ts";
import { actionMade } from "./action-made.ts";
import { actionTakenDown } from "./action-taken-down.ts";
import { startRetro } from "./retro-builder.ts";
import type { RetroBuilder } from "./retro-builder.ts";
import { retroEdited } from "./retro-edited.ts";
import { retroOpened } from "./retro-opened.ts";
import { retroShared } from "./retro-shared.ts";
import { retroStartedWithout } from "./retro-started-without.ts";
import { retroWordsCorrected } from "./retro-words-corrected.ts";
import type { Retro } from "./retro.ts";

/** A retro and its events. */
export const retroRecord = defineRecord({
  name: "retro",
  events: [
    retroOpened,
    retroEdited,
    retroShared,
    retroWordsCorrected,
    retroStartedWithout,
    actionTakenDown,
    actionMade,
  ],
  begin: startRetro,
  finish: (builder: RetroBuilder, folded): Retro => ({
    fields: builder.fields,
    words: builder.words,
    startedWithout: builder.startedWithout,
    actions: [...builder.actions.values()],
    history: builder.history,
    ...folded,
  }),
});
