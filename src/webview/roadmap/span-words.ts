import type { View } from "../view.ts";

/** A number of calendar days as people say it: in weeks where it comes out even. Never negative. */
export function spanWords({ values }: Pick<View, "values">, days: number): string {
  const length = Math.abs(days);
  return length >= 14 && length % 7 === 0
    ? values.amount(length / 7, "weeks")
    : values.amount(length, "days");
}

/** "moved 2 weeks", "moved 3 days earlier". */
export function movedWords(view: Pick<View, "values" | "translate">, days: number): string {
  const span = spanWords(view, days);
  return days < 0
    ? view.translate("moved {span} earlier", { span })
    : view.translate("moved {span}", { span });
}
