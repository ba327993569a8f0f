import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { linkButton } from "../parts/controls.ts";
import { fold } from "../parts/fold.ts";
import { personClaim, personName } from "../parts/said.ts";
import type { NoteView } from "../view.ts";

const ENTRIES_AT_FIRST = 5;
const FOLD = "history";

/** What happened, the newest first. */
export function history(view: NoteView): TemplateResult | typeof nothing {
  const { note, translate, values, act, state } = view;
  if (note.history.length === 0) return nothing;
  const all = state.folds.has(FOLD);
  const hidden = note.history.length - ENTRIES_AT_FIRST;
  return html`<section aria-labelledby="history-title" class="history">
    <h2 id="history-title">${translate("History")}</h2>
    <ul class="plain">
      ${repeat(
        all ? note.history : note.history.slice(0, ENTRIES_AT_FIRST),
        ({ id }) => id,
        ({ by, at, sentence }) =>
          html`<li>
            <span class="said-line" dir="auto">${sentence}</span>
            <span class="meta" title=${personClaim(by)}>
              ${personName(by)} ·
              <time datetime=${at}
                >${note.incident === undefined ? values.moment(at) : values.clock(at)}</time
              >
            </span>
          </li>`,
      )}
    </ul>
    ${
      hidden <= 0
        ? nothing
        : linkButton({
            label: all
              ? translate("Show the last five")
              : translate("Show all {count}", { count: values.number(note.history.length) }),
            press: () => act({ type: "fold", fold: FOLD }),
            focus: "history.all",
            expanded: all,
          })
    }
    <p class="meta">${translate("Names are as set in git.")}</p>
  </section>`;
}

/** Lines of the record that this version can't read are counted, kept, and said why of. */
export function unreadLines(view: NoteView): TemplateResult | typeof nothing {
  const { note, translate, values } = view;
  if (note.unread.length === 0) return nothing;
  const newer = note.unread.filter(({ kind }) => kind === "newer").length;
  const broken = note.unread.length - newer;
  return html`<div class="unread" role="note">
    ${
      newer === 0
        ? nothing
        : html`<p>
            ${
              newer === 1
                ? translate(
                    "1 line was written by a newer Sightline. You can read the rest; update to see it and to change the note.",
                  )
                : translate(
                    "{count} lines were written by a newer Sightline. You can read the rest; update to see them and to change the note.",
                    { count: values.number(newer) },
                  )
            }
          </p>`
    }
    ${
      broken === 0
        ? nothing
        : html`<p>
            ${
              broken === 1
                ? translate("1 line of this note can't be read. It is kept as it is.")
                : translate("{count} lines of this note can't be read. They are kept as they are.", {
                    count: values.number(broken),
                  })
            }
          </p>`
    }
    ${fold(view, {
      key: "unreadLines",
      label: translate("Details"),
      body: () =>
        html`<ul class="plain meta">
          ${note.unread.map(({ why }) => html`<li class="said-line" dir="auto">${why}</li>`)}
        </ul>`,
    })}
  </div>`;
}
