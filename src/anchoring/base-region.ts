import type { Anchor } from "../domain/anchor.ts";
import { codeFile, comparableLine } from "./code-file.ts";
import { locateIn } from "./locate.ts";
import { hasLines } from "./tracking/places.ts";
import type { Region } from "./tracking/places.ts";
import { SourceFile } from "./tracking/source-file.ts";

/**
 * The region of an anchor in the text of the commit that it was made at. Undefined where it is not in there: the lines were not committed
 * then, or a filter writes files otherwise than git keeps them. `file` is made of `text`, once for all anchors in it.
 */
export function regionIn(anchor: Anchor, text: string, file: SourceFile): Region | undefined {
  const { quote, startLine } = anchor;
  const endLine = Math.min(anchor.endLine, file.count);
  if (file.tooLarge || startLine > endLine) return undefined;
  const isAsQuoted = quote?.every((line, at) => {
    const row = startLine - 1 + at;
    return comparableLine(file.lines[row] ?? "") === comparableLine(line);
  });
  const location = isAsQuoted === true ? undefined : locateIn(anchor, codeFile(text));
  if (location !== undefined && location.kind !== "found") return undefined;
  const lines = location ?? { startLine, endLine };
  const region = { file, startLine: lines.startLine, endLine: Math.min(lines.endLine, file.count) };
  return hasLines(region) ? region : undefined;
}

/** The region in a text made of nothing but what the anchor itself quotes. Undefined where its lines were not to be shared. */
export function quotedRegion({ path, quote, before = [], after = [] }: Anchor): Region | undefined {
  if (quote === undefined || quote.length === 0) return undefined;
  const file = new SourceFile(path, [...before, ...quote, ...after].join("\n"));
  const startLine = before.length + 1;
  const endLine = Math.min(before.length + quote.length, file.count);
  return file.tooLarge || startLine > endLine ? undefined : { file, startLine, endLine };
}
