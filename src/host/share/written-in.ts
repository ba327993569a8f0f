import type { Draft } from "../../app/session.ts";

/** What a person wrote in a draft, to be copied where it can't be kept or shared as it is. */
export const writtenIn = ({ fields }: Pick<Draft, "fields">): string =>
  [fields.title, fields.impact].filter((line) => line !== undefined).join("\n");
