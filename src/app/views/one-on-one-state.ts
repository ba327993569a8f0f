import type { OneOnOneState } from "../../protocol/together-state.ts";
import { OneOnOneBox, textIn } from "../../domain/one-on-one.ts";
import { sinceLastTime } from "../together/since-last-time.ts";
import type { ViewScene } from "./view-state.ts";

/** The 1:1 that is being written, what changed since the one before, and those before. */
export async function oneOnOneState({
  repository,
  book,
  viewer,
  oneOnOnes,
}: ViewScene): Promise<OneOnOneState> {
  const { current, earlier } = await oneOnOnes.all();
  const last = earlier[0]?.finished;
  return {
    view: "oneOnOne",
    repository,
    id: current.id,
    typed: { ...current.texts },
    ...(last === undefined ? {} : { since: [...sinceLastTime(book, last, viewer)] }),
    earlier: earlier.map((one) => ({
      id: one.id,
      finished: one.finished ?? one.started,
      texts: Object.fromEntries(OneOnOneBox.options.map((box) => [box, textIn(one, box)])),
    })),
  };
}
