import type { TemplateResult } from "lit";
import { pageLink } from "../parts/controls.ts";
import { saidLine } from "../parts/said.ts";
import type { View } from "../view.ts";

/** A note by its title; `from` tells two links to the same note apart. */
export const noteLink = ({ act }: View, id: string, title: string, from: string): TemplateResult =>
  pageLink({
    label: saidLine(title),
    follow: () => act({ type: "go", route: { section: "notes", note: id } }),
    focus: `${from}.${id}`,
  });
