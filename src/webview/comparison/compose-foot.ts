import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { boxText, textArea } from "../parts/boxes.ts";
import { button, chooser, linkButton, problem } from "../parts/controls.ts";
import { submitKeys } from "../parts/form.ts";
import { composeKeys, writtenSlots } from "./columns.ts";
import type { Table } from "./table.ts";
import { COMPOSE_PLACE, putOnTheTable } from "./written-option.ts";

/** Under the table, while options are being composed. */
export function composeFoot(table: Table): TemplateResult {
  const { translate, act, state, note } = table;
  const slots = writtenSlots(state, note);
  const typed = composeKeys(state, note);
  return html`<div class="compose-foot" role="group" aria-label=${translate("Put on the table")}>
    ${recommendationLine(table)} ${problem(state.problems.get(COMPOSE_PLACE))}
    <div class="buttons">
      ${button({
        label: translate("Put on the table"),
        press: () => act(putOnTheTable(table)),
        focus: "compose.submit",
        primary: state.form === undefined && state.nameAsked === undefined,
        busy: state.busy.has(COMPOSE_PLACE),
      })}
      ${button({
        label: translate("Add an option"),
        press: () => act({ type: "addColumn", columns: slots.length + 1 }),
        focus: "compose.add",
      })}
      ${button({
        label: translate("Not now"),
        press: () => act({ type: "compose", open: false }),
        focus: "compose.away",
      })}
      ${
        typed.length === 0
          ? nothing
          : linkButton({
              label: translate("Throw away what I wrote"),
              press: () => act({ type: "forget", note: note.id, keys: typed }),
              focus: "compose.throwAway",
              quiet: true,
            })
      }
      <span class="meta keys" aria-hidden="true">${submitKeys(translate)}</span>
    </div>
    <p class="meta">
      ${translate("Saved as a draft while you type, on this machine only, until you put it on the table.")}
    </p>
  </div>`;
}

/** "We would take [–] because …", and nobody has to. */
function recommendationLine(table: Table): TemplateResult {
  const { translate, act, note, columns } = table;
  const key = "compose.recommend";
  return html`<div class="recommend">
    ${chooser({
      label: translate("We would take"),
      value: boxText(table, note.id, key),
      choices: [
        { value: "", label: "–" },
        ...columns.flatMap((column) =>
          column.kind === "write"
            ? [
                {
                  value: column.slot,
                  label: column.doNothing
                    ? translate("{letter}: {words}", {
                        letter: column.letter,
                        words: translate("Do nothing"),
                      })
                    : column.letter,
                },
              ]
            : [],
        ),
      ],
      choose: (value) => act({ type: "type", note: note.id, key, text: value }),
      focus: key,
    })}
    ${textArea(
      table,
      {
        note: note.id,
        key: "compose.because",
        label: translate("because"),
        hint: translate("One sentence, may stay empty"),
      },
      1,
    )}
  </div>`;
}
