import { command, lineOfText } from "../command.ts";
import type { CommitIdentity } from "../commit-identity.ts";
import { ObjectId } from "../object-id.ts";

export interface ImportedFile {
  readonly path: string;
  readonly content: Uint8Array;
}

export interface NewCommit {
  /** Undefined for a first commit. */
  readonly parent: ObjectId | undefined;
  /** Files or folders of the parent that are gone, before `files` are set. */
  readonly remove?: readonly string[];
  readonly files: AsyncIterable<ImportedFile>;
  readonly message: string;
  readonly identity: CommitIdentity;
}

/** The name git wants for what it builds. It is given up before the end, so that no ref is made, and no lock taken. */
const SCRATCH_REF = "refs/sightline/scratch";

/** 5 min: a first commit may hold a hundred thousand lines. */
const LIMIT_MS = 300_000;

/** Writes a commit that sets `files` on top of its parent's, in one process whatever their number (git-fast-import(1)). No ref stays. */
export const importCommit = (commit: NewCommit) =>
  command<ObjectId>({
    // One pack: as loose objects, each file and folder would wait for the disk by itself.
    settings: ["fastimport.unpackLimit=1"],
    args: ["fast-import", "--quiet", "--done", "--date-format=raw"],
    input: () => script(commit),
    limitMs: LIMIT_MS,
    read: ({ stdout }) => ObjectId.parse(lineOfText(stdout)),
  });

async function* script(commit: NewCommit): AsyncGenerator<Uint8Array> {
  const { parent, remove = [], files, message, identity } = commit;
  const who = `${identity.name} <${identity.email}> ${identity.date}`;
  yield text(`commit ${SCRATCH_REF}\nmark :1\nauthor ${who}\ncommitter ${who}\n`);
  yield* data(Buffer.from(message, "utf8"));
  if (parent !== undefined) yield text(`from ${parent}\n`);
  for (const path of remove) yield text(`D ${quoted(path)}\n`);
  for await (const { path, content } of files) {
    yield text(`M 100644 inline ${quoted(path)}\n`);
    yield* data(content);
  }
  yield text(`\nget-mark :1\nreset ${SCRATCH_REF}\n\ndone\n`);
}

function* data(content: Uint8Array): Generator<Uint8Array> {
  yield text(`data ${content.length}\n`);
  if (content.length > 0) yield content;
  yield text("\n");
}

/** As a C string: the only form that takes every path. Pages have no control characters in their paths. */
const quoted = (path: string): string => `"${path.replace(/[\\"]/g, "\\$&")}"`;

const text = (line: string): Uint8Array => Buffer.from(line, "utf8");
