import { OneOnOneBox, textIn } from "../../domain/one-on-one.ts";
import type { OneOnOne } from "../../domain/one-on-one.ts";
import { dayOf } from "../../domain/dates.ts";
import { oneOnOneQuestion } from "../../protocol/together-labels.ts";
import type { Translate } from "../../base/translate.ts";

/** A 1:1 as Markdown, for a person's own clipboard. Boxes without a word are left out. */
export const oneOnOneMarkdown = (one: OneOnOne, translate: Translate): string =>
  [
    `# ${translate("1:1")}, ${dayOf(one.finished ?? one.started)}`,
    ...OneOnOneBox.options.flatMap((box) => {
      const text = textIn(one, box).trim();
      return text === "" ? [] : [`## ${oneOnOneQuestion(box, translate)}`, text];
    }),
  ].join("\n\n") + "\n";
