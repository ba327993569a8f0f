import { NotWritable } from "../app/private-json.ts";
import type { Problem } from "./problem.ts";

/** The problem that an error stands for, where it is one that a person can do something about; undefined for a bug. */
export const problemOf = (error: unknown): Problem | undefined =>
  error instanceof NotWritable
    ? { kind: "refused", refusal: { kind: "notWritable", detail: error.message } }
    : undefined;
