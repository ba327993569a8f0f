import { dayOf } from "../../domain/dates.ts";
import type { Said } from "../../domain/record.ts";
import { inline } from "./markdown-text.ts";

// Who said something and when, and lists of it, as every page has them.

export const name = (person: { readonly name: string }): string => inline(person.name, 80);
export const said = ({ by, at }: Said): string => `${name(by)}, ${dayOf(at)}`;
export const who = (one: Said): string => `(${said(one)})`;
export const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join("\n");

/** At the foot of a page that shows one record. */
export const FOOT =
  "---\n\nNames are as set in git by whoever wrote. Sightline writes this page from the record; what is changed here is written over.";
