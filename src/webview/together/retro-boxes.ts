import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { RetroPart } from "../../domain/retro/retro.ts";
import { shortLine } from "../../base/plain-text.ts";
import { boxText, textArea } from "../parts/boxes.ts";
import { confirm } from "../parts/confirm.ts";
import { linkButton } from "../parts/controls.ts";
import { fold } from "../parts/fold.ts";
import { form, isOpen } from "../parts/form.ts";
import { personClaim, personName, saidBlock } from "../parts/said.ts";
import { sayBox } from "../parts/say-box.ts";
import { hintsToWriter } from "../parts/writing-hints.ts";
import type { View } from "../view.ts";
import type { ShownRetro } from "./retro-page.ts";

const WITHOUT = { kind: "startWithout" } as const;

/** The PM's box first, then those for everybody; in each what was shared and is shown. */
export function retroBoxes(view: View, retro: ShownRetro): TemplateResult {
  const { translate } = view;
  return html`${part(view, retro, "mine", translate("Something I did that didn't work"), first(view, retro))}
  ${part(view, retro, "inTheWay", translate("What got in the way"), true)}
  ${part(view, retro, "helped", translate("What helped"), true)}`;
}

/** Whether the first box is open here: for whoever looks after the product, and for everybody once the retro is under way. Else what is said instead. */
function first(view: View, retro: ShownRetro): true | TemplateResult {
  const { translate, act, state } = view;
  const fold = `retro.pm.${retro.id}`;
  if (retro.underWay !== null || state.frame?.role === "pm" || state.folds.has(fold)) return true;
  return html`<p>${translate("The PM goes first. You can write below at once.")}</p>
    <p>
      ${linkButton({
        label: translate("I look after the product here"),
        press: () => act({ type: "fold", fold }),
        focus: "retro.pm",
      })}
    </p>`;
}

function part(
  view: View,
  retro: ShownRetro,
  name: RetroPart,
  title: string,
  box: true | TemplateResult,
): TemplateResult {
  const { translate, state } = view;
  const key = `retro.${name}`;
  const shared = retro.words.filter((words) => words.part === name);
  const isFirst = name === "mine" && retro.underWay === null;
  return html`<section aria-label=${title}>
    <h2>${title}</h2>
    ${repeat(
      shared,
      ({ id }) => id,
      (words) => oneWords(view, retro, words),
    )}
    ${
      retro.closed
        ? nothing
        : box !== true
          ? box
          : html`${
                name === "mine" && shared.length === 0
                  ? html`<p class="meta">
                      ${translate(
                        "One thing is enough: a requirement that was not clear, a limit from a stakeholder that was not passed on, a decision made without asking enough people.",
                      )}
                    </p>`
                  : nothing
              }
              <p class="private">
                ${translate(
                  "This stays in the repository for good, with your name. What is only for the room, say in the room.",
                )}
              </p>
              ${sayBox(view, {
                record: retro.id,
                key,
                label: title,
                hideLabel: true,
                submit: translate("Share"),
                ...(name === "inTheWay"
                  ? { hints: (text: string) => hintsToWriter(view, text, { isImpact: false, notWho: true }) }
                  : {}),
                primary: isFirst || (name === "inTheWay" && state.frame?.role !== "pm"),
                action: (text) => ({ type: "shareInRetro", retro: retro.id, part: name, text }),
              })}`
    }
    ${name === "mine" && !retro.closed ? waiting(view, retro) : nothing}
    ${
      !retro.closed || shared.length > 0
        ? nothing
        : html`<p class="meta">
            ${
              retro.othersWrote
                ? translate(
                    "It was closed before the PM shared. Open it again and start without to see what others wrote.",
                  )
                : translate("Nothing was written here.")
            }
          </p>`
    }
  </section>`;
}

/** What somebody shared. Its writer can correct it; what stood there before stays to be read. */
function oneWords(view: View, retro: ShownRetro, words: ShownRetro["words"][number]): TemplateResult {
  const { translate, act, values } = view;
  const { id, by, at, text, mine, earlier } = words;
  const opened = { kind: "retroWords", words: id } as const;
  const canCorrect = mine && !retro.closed;
  return html`<div class="retro-words">
    ${canCorrect && isOpen(view, opened) ? correctForm(view, retro, words) : saidBlock(text)}
    <p class="meta" title=${personClaim(by)}>
      ${translate("{name}, {day}", { name: personName(by), day: values.day(at.slice(0, 10)) })}
      ${earlier.length === 0 ? nothing : html`· ${translate("Corrected")}`}
      ${retro.underWay === null ? html`· ${translate("Not shown to others yet.")}` : nothing}
      ${
        canCorrect && !isOpen(view, opened)
          ? linkButton({
              label: translate("Correct it"),
              press: () => act({ type: "openForm", form: opened }),
              focus: `retroWords.${id}.open`,
              spoken: translate("{action}: {title}", {
                action: translate("Correct it"),
                title: shortLine(text, 80),
              }),
            })
          : nothing
      }
    </p>
    ${
      earlier.length === 0
        ? nothing
        : fold(view, {
            key: `retroWords.${id}`,
            label: translate("What it said before"),
            body: () =>
              earlier.map(
                (one) =>
                  html`${saidBlock(one.text)}
                    <p class="meta">${values.day(one.at.slice(0, 10))}</p>`,
              ),
          })
    }
  </div>`;
}

function correctForm(
  view: View,
  retro: ShownRetro,
  { id, text }: ShownRetro["words"][number],
): TemplateResult {
  const { translate } = view;
  const key = `retroWords.${id}`;
  return form(view, {
    form: { kind: "retroWords", words: id },
    note: retro.id,
    name: translate("Correct it"),
    body: textArea(view, { note: retro.id, key, label: translate("What you meant to say"), base: text }),
    submit: {
      label: translate("Save"),
      action: () => {
        const corrected = boxText(view, retro.id, key, text).trim();
        return corrected === ""
          ? { type: "problem", place: key, text: translate("There is nothing in the box yet."), focus: key }
          : {
              type: "perform",
              place: key,
              action: { type: "correctRetroWords", retro: retro.id, words: id, text: corrected },
              forget: [key],
            };
      },
    },
    after: translate("What it says now stays readable in the repository's history."),
  });
}

/** What is shown when, said plainly; and the way to start without. */
function waiting(view: View, { underWay, othersWrote, id }: ShownRetro): TemplateResult | typeof nothing {
  const { translate, act, values } = view;
  if (underWay !== null)
    return underWay.because === "pmFirst"
      ? nothing
      : html`<p class="meta" title=${personClaim(underWay.by)}>
          ${translate("{name} started without the PM, {day}.", {
            name: personName(underWay.by),
            day: values.day(underWay.at.slice(0, 10)),
          })}
        </p>`;
  return html`<p class="meta">
      ${translate(
        "What is shared goes on record at once. This page shows it to others when the PM has shared, or somebody starts without; whoever opens the record itself can read it before.",
      )}
      ${othersWrote ? translate("Others have written already.") : nothing}
    </p>
    ${
      isOpen(view, WITHOUT)
        ? confirm(view, {
            form: WITHOUT,
            question: translate("Start without the PM? What everybody wrote is shown from now on."),
            yes: translate("Start without"),
            action: { type: "startRetroWithout", retro: id },
          })
        : html`<p>
            ${linkButton({
              label: translate("Start without"),
              press: () => act({ type: "openForm", form: WITHOUT }),
              focus: "startWithout.open",
              spoken: translate("Start without the PM"),
            })}
          </p>`
    }`;
}
