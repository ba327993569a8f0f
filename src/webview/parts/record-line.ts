import { html } from "lit";
import type { TemplateResult } from "lit";
import type { RecordId } from "../../domain/ids.ts";
import type { Route } from "../../protocol/route.ts";
import type { View } from "../view.ts";
import { pageLink } from "./controls.ts";
import { saidLine } from "./said.ts";

/** A record by its title, and what is said of it in a sentence. */
export interface RecordLine {
  readonly of: "note" | "milestone" | "brief";
  readonly record: RecordId;
  readonly title: string;
  readonly sentence: string;
}

/** The page of a record of these kinds. */
export const routeTo = ({ of, record }: Pick<RecordLine, "of" | "record">): Route =>
  of === "note" ? { section: "notes", note: record } : { section: "roadmap", show: { view: of, id: record } };

/** The title, which leads to its page, over the sentence. */
export const recordLine = ({ act }: View, line: RecordLine, focus: string): TemplateResult =>
  html`<li class="since-line">
    ${pageLink({
      label: html`<span class="row-title" dir="auto">${line.title}</span>`,
      follow: () => act({ type: "go", route: routeTo(line) }),
      focus,
    })}
    <p class="meta">${saidLine(line.sentence)}</p>
  </li>`;
