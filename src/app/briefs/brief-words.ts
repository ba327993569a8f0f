import { plainLine } from "../../base/plain-text.ts";
import type { Translate } from "../../base/translate.ts";
import type { BriefFields } from "../../domain/brief/brief.ts";
import type { Book } from "../book.ts";
import { dayWords } from "../date-words.ts";
import type { Viewer } from "../now/viewer.ts";

/** The names of a brief's fields on screen. */
export function briefFieldLabel(field: keyof BriefFields, translate: Translate): string {
  switch (field) {
    case "text":
      return translate("The why");
    case "scope":
      return translate("What it is for");
    case "areas":
      return translate("Parts of the product");
  }
}

/** The value of a brief's field as text. */
export function briefValueWords(
  { text, scope, areas }: Partial<BriefFields>,
  { book, viewer }: { readonly book: Book; readonly viewer: Viewer },
): string {
  const { today, wording } = viewer;
  if (text !== undefined) return text;
  if (areas !== undefined) return areas.map(({ name }) => name).join(", ");
  if (scope?.kind === "milestone")
    return plainLine(book.of("milestone").get(scope.milestone)?.fields.title.value ?? "");
  if (scope?.kind !== "sprint") return "";
  const days = wording.translate("{from} to {to}", {
    from: dayWords(scope.from, today, wording),
    to: dayWords(scope.to, today, wording),
  });
  return scope.name === "" ? days : `${scope.name} · ${days}`;
}
