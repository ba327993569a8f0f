import assert from "node:assert/strict";
import * as z from "zod/mini";
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
});
