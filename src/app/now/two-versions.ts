import { contestedFields } from "../../domain/note-status.ts";
import { contestedFieldStates } from "../contested-fields.ts";
import { isSame } from "../people.ts";
import type { NowRule } from "./entry.ts";

/** A field that people set without having seen each other: for those who set it, the owner and the lead. */
export const twoVersions: NowRule = ({ note, viewer, isOpen, isOwner }) => {
  // Most notes have none: the words are made only where they are needed.
  if (contestedFields(note).length === 0) return [];
  const { translate } = viewer.wording;
  const contested = contestedFieldStates({ note, today: viewer.today, wording: viewer.wording });
  const [first] = contested;
  if (first === undefined || (!isOpen && !contested.some(({ field }) => field === "closed"))) return [];
  const versions = contested.flatMap((field) => field.versions);
  const isConcerned = isOwner || viewer.role === "lead" || versions.some(({ by }) => isSame(by, viewer.me));
  if (!isConcerned) return [];
  const fields = contested.map(({ label }) => label).join(", ");
  return [
    {
      rule: "versions",
      group: "needsYou",
      reason: [
        contested.length === 1
          ? translate(
              "Two people changed “{field}” without seeing each other's. Both are kept: pick one, or write a third.",
              { field: fields },
            )
          : translate(
              "Two people changed “{fields}” without seeing each other's. All are kept: pick, or write others.",
              { fields },
            ),
      ],
      action: "settle",
      glyph: "versions",
      since: versions.at(-1)?.at ?? note.lastSaid.at,
    },
  ];
};
