import type { Anchor } from "../domain/anchor.ts";
import type { Tracking } from "./ports.ts";
import { secretIn, secretLabel } from "./secret-patterns.ts";
import type { SecretKind } from "./secret-patterns.ts";
import type { Wording } from "./wording.ts";

/** Why the lines of a place should not be shared without asking. */
export type QuoteConcern =
  | { readonly kind: "notCommitted"; readonly tracking: Exclude<Tracking, "tracked"> }
  | {
      readonly kind: "secret";
      readonly what: SecretKind;
      /** As near as it can be told, from 1. */ readonly line: number;
    };

/**
 * What to ask about before the lines of an anchor are shared, context included; empty where there is nothing. `text` is the whole file,
 * where it is at hand: only it tells that lines lie inside a private key.
 */
export function quoteConcerns(anchor: Anchor, tracking: Tracking, text?: string): readonly QuoteConcern[] {
  const lines = quotedLines(anchor);
  if (lines.length === 0) return [];
  const concerns: QuoteConcern[] = tracking === "tracked" ? [] : [{ kind: "notCommitted", tracking }];
  const secret = lines.flatMap(({ line, text: code }) => {
    const what = secretIn(code);
    return what === undefined ? [] : [{ kind: "secret", what, line } as const];
  })[0];
  const first = lines[0]?.line ?? anchor.startLine;
  if (secret !== undefined) concerns.push(secret);
  else if (text !== undefined && isInsideKey(text, first, first + lines.length - 1))
    concerns.push({ kind: "secret", what: "privateKey", line: anchor.startLine });
  return concerns;
}

/**
 * The anchor without a line of code. The file's hash stays only where the file is the team's anyway (`tracking` is "tracked"): of a file
 * that only this machine has, it would let others try out what might be in it.
 */
export function withoutQuote(anchor: Anchor, tracking: Tracking = "untracked"): Anchor {
  const { path, commit, whole, startLine, endLine, symbol, fileHash } = anchor;
  return {
    path,
    ...(whole === undefined ? {} : { whole }),
    ...(commit === undefined ? {} : { commit }),
    startLine,
    endLine,
    ...(symbol === undefined ? {} : { symbol }),
    ...(fileHash === undefined || tracking !== "tracked" ? {} : { fileHash }),
  };
}

/** What the person is asked, in a sentence or two. */
export function concernWords(concerns: readonly QuoteConcern[], { translate }: Wording): string {
  return concerns
    .map((concern) =>
      concern.kind === "notCommitted"
        ? translate(
            "This file is ignored by git or not committed. The quoted lines would be shared with the note.",
          )
        : translate("These lines look like they hold a secret: {what}.", {
            what: secretLabel(concern.what, translate),
          }),
    )
    .join(" ");
}

/** Every line the anchor holds, with its number as it was. */
function quotedLines(anchor: Anchor): readonly { readonly line: number; readonly text: string }[] {
  const { startLine, endLine, before = [], quote = [], after = [] } = anchor;
  const numbered = (lines: readonly string[], from: number) =>
    lines.map((text, at) => ({ line: from + at, text }));
  return [
    ...numbered(before, startLine - before.length),
    ...numbered(quote, startLine),
    ...numbered(after, endLine + 1),
  ];
}

/** Whether any line from `first` to `last` lies between the head and the foot of a private key. */
function isInsideKey(text: string, first: number, last: number): boolean {
  let isInside = false;
  for (const [at, line] of text.split(/\r\n?|\n/).entries()) {
    if (/-----BEGIN [A-Z0-9 ]{0,60}PRIVATE KEY/.test(line)) isInside = true;
    if (isInside && at + 1 >= first && at + 1 <= last) return true;
    if (/-----END [A-Z0-9 ]{0,60}PRIVATE KEY/.test(line)) isInside = false;
    if (at + 1 > last) return false;
  }
  return false;
}
