import { shortLine } from "../../base/plain-text.ts";
import type { Day } from "../../domain/dates.ts";
import type { Milestone } from "../../domain/milestone/milestone.ts";
import { dayWords } from "../date-words.ts";
import type { Wording } from "../wording.ts";

/** Characters of a title, a promise or a reason in one sentence at the code. */
const LONGEST = 160;

/** "Threatens Returns chatbot, 31 March, promised to support: the call centre's contract ends on 1 April". */
export function threatSentence({ fields, day }: Milestone, today: Day, wording: Wording): string {
  const { translate } = wording;
  const title = shortLine(fields.title.value, LONGEST);
  const date = dayWords(day, today, wording);
  const whom = shortLine(fields.promisedTo.value, LONGEST);
  const why = shortLine(fields.whyThisDate.value, LONGEST);
  const first =
    whom === ""
      ? translate("Threatens {title}, {date}", { title, date })
      : translate("Threatens {title}, {date}, promised to {whom}", { title, date, whom });
  return why === "" ? first : translate("{first}: {rest}", { first, rest: why });
}
