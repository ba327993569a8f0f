import { html } from "lit";
import type { TemplateResult } from "lit";
import type { ViewState } from "../protocol/views.ts";
import type { ShownView } from "./page-state.ts";
import { button } from "./parts/controls.ts";
import { milestonePage } from "./roadmap/milestone-page.ts";
import { wordsPage } from "./together/words-page.ts";
import { retroPage } from "./together/retro-page.ts";
import { oneOnOnePage } from "./together/one-on-one-page.ts";
import { roadmapView } from "./roadmap/roadmap-view.ts";
import type { View } from "./view.ts";
import { newWhyPage } from "./why/new-why-page.ts";
import { whyPage } from "./why/why-page.ts";

/** A page beside the notes, or what stands in its place while it is read, or can't be. */
export function shownView(view: View, shown: ShownView): TemplateResult {
  const { translate, act, state } = view;
  switch (shown.kind) {
    case "here":
      return pageOf(view, shown.view);
    case "loading":
      return html`<div class="page" aria-busy="true">
        <p class="meta loading" role="status">${translate("Reading …")}</p>
      </div>`;
    case "missing":
      return inTheWay(
        translate("This is not here"),
        translate("It may not have reached this machine yet. Sync, and it opens when it is here."),
        button({
          label: translate("Sync"),
          press: () => act({ type: "sync" }),
          focus: "sync.missing",
          primary: true,
          busy: state.busy.has("sync"),
        }),
      );
    case "failed":
      return inTheWay(
        translate("This can't be shown"),
        shown.explanation,
        button({
          label: translate("Try again"),
          press: () => act({ type: "again" }),
          focus: "again",
          primary: true,
        }),
      );
  }
}

function pageOf(view: View, shown: ViewState): TemplateResult {
  switch (shown.view) {
    case "roadmap":
      return roadmapView(view, shown);
    case "milestone":
      return milestonePage(view, shown);
    case "oneOnOne":
      return oneOnOnePage(view, shown);
    case "retro":
      return retroPage(view, shown);
    case "words":
      return wordsPage(view, shown);
    case "brief":
      return whyPage(view, shown);
    case "newBrief":
      return newWhyPage(view, shown);
  }
}

const inTheWay = (title: string, explanation: string, action: TemplateResult): TemplateResult =>
  html`<div class="page">
    <h1 tabindex="-1" data-focus="title">${title}</h1>
    <div class="empty">
      <p>${explanation}</p>
      <div class="buttons">${action}</div>
    </div>
  </div>`;
