import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { plainLine } from "../../base/plain-text.ts";
import type { Area } from "../../protocol/brief-state.ts";

/** What an area is called; by its first path until it has a name. */
export const areaLabel = ({ name, paths }: Area): string => plainLine(name) || plainLine(paths[0] ?? "");

/** The folders and files behind the names, for those who know them. */
export const areaFiles = (areas: readonly Area[]): TemplateResult =>
  html`<ul class="plain area-files">
    ${areas.map(
      (area) =>
        html`<li>
          ${plainLine(area.name) === "" ? nothing : html`<span dir="auto">${plainLine(area.name)}</span>`}
          ${area.paths.map((path) => html`<code dir="ltr">${plainLine(path)}</code> `)}
        </li>`,
    )}
  </ul>`;
