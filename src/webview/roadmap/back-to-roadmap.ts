import { html } from "lit";
import type { TemplateResult } from "lit";
import { pageLink } from "../parts/controls.ts";
import type { View } from "../view.ts";

export const backToRoadmap = ({ translate, act }: View): TemplateResult =>
  pageLink({
    label: html`<span aria-hidden="true">‹ </span>${translate("Roadmap")}`,
    follow: () => act({ type: "go", route: { section: "roadmap", show: { view: "roadmap" } } }),
    focus: "back",
  });
