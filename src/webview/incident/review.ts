import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { clockOf, zoneName } from "../../domain/zone.ts";
import { dayOf } from "../../domain/dates.ts";
import { kindLabel } from "../../protocol/labels.ts";
import type { IncidentState } from "../../protocol/panel-state.ts";
import type { OpenForm } from "../open-form.ts";
import { boxText, textLine } from "../parts/boxes.ts";
import { chooser, linkButton } from "../parts/controls.ts";
import { form, isOpen } from "../parts/form.ts";
import { saidLine } from "../parts/said.ts";
import { NO_NOTE } from "../typed-texts.ts";
import type { NoteView } from "../view.ts";
import { namedNotes } from "./beside.ts";
import { savedBox } from "./saved-box.ts";

type FollowUp = Extract<OpenForm, { kind: "followUp" }>;

/** Kinds that come out of a review. */
const KINDS = ["enabler", "techDebt", "bottleneck", "constraint", "delay", "problem"] as const;

/** Where a follow-up is written that is about the whole, not a line. */
const WHOLE = "all";

/** What happened, what users felt, what follows. There is no field for who. */
export function review(view: NoteView, incident: IncidentState): TemplateResult {
  const { note, translate } = view;
  return html`<div class="review">
    <p class="meta">${translate("Describe what happened, not who.")}</p>
    ${savedBox(view, {
      key: "incident.impact",
      label: translate("What users felt"),
      base: note.impact,
      lines: "many",
      save: (impact) => ({ type: "editNote", note: note.id, fields: { impact } }),
    })}
    ${timeline(view, incident)} ${followUps(view, incident)}
  </div>`;
}

function timeline(view: NoteView, { timeline: entries }: IncidentState): TemplateResult {
  const { translate, values } = view;
  const [first] = entries;
  const oneDay = entries.every(({ at }) => dayOf(at) === dayOf(first?.at ?? at));
  return html`<section aria-labelledby="timeline-title" class="timeline">
    <h2 id="timeline-title">${translate("What happened")}</h2>
    ${
      first === undefined
        ? nothing
        : html`<p class="meta">
            ${
              oneDay
                ? translate("{day}, times in {zone}", {
                    day: values.day(dayOf(first.at)),
                    zone: zoneName(first.at),
                  })
                : translate("Times in {zone}", { zone: zoneName(first.at) })
            }
          </p>`
    }
    <ol class="plain">
      ${entries.map(
        ({ id, at, after, sentence }) =>
          html`<li>
            <time class="when" datetime=${at}
              >${oneDay ? clockOf(at) : `${values.shortDay(dayOf(at))}, ${clockOf(at)}`}</time
            >
            <span class="meta after">${after}</span>
            <span class="what">${saidLine(sentence)}</span>
            ${linkButton({
              label: translate("Make it a note…"),
              spoken: translate("Make it a note: {text}", { text: sentence }),
              press: () => open(view, id),
              focus: `followUp.${id}.open`,
              quiet: true,
            })}
            ${followUpForm(view, id)}
          </li>`,
      )}
    </ol>
  </section>`;
}

function followUps(view: NoteView, { followUps: notes }: IncidentState): TemplateResult {
  const { translate } = view;
  return html`<section aria-labelledby="follow-ups-title">
    <h2 id="follow-ups-title">${translate("Follow-ups")}</h2>
    ${
      notes.length === 0
        ? html`<p>${translate("Nothing came out of it yet. What would have made it shorter?")}</p>`
        : namedNotes(view, notes)
    }
    ${linkButton({
      label: translate("Add a follow-up…"),
      press: () => open(view, WHOLE),
      focus: `followUp.${WHOLE}.open`,
    })}
    ${followUpForm(view, WHOLE)}
  </section>`;
}

const open = ({ act }: NoteView, line: string): void =>
  act({ type: "openForm", form: { kind: "followUp", line, as: "enabler" } });

function followUpForm(view: NoteView, line: string): TemplateResult | typeof nothing {
  const { note, translate, act, state } = view;
  if (!isOpen(view, { kind: "followUp", line, as: "enabler" })) return nothing;
  const parts = state.form as FollowUp;
  const key = `followUp.${line}`;
  const title = () => boxText(view, NO_NOTE, key).trim();
  return form(view, {
    form: parts,
    note: NO_NOTE,
    name: translate("Make it a note"),
    oneLine: true,
    body: html`${textLine(view, {
      note: NO_NOTE,
      key,
      label: translate("What is to be known, or done?"),
    })}
    ${chooser({
      label: translate("Kind"),
      value: parts.as,
      choices: KINDS.map((kind) => ({ value: kind, label: kindLabel(kind, translate) })),
      choose: (value) => {
        const as = KINDS.find((kind) => kind === value);
        if (as !== undefined) act({ type: "changeForm", form: { ...parts, as } });
      },
      focus: `${key}.kind`,
    })}`,
    submit: {
      label: translate("Put it on record"),
      action: () =>
        title() === ""
          ? { type: "problem", place: key, text: translate("Write a few words first."), focus: key }
          : {
              type: "perform",
              place: key,
              action: {
                type: "openNote",
                fields: { kind: parts.as, title: title(), cameFrom: note.id },
                anchors: [],
              },
              forget: [key],
            },
    },
    after: translate("It is shared with everyone who can read this repository, and stays in its history."),
  });
}
