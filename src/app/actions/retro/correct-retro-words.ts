import { samePerson } from "../../../domain/person.ts";
import type { RetroAction } from "./retro-action.ts";

/** Puts other words in the place of one's own. */
export const correctRetroWords: RetroAction<"correctRetroWords"> = (
  { words: id, text },
  { retro, me, pen },
) => {
  const words = retro.words.find((one) => one.id === id);
  if (words === undefined) return { kind: "noSuchPart" };
  if (!samePerson(words.by, me)) return { kind: "notTheWriter" };
  const corrected = text.trim();
  if (corrected === "") return { kind: "textMissing" };
  if (corrected !== words.text)
    pen.write({ type: "retroWordsCorrected", data: { words: id, text: corrected } });
  return undefined;
};
