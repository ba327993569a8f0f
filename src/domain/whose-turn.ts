import type { Said } from "./record.ts";

/** Whom something that was asked waits for: somebody to answer, its asker to accept, or nobody. */
export type Turn = "answer" | "asker" | "nobody";

/** Whose turn it is in something that is asked, answered, asked further and accepted by its asker. */
export function whoseTurn({
  accepted,
  replies,
}: {
  readonly accepted?: Said | undefined;
  readonly replies: readonly { readonly kind: "answer" | "further" }[];
}): Turn {
  if (accepted !== undefined) return "nobody";
  return replies.at(-1)?.kind === "answer" ? "asker" : "answer";
}
