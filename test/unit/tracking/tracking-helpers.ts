import { SourceFile } from "../../../src/anchoring/tracking/source-file.ts";
import { trackStep } from "../../../src/anchoring/tracking/track.ts";
import type { Answer } from "../../../src/anchoring/tracking/answer.ts";
import type { Region } from "../../../src/anchoring/tracking/places.ts";

/** A text written with the indentation of the test around it. */
export function code(text: string): string {
  const lines = text.replace(/^\n/, "").split("\n");
  if (lines.at(-1)?.trim() === "") lines.pop();
  const indent = Math.min(...lines.filter((line) => line.trim() !== "").map((line) => line.search(/\S/)));
  return lines.map((line) => line.slice(indent)).join("\n") + "\n";
}

/** The region of `text` between the lines marked `«` and `»` at their ends; the marks are taken out. */
export function marked(path: string, text: string): { region: Region; text: string } {
  const lines = code(text).split("\n");
  const from = lines.findIndex((line) => line.includes("«"));
  const to = lines.findLastIndex((line) => line.includes("»"));
  if (from < 0 || to < from) throw new Error("mark the region with « and »");
  const plain = lines.map((line) => line.replace(/\s*[«»]+\s*$/, "")).join("\n");
  return { region: { file: new SourceFile(path, plain), startLine: from + 1, endLine: to + 1 }, text: plain };
}

/** Tracks the marked region of `before` into `after` at the same path, and says where the marks of `after` say it should be. */
export function followed(
  path: string,
  before: string,
  after: string,
): { answer: Answer; wanted: [number, number] } {
  const old = marked(path, before).region;
  const now = marked(path, after).region;
  return { answer: trackStep(old, { files: [now.file] }), wanted: [now.startLine, now.endLine] };
}

export const linesOf = (answer: Answer): [number, number] | "orphaned" =>
  answer.status === "orphaned" ? "orphaned" : [answer.startLine, answer.endLine];
