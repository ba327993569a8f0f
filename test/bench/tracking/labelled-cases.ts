import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod/mini";
import { SourceFile } from "../../../src/anchoring/tracking/source-file.ts";
import type { Region, Snapshot } from "../../../src/anchoring/tracking/places.ts";

const Line = z.int().check(z.gte(1));
const CaseFile = z.object({ path: z.string(), blob: z.string().check(z.regex(/^[0-9a-f]{40}$/)) });

/** What a tracker may use of a case. */
const Question = z.object({
  id: z.string(),
  repo: z.string(),
  language: z.string(),
  oldPath: z.string(),
  oldBlob: CaseFile.shape.blob,
  startLine: Line,
  endLine: Line,
  git: z.object({ status: z.enum(["M", "D", "R", "="]), to: z.optional(z.string()) }),
  files: z.array(CaseFile),
  steps: z.optional(z.array(z.object({ files: z.array(CaseFile) }))),
});

const Expected = z.discriminatedUnion("status", [
  z.object({ status: z.literal("found"), path: z.string(), startLine: Line, endLine: Line }),
  z.object({ status: z.literal("deleted") }),
]);
export type Expected = z.infer<typeof Expected>;

/** What is only for telling the figures apart, and never for the tracker. */
const Labels = z.object({ kind: z.string(), change: z.string(), source: z.string(), expected: Expected });

const LabelledCase = z.extend(Question, Labels.shape);
export type LabelledCase = z.infer<typeof LabelledCase>;
export type CaseQuestion = z.infer<typeof Question>;

/** Reads `cases.jsonl` of a folder of labelled cases. */
export function readCases(folder: string): LabelledCase[] {
  return readLines(folder).map((line) => LabelledCase.parse(line));
}

/** The same without anything that tells the answer. */
export function readQuestions(folder: string): CaseQuestion[] {
  return readLines(folder).map((line) => Question.parse(line));
}

const readLines = (folder: string): unknown[] =>
  readFileSync(path.join(folder, "cases.jsonl"), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line): unknown => JSON.parse(line));

/** A case as the tracker sees it: the region and the snapshots, the last one being the tree to look in. */
export interface ReadyCase {
  readonly region: Region;
  readonly walk: readonly Snapshot[];
}

/** Reads the texts of a case. A text that several snapshots have is read and made ready once. */
export function readyCase(folder: string, question: CaseQuestion): ReadyCase {
  const known = new Map<string, SourceFile>();
  const source = (file: z.infer<typeof CaseFile>): SourceFile => {
    const key = `${file.blob} ${file.path}`;
    const ready =
      known.get(key) ??
      new SourceFile(file.path, readFileSync(path.join(folder, "blobs", file.blob), "utf8"));
    known.set(key, ready);
    return ready;
  };
  const renames = new Map<string, string>(
    question.git.status === "R" && question.git.to !== undefined ? [[question.oldPath, question.git.to]] : [],
  );
  const snapshot = (files: readonly z.infer<typeof CaseFile>[]): Snapshot => ({
    files: files.map(source),
    renames,
  });
  return {
    region: {
      file: source({ path: question.oldPath, blob: question.oldBlob }),
      startLine: question.startLine,
      endLine: question.endLine,
    },
    walk: [...(question.steps ?? []).map((step) => snapshot(step.files)), snapshot(question.files)],
  };
}
