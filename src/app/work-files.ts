import { codeFile, MAX_FILE_CHARACTERS } from "../anchoring/code-file.ts";
import type { CodeFile } from "../anchoring/code-file.ts";
import { SourceFile } from "../anchoring/tracking/source-file.ts";
import { fingerprint } from "../base/fingerprint.ts";
import { Recent } from "../base/recent.ts";
import type { CodeReader, CodeText } from "./ports.ts";

/** Files whose lines are kept ready at once. A window shows a handful, a note names a few. */
const FILES_KEPT = 32;

/** A file of the work tree as it is now, made ready for what is asked of it. */
export interface WorkFile {
  readonly kind: "text";
  readonly path: string;
  readonly text: string;
  /** Equal stamps are equal texts, by all odds. */
  readonly stamp: string;
  readonly lines: CodeFile;
  readonly source: SourceFile;
}

export type WorkFileState = WorkFile | Exclude<CodeText, { kind: "text" }>;

export type ReadWorkFile = (path: string) => Promise<WorkFileState>;

/** Files that are open at once: a system has some hundred for everybody. */
const READ_AT_ONCE = 16;

/** Has files read side by side that will be asked for one after the other. */
export async function readAhead(paths: readonly string[], read: ReadWorkFile): Promise<void> {
  const all = [...new Set(paths)];
  for (let from = 0; from < all.length; from += READ_AT_ONCE)
    await Promise.all(all.slice(from, from + READ_AT_ONCE).map((path) => read(path)));
}

/** A word for a file's state: equal words, equal states. */
export const stampOf = (file: WorkFileState): string => (file.kind === "text" ? file.stamp : file.kind);

/** Reads the files of the work tree. A file that is as it was when it was last read costs its reading, and nothing else. */
export class WorkFiles {
  readonly #code: CodeReader;
  readonly #ready = new Recent<string, WorkFile>(FILES_KEPT);

  constructor(code: CodeReader) {
    this.#code = code;
  }

  /** Reads for one answer: each file once, however often it is asked for. */
  look(): ReadWorkFile {
    const read = new Map<string, Promise<WorkFileState>>();
    return (path) => {
      const reading = read.get(path) ?? this.read(path);
      read.set(path, reading);
      return reading;
    };
  }

  async read(path: string): Promise<WorkFileState> {
    const code = await this.#code.read(path);
    if (code.kind !== "text") return code;
    if (code.text.length > MAX_FILE_CHARACTERS) return { kind: "tooLarge" };
    const before = this.#ready.get(path);
    const ready = before?.text === code.text ? before : workFile(path, code.text);
    this.#ready.set(path, ready);
    return ready;
  }
}

function workFile(path: string, text: string): WorkFile {
  let stamp: string | undefined;
  let lines: CodeFile | undefined;
  let source: SourceFile | undefined;
  return {
    kind: "text",
    path,
    text,
    get stamp() {
      return (stamp ??= fingerprint(text));
    },
    get lines() {
      return (lines ??= codeFile(text));
    },
    get source() {
      return (source ??= new SourceFile(path, text));
    },
  };
}
