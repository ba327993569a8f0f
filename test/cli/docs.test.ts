import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as z from "zod/mini";
import { commandNames } from "../../src/cli/command-names.ts";
import { CheckDocument, Finding } from "../../src/cli/documents/check-document.ts";
import { CompactDocument } from "../../src/cli/documents/compact-document.ts";
import { ErrorDocument } from "../../src/cli/documents/error-document.ts";
import { ExportDocument } from "../../src/cli/documents/export-document.ts";
import { RedactDocument } from "../../src/cli/documents/redact-document.ts";
import { ListDocument } from "../../src/cli/documents/list-document.ts";
import { LogDocument } from "../../src/cli/documents/log-document.ts";
import { ShowDocument } from "../../src/cli/documents/note-document.ts";
import { SavedDocument } from "../../src/cli/documents/saved-document.ts";
import { SyncDocument } from "../../src/cli/documents/sync-document.ts";
import { EXIT } from "../../src/cli/exit-codes.ts";
import {
  answersBeforeItHurt,
  closings,
  confidences,
  deciders,
  hurts,
  kinds,
  likelihoods,
  reversibilities,
  statuses,
} from "../../src/cli/read/word-table.ts";
import { CSV_COLUMNS } from "../../src/cli/text/export-csv.ts";
import { runHere } from "./run-here.ts";

const page = readFileSync(path.resolve(__dirname, "../../docs/cli.md"), "utf8");
/** Everything on the page that stands in backquotes, cut into words. */
const words = new Set([...page.matchAll(/`([^`\n]+)`/g)].flatMap(([, code = ""]) => code.split(/[^\w.-]+/)));

const documents = {
  saved: SavedDocument,
  list: ListDocument,
  show: ShowDocument,
  export: ExportDocument,
  log: LogDocument,
  sync: SyncDocument,
  redact: RedactDocument,
  check: CheckDocument,
  compact: CompactDocument,
  error: ErrorDocument,
};

/** Names of fields, and words of closed lists, in a JSON schema. */
function* namesIn(schema: unknown): Generator<string> {
  if (Array.isArray(schema)) for (const part of schema) yield* namesIn(part);
  else if (typeof schema === "object" && schema !== null)
    for (const [key, value] of Object.entries(schema)) {
      if (key === "properties" && typeof value === "object" && value !== null)
        yield* Object.keys(value as object);
      if (key === "enum" && Array.isArray(value)) yield* value.map(String);
      yield* namesIn(value);
    }
}

describe("docs/cli.md", () => {
  it("names every option of every command", async () => {
    for (const name of commandNames) {
      const { out } = await runHere(tmpdir(), {}, [name, "--help"]);
      const own = out.slice(out.indexOf("\nOptions:"), out.indexOf("\nGlobal Options:"));
      const options = [...own.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)/gm)].map(([, option = ""]) => option);
      const row = page.split("\n").find((line) => line.startsWith(`| \`${name}`)) ?? "";
      const shared = /the fields below|the filters below/.test(row) ? page : row;
      for (const option of options)
        if (option !== "--help") assert.ok(shared.includes(`\`${option}`), `${name} ${option}`);
    }
  });

  it("names no option that isn't there", async () => {
    const helps = await Promise.all(commandNames.map((name) => runHere(tmpdir(), {}, [name, "--help"])));
    const known = helps.map(({ out }) => out).join("\n");
    for (const word of words)
      if (word.startsWith("--") && word !== "--") assert.ok(known.includes(word), word);
  });

  it("has every word that options take, and no other", () => {
    const rows: Readonly<Record<string, ReadonlyMap<string, string>>> = {
      "--kind": kinds,
      "--status": statuses,
      "--close": closings,
      "--before-it-hurt": answersBeforeItHurt,
      "--who-decides": deciders,
      "--sure": confidences,
      "--undo": reversibilities,
      "--likelihood": likelihoods,
      "--hurts": hurts,
    };
    for (const [option, table] of Object.entries(rows)) {
      const row = page.split("\n").find((line) => line.startsWith(`| \`${option}\` |`)) ?? "";
      const named = [...row.matchAll(/`([\w-]+)`/g)].map(([, word = ""]) => word).slice(1);
      assert.deepEqual(named, [...table.keys()], option);
    }
  });

  it("has every exit code, and no other", () => {
    const section = page.slice(page.indexOf("## Exit codes"), page.indexOf("## JSON"));
    const codes = [...section.matchAll(/^\| (\d+) \|/gm)].map(([, code]) => Number(code));
    assert.deepEqual(codes, Object.values(EXIT));
  });

  for (const [name, schema] of Object.entries(documents)) {
    it(`names every field and word of the ${name} document`, () => {
      const missing = [...new Set(namesIn(z.toJSONSchema(schema)))].filter((field) => !words.has(field));
      assert.deepEqual(missing, []);
    });
  }

  it("explains every finding of check, and names every column of CSV", () => {
    for (const kind of Finding.shape.kind.options)
      assert.match(page, new RegExp(`^\\|.*\`${kind}\`.*\\| \\w`, "m"));
    for (const column of CSV_COLUMNS) assert.ok(words.has(column), column);
  });
});
