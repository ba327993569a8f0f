import type { Person } from "../../../domain/person.ts";

/** A word for whom a signature is of; undefined for one without a name or an address. */
export type Who = (signature: Person) => string | undefined;

/**
 * Tells people apart by all that was ever signed in a record: whoever shares an address or a name with somebody is the same person, over
 * any number of signatures. Rather two people too few than one too many: a figure needs enough of them.
 */
export function whoIsWho(signatures: Iterable<Person>): Who {
  const leads = new Map<string, string>();
  const end = (sign: string): string => {
    let at = sign;
    for (let next = leads.get(at); next !== undefined; next = leads.get(at)) at = next;
    // What is asked often leads there at once.
    if (at !== sign) leads.set(sign, at);
    return at;
  };
  const seen = new Set<string>();
  for (const signature of signatures) {
    const [one, other] = signsOf(signature);
    if (one === undefined || other === undefined || seen.has(`${one}\n${other}`)) continue;
    seen.add(`${one}\n${other}`);
    const from = end(other);
    const to = end(one);
    if (from !== to) leads.set(from, to);
  }
  return (signature) => {
    const [sign] = signsOf(signature);
    return sign === undefined ? undefined : end(sign);
  };
}

function signsOf({ email, name }: Person): readonly string[] {
  const address = email.trim().toLowerCase();
  const called = name.trim().toLowerCase();
  return [...(address === "" ? [] : [`email ${address}`]), ...(called === "" ? [] : [`name ${called}`])];
}
