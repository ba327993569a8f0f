import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { chooser, linkButton, pageLink, problem } from "../parts/controls.ts";
import { form } from "../parts/form.ts";
import { isolated, saidLine } from "../parts/said.ts";
import { openDate } from "../roadmap/open-date.ts";
import type { NoteView } from "../view.ts";

/** The dates of the roadmap that a note puts at risk: named here, taken off here. Nothing is shown while there are none to name. */
export function threatenedDates(view: NoteView): TemplateResult | typeof nothing {
  const { note, translate, act, state } = view;
  const free = datesToName(view);
  if (note.threatens.length === 0 && free.length === 0) return nothing;
  return html`<dt>${translate("Dates it threatens")}</dt>
    <dd>
      ${
        note.threatens.length === 0
          ? html`<p>${translate("None named")}</p>`
          : html`<ul class="plain">
              ${note.threatens.map((threat) => oneDate(view, threat))}
            </ul>`
      }
      ${problem(state.problems.get("removeDate"))}
      ${
        free.length === 0
          ? nothing
          : state.form?.kind === "threaten"
            ? nameDate(view)
            : linkButton({
                label: translate("Name a date…"),
                press: () => act({ type: "openForm", form: { kind: "threaten" } }),
                focus: "threaten.open",
              })
      }
    </dd>`;
}

/** Dates that lie ahead, of the note's own repository, that it does not name yet. */
const datesToName = ({ note, state }: NoteView) =>
  note.closed !== null
    ? []
    : state.milestones.filter(
        ({ id, repository, closed }) =>
          !closed &&
          repository === note.repository &&
          !note.threatens.some(({ milestone }) => milestone === id),
      );

function oneDate(view: NoteView, threat: NoteView["note"]["threatens"][number]): TemplateResult {
  const { note, translate, values, act, state } = view;
  const { id, milestone, title, day, promisedTo } = threat;
  return html`<li class="threatened-date">
    ${pageLink({ label: saidLine(title), follow: () => openDate(view, milestone), focus: `threatened.${milestone}` })}
    <p class="meta">
      ${values.day(day)}${
        promisedTo.trim() === ""
          ? nothing
          : html` · ${translate("promised to {whom}", { whom: isolated(promisedTo) })}`
      }
      ${linkButton({
        label: translate("Take it off"),
        press: () => {
          if (!state.busy.has("removeDate"))
            act({
              type: "perform",
              place: "removeDate",
              action: { type: "removeItems", note: note.id, items: [id] },
              forget: [],
            });
        },
        focus: `takeOffDate.${id}`,
        spoken: translate("Take off {title}", { title: isolated(title) }),
        quiet: true,
      })}
    </p>
  </li>`;
}

function nameDate(view: NoteView): TemplateResult {
  const { note, translate, values, act, state } = view;
  const free = datesToName(view);
  const chosen = state.form?.kind === "threaten" ? state.form.date : undefined;
  const date = free.find(({ id }) => id === chosen) ?? free[0];
  return form(view, {
    form: { kind: "threaten", date: date?.id },
    note: note.id,
    name: translate("Which date is at risk?"),
    body: chooser({
      label: translate("Which date is at risk?"),
      value: date?.id ?? "",
      choices: free.map(({ id, title, day }) => ({
        value: id,
        label: translate("{title}, {day}", { title, day: values.day(day) }),
      })),
      choose: (value) => act({ type: "changeForm", form: { kind: "threaten", date: value } }),
      focus: "threaten.date",
    }),
    submit: {
      label: translate("It is at risk"),
      action: () => ({
        type: "perform",
        place: "threaten",
        action: { type: "threatenDate", note: note.id, threatens: date?.id ?? "" },
        forget: [],
      }),
    },
  });
}
