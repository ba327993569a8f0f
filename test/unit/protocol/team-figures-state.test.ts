import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import * as z from "zod/mini";
import { projectRoot } from "../../../scripts/project.ts";
import { TeamFigures } from "../../../src/protocol/team-figures-state.ts";

/** The names of all fields in a JSON schema. */
function fieldsIn(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(fieldsIn);
  if (typeof schema !== "object" || schema === null) return [];
  return Object.entries(schema).flatMap(([key, inner]: [string, unknown]) =>
    key === "properties" && typeof inner === "object" && inner !== null
      ? [...Object.keys(inner), ...Object.values(inner).flatMap(fieldsIn)]
      : fieldsIn(inner),
  );
}

describe("the figures of a team, on their way to the page", () => {
  it("have these fields and no other: none is a person, or is about one", () => {
    assert.deepEqual([...new Set(fieldsIn(z.toJSONSchema(TeamFigures)))].sort(), [
      "about",
      "cases",
      "definition",
      "enough",
      "figures",
      "label",
      "months",
      "more",
      "of",
      "record",
      "sentence",
      "sentences",
      "title",
      "tooEarly",
    ]);
  });

  it("go to the page of the retro and nowhere else: no export, no command line, no file holds them", () => {
    const source = path.join(projectRoot, "src");
    const named = readdirSync(source, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .filter((file) =>
        /from ".*\/(team-figures|team-figures-state|figures\/[\w-]+)\.ts"/.test(
          readFileSync(path.join(source, file), "utf8"),
        ),
      )
      .map((file) => file.replaceAll(path.sep, "/"))
      .filter((file) => !file.startsWith("app/together/figures/"));
    assert.deepEqual(named.sort(), [
      "app/together/team-figures.ts",
      "app/views/retro-state.ts",
      "protocol/retro-state.ts",
      "webview/together/retro-page.ts",
      "webview/together/team-figures.ts",
    ]);
  });
});
