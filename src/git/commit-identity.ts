import type { Person } from "../domain/person.ts";

/** Author and committer as git stores them. */
export interface CommitIdentity {
  readonly name: string;
  readonly email: string;
  /** Seconds since 1970 and the zone, git's "raw" date. Always UTC: where somebody sits is not part of the record. */
  readonly date: string;
}

/** What git does not take in a name or an address: it would end the field, or the line. */
const breaking = /[<>\n\r\0]/g;

/** What git strips off the ends by itself (ident.c, `crud`); a name of nothing else would be refused. */
const crud = /^[\s.,:;"'\\]+|[\s.,:;"'\\]+$/g;

/** A person as the author of a commit. Never empty: without a name the first part of the address stands in. */
export function commitIdentity(person: Person, milliseconds: number): CommitIdentity {
  const email = clean(person.email);
  return {
    name: clean(person.name) || clean(email.split("@")[0] ?? "") || "Somebody",
    email,
    date: `${Math.floor(milliseconds / 1000)} +0000`,
  };
}

const clean = (text: string): string =>
  text.replace(breaking, " ").replace(/\s+/g, " ").replace(crud, "").replace(crud, "");
