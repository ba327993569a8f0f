import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { daysBetween } from "../../domain/dates.ts";
import type { Agreement } from "../../domain/milestone/milestone.ts";
import { personClaim, personName, saidBlock } from "../parts/said.ts";
import { noteLink } from "./note-link.ts";
import type { MilestoneView } from "./milestone-view.ts";
import { movedWords, spanWords } from "./span-words.ts";

/** Every move with its cause, how much notice it gave, what engineering had said, and the notes behind it. */
export function howItMoved(view: MilestoneView): TemplateResult | typeof nothing {
  const { milestone, translate, values } = view;
  if (milestone.moves.length === 0) return nothing;
  return html`<section aria-labelledby="moved-title">
    <h2 id="moved-title">${translate("How the date moved")}</h2>
    <ul class="plain spaced">
      ${milestone.moves.map(
        ({ id, by, at, from, to, because, notes, notice, gaveUp }) =>
          html`<li>
            <p>
              <span class="move-days">${values.day(from)} → ${values.day(to)}</span>,
              ${movedWords(view, daysBetween(from, to))}
            </p>
            ${saidBlock(because)}
            ${
              notes.length === 0
                ? nothing
                : html`<ul class="plain">
                    ${notes.map((note) => html`<li>${noteLink(view, note.id, note.title, `move.${id}`)}</li>`)}
                  </ul>`
            }
            <p class="meta" title=${personClaim(by)}>
              ${[
                noticeWords(view, notice),
                ...gaveUpWords(view, gaveUp),
                translate("{name}, {day}", { name: personName(by), day: values.day(at.slice(0, 10)) }),
              ].join(" · ")}
            </p>
          </li>`,
      )}
    </ul>
  </section>`;
}

function noticeWords(view: MilestoneView, notice: number): string {
  const { translate } = view;
  if (notice < 0) return translate("said {span} after the date", { span: spanWords(view, notice) });
  return notice === 0
    ? translate("said on the day itself")
    : translate("{span} of notice", { span: spanWords(view, notice) });
}

function gaveUpWords({ translate }: MilestoneView, gaveUp: Agreement): readonly string[] {
  switch (gaveUp) {
    case "agreed":
      return [translate("engineering had agreed to the old date")];
    case "concerns":
      return [translate("engineering had agreed to the old date, with concerns")];
    case "cannot":
      return [translate("engineering had said that the old date can't be kept")];
    case "notAsked":
      return [];
  }
}
