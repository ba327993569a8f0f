import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { plainLine } from "../../base/plain-text.ts";
import { laterDay } from "../../domain/dates.ts";
import type { NowRow } from "../../protocol/panel-state.ts";
import { routeOfRow } from "../../protocol/route-of-row.ts";
import type { OpenForm } from "../open-form.ts";
import { boxText, dayBox } from "../parts/boxes.ts";
import { linkButton, pageLink } from "../parts/controls.ts";
import { fold } from "../parts/fold.ts";
import { form, isOpen } from "../parts/form.ts";
import { NO_NOTE } from "../typed-texts.ts";
import type { View } from "../view.ts";

/** Days ahead that can be chosen with one press. */
const AHEAD = [1, 7, 30] as const;

const formOf = (row: NowRow) => ({ kind: "notNow", row: row.key }) as const satisfies OpenForm;

/** Puts a row off; what is running now can't be. */
export function notNowButton(view: View, row: NowRow): TemplateResult | typeof nothing {
  const { translate, act } = view;
  const wanted = formOf(row);
  if (isOpen(view, wanted)) return nothing;
  const label = translate("Later…");
  return linkButton({
    label,
    press: () => act({ type: "openForm", form: wanted }),
    focus: `notNow.${row.key}`,
    spoken: translate("{action}: {title}", { action: label, title: plainLine(row.title) }),
    quiet: true,
  });
}

/** Until when the row is not to be seen. It is nobody's business but of the person here. */
export function notNowForm(view: View, row: NowRow): TemplateResult | typeof nothing {
  const { translate, act, state, values } = view;
  const wanted = formOf(row);
  const today = state.frame?.today;
  if (today === undefined || !isOpen(view, wanted)) return nothing;
  const key = `notNow.${row.key}.until`;
  const tomorrow = laterDay(today, 1);
  const chosen = () => boxText(view, NO_NOTE, key, tomorrow);
  return form(view, {
    form: wanted,
    note: NO_NOTE,
    name: translate("Not before"),
    body: html`${dayBox(view, {
        note: NO_NOTE,
        key,
        label: translate("Not before"),
        base: tomorrow,
        from: tomorrow,
      })}
      <p class="meta ahead">
        ${AHEAD.map((days) => {
          const day = laterDay(today, days);
          return linkButton({
            label: values.day(day),
            press: () => act({ type: "notNow", row, until: day }),
            focus: `${key}.${days}`,
          });
        })}
      </p>`,
    submit: {
      label: translate("Put it off"),
      action: () =>
        chosen() < tomorrow
          ? {
              type: "problem",
              place: `notNow.${row.key}`,
              text: translate("Choose a day to come."),
              focus: key,
            }
          : { type: "notNow", row, until: chosen() },
    },
    oneLine: true,
    after: translate("Only you see this. It stays on this machine."),
  });
}

/** What was put off, and when it is back. */
export function putOffRows(view: View): TemplateResult | typeof nothing {
  const { state, translate, values, act } = view;
  const { putOff } = state;
  if (putOff.length === 0) return nothing;
  return html`<div class="put-off">
    ${fold(view, {
      key: "now.putOff",
      label: translate("Put off by you ({count})", { count: values.number(putOff.length) }),
      body: () =>
        html`<ul class="plain">
          ${putOff.map(
            ({ row, until }) =>
              html`<li>
                ${pageLink({
                  label: html`<span dir="auto">${plainLine(row.title)}</span>`,
                  follow: () => act({ type: "go", route: routeOfRow(row, false) }),
                  focus: `putOff.${row.key}`,
                })}
                <span class="meta">${translate("Back on {day}", { day: values.day(until) })}</span>
                ${linkButton({
                  label: translate("Show it now"),
                  press: () => act({ type: "notNow", row, until: null }),
                  focus: `putOff.${row.key}.back`,
                  spoken: translate("{action}: {title}", {
                    action: translate("Show it now"),
                    title: plainLine(row.title),
                  }),
                })}
              </li>`,
          )}
        </ul>`,
    })}
  </div>`;
}
