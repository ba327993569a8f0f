import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { plainLine } from "../../base/plain-text.ts";
import type { PlaceState } from "../../protocol/panel-state.ts";
import { button, linkButton, problem } from "../parts/controls.ts";
import { fold } from "../parts/fold.ts";
import { outside } from "../parts/outside.ts";
import type { NoteView } from "../view.ts";

/** Lines of a quote that are shown before "more". */
const LINES_AT_FIRST = 12;

/** Where in the code the note lives: folded, since paths mean something to some readers only. */
export function places(view: NoteView): TemplateResult | typeof nothing {
  const { note, translate, values } = view;
  if (note.places.length === 0) return nothing;
  const lost = note.places.filter(isLost).length;
  const changed = note.places.filter(({ status }) => status === "changed").length;
  const label = [
    note.places.length === 1
      ? translate("1 place in the code")
      : translate("{count} places in the code", { count: values.number(note.places.length) }),
    ...(lost === 0
      ? []
      : lost === 1
        ? [translate("1 lost its code")]
        : [translate("{count} lost their code", { count: values.number(lost) })]),
    ...(changed === 0
      ? []
      : changed === 1
        ? [translate("1 changed")]
        : [translate("{count} changed", { count: values.number(changed) })]),
  ].join(" · ");
  return html`<section aria-label=${translate("Places in the code")} class="places">
    ${fold(view, {
      key: "places",
      label,
      body: () =>
        repeat(
          note.places,
          ({ id }) => id,
          (place) => onePlace(view, place),
        ),
    })}
  </section>`;
}

const isLost = ({ status, elsewhere }: PlaceState): boolean => status === "orphaned" && elsewhere !== true;

function onePlace(view: NoteView, place: PlaceState): TemplateResult {
  const { note, translate, act, state } = view;
  const problemPlace = `place.${place.id}`;
  return html`<div class="place">
    <p class="path"><code>${plainLine(place.path)}</code></p>
    <p class="meta">
      ${lines(view, place)}${
        place.symbol === undefined || plainLine(place.symbol) === ""
          ? nothing
          : html` · <code>${plainLine(place.symbol)}</code>`
      }${place.status === "quoted" ? html` · ${translate("as quoted")}` : nothing}${place.reason === "" ? nothing : html` · ${place.reason}`}
    </p>
    ${place.whole === undefined ? quote(view, place) : nothing}
    ${
      isLost(place)
        ? html`<p>
            ${translate(
              "This place moved or changed too much to be sure. The note is kept; show where it belongs now.",
            )}
          </p>`
        : nothing
    }
    ${putBack(view, place)} ${problem(state.problems.get(problemPlace))}
    <div class="buttons">
      ${
        isLost(place)
          ? html`${
              place.whole === undefined
                ? button({
                    label: translate("Search for it"),
                    press: () => act({ type: "searchPlace", note: note.id, place: place.id }),
                    focus: `searchPlace.${place.id}`,
                  })
                : nothing
            }
            ${button({
              label: translate("Choose the lines"),
              press: () => act({ type: "chooseLines", note: note.id, place: place.id }),
              focus: `chooseLines.${place.id}`,
            })}
            ${
              note.closed === null
                ? button({
                    label: translate("Mark as done…"),
                    press: () => markAsDone(view),
                    focus: `markDone.${place.id}`,
                  })
                : nothing
            }`
          : place.status === "orphaned" || place.status === "quoted"
            ? nothing
            : html`${linkButton({
                label: translate("Go to the code"),
                press: () => act({ type: "showPlace", note: note.id, place: place.id }),
                focus: `showPlace.${place.id}`,
                spoken: translate("Go to the code: {path}", { path: plainLine(place.path) }),
              })}
              ${
                place.status === "changed" && place.quote.length > 0
                  ? linkButton({
                      label: translate("Then and now"),
                      press: () => act({ type: "comparePlace", note: note.id, place: place.id }),
                      focus: `comparePlace.${place.id}`,
                      spoken: translate("Then and now: {path}", { path: plainLine(place.path) }),
                    })
                  : nothing
              }`
      }
      ${place.link === undefined ? nothing : outside(view, new URL(place.link))}
    </div>
  </div>`;
}

/** Opens the form that closes the note, with the reason in it where none of its code is left. */
function markAsDone({ note, translate, act, state }: NoteView): void {
  const key = "close.because";
  if (note.places.every(isLost) && (state.typed.text(note.id, key) ?? "") === "")
    act({ type: "type", note: note.id, key, text: translate("Its code was removed.") });
  act({ type: "openForm", form: { kind: "close", as: "done" } });
}

/** What a person said of where a place belongs can be taken back, by saying so. */
function putBack({ note, translate, act, values }: NoteView, place: PlaceState) {
  const { before } = place;
  if (before === undefined) return nothing;
  return html`<p class="meta">
    ${translate("Set by a person. Before, it was at {path}, line {line}.", {
      path: plainLine(before.path),
      line: values.number(before.startLine),
    })}
    ${linkButton({
      label: translate("Put back"),
      press: () =>
        act({
          type: "perform",
          place: `place.${place.id}`,
          action: { type: "putBackPlace", note: note.id, place: place.id },
          forget: [],
        }),
      focus: `putBack.${place.id}`,
      spoken: translate("Put back: {path}", { path: plainLine(before.path) }),
    })}
  </p>`;
}

function lines({ translate, values }: NoteView, { status, startLine, endLine, whole }: PlaceState): string {
  if (whole !== undefined)
    return whole === "file" ? translate("the whole file") : translate("the whole folder");
  const one = startLine === endLine;
  const range = { from: values.number(startLine), to: values.number(endLine) };
  if (status === "orphaned")
    return one
      ? translate("last known at line {from}", range)
      : translate("last known at lines {from} to {to}", range);
  return one ? translate("line {from}", range) : translate("lines {from} to {to}", range);
}

function quote(view: NoteView, place: PlaceState): TemplateResult {
  const { translate, act, state, values } = view;
  if (place.quote.length === 0)
    return html`<p class="meta">${translate("The lines were not shared with the note.")}</p>`;
  const key = `quote.${place.id}`;
  const all = state.folds.has(key);
  const hidden = place.quote.length - LINES_AT_FIRST;
  const shown = all || hidden <= 0 ? place.quote : place.quote.slice(0, LINES_AT_FIRST);
  return html`<pre class="code" tabindex="0" aria-label=${translate("The code as it was")}>
${shown.join("\n")}</pre>
    ${
      hidden <= 0
        ? nothing
        : linkButton({
            label: all
              ? translate("Show fewer lines")
              : hidden === 1
                ? translate("Show 1 more line")
                : translate("Show {count} more lines", { count: values.number(hidden) }),
            press: () => act({ type: "fold", fold: key }),
            focus: key,
            expanded: all,
          })
    }`;
}
