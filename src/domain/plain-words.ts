/** What a reader outside engineering may stumble over in a text, and what else helps its writer. A hint, never a block. */
export interface WritingHints {
  /** Abbreviations nobody has explained, identifiers, file names: in the order of the text, each once. */
  readonly stumbles: readonly string[];
  /** It names somebody who is on the record. */
  readonly namesPerson: boolean;
  /** So short that it hardly says what a user will notice, and from when. */
  readonly short: boolean;
}

export interface KnownWords {
  /** Words of the glossary. */
  readonly terms: readonly string[];
  /** Names of people of the record. */
  readonly people: readonly string[];
}

/** Abbreviations that a newspaper prints without explaining them, in English and French. */
const everyday = new Set(
  (
    "PM AM OK TV PC USB GPS FAQ PDF CEO USA US UK EU UE ONU TVA VAT HR RH IT DVD CD ID VIP SMS QR PIN ATM EUR USD GBP " +
    "AI IA CET GMT UTC Q1 Q2 Q3 Q4 T1 T2 T3 T4 KG KM"
  ).split(" "),
);

/** Words of a text that are shown at most. */
const SHOWN = 6;
/** Fewer characters than this say little. */
const SHORT = 20;

const abbreviation = /^\p{Lu}[\p{Lu}\p{N}]*\p{Lu}[\p{Lu}\p{N}]*s?$|^\p{Lu}\p{Lu}+$/u;
const camelCase = /^[\p{Ll}$_]+[\p{Ll}\p{N}]*\p{Lu}[\p{L}\p{N}]*$|^(?:\p{Lu}\p{Ll}+){2,}\p{N}*$/u;
const snakeCase = /^[\p{L}\p{N}]*_[\p{L}\p{N}_]*$/u;
const call = /^[\p{L}_$][\p{L}\p{N}_$.]*\(\)$/u;
const path = /^(?:[.~]{0,2}\/)?[\p{L}\p{N}_.@-]+(?:\/[\p{L}\p{N}_.@-]+)+$/u;
const fileName =
  /^[\p{L}\p{N}_.-]+\.(?:ts|tsx|js|jsx|mjs|py|rb|go|rs|java|kt|cs|cpp|c|h|php|swift|sql|sh|ya?ml|json|toml|xml|html|css|scss|md|txt|log|lock|env|ini|cfg|conf)$/iu;

/** Two sides of a choice ("and/or", "et/ou", "24/7", "2/3") are no path. */
const isChoice = (word: string): boolean => /^(?:\p{L}{1,3}\/\p{L}{1,3}|\p{N}+(?:\/\p{N}+)+)$/u.test(word);

/** Names of products that are written so and that everybody knows. */
const products = new Set([
  "iPhone",
  "iPad",
  "eBay",
  "YouTube",
  "LinkedIn",
  "JavaScript",
  "PayPal",
  "WhatsApp",
  "GitHub",
]);

export function writingHints(text: string, known: KnownWords): WritingHints {
  const explained = new Set(known.terms.map((term) => term.trim().toLowerCase()));
  const stumbles = new Set<string>();
  const allCapitals = text === text.toUpperCase();
  for (const raw of text.split(/[\s,;:!?"“”«»„…·—–]+|(?<=\p{Ll})\.(?=\s|$)/u)) {
    const word = trimmed(raw);
    if (word === "" || explained.has(word.toLowerCase()) || products.has(word)) continue;
    const isAbbreviation = abbreviation.test(word) && !allCapitals && !everyday.has(word.replace(/s$/, ""));
    if (isAbbreviation && explained.has(word.replace(/s$/, "").toLowerCase())) continue;
    if (
      isAbbreviation ||
      camelCase.test(word) ||
      snakeCase.test(word) ||
      call.test(word) ||
      (path.test(word) && !isChoice(word)) ||
      fileName.test(word)
    )
      stumbles.add(word);
  }
  return {
    stumbles: [...stumbles].slice(0, SHOWN),
    namesPerson: known.people.some((name) => isNamed(text, name)),
    short: text.trim() !== "" && text.trim().length < SHORT,
  };
}

/** Without the brackets and full stops around it; the brackets of a call stay. */
function trimmed(word: string): string {
  const start = word.replace(/^[([{'’‘<*`]+/u, "");
  const bare = start.replace(/[\]}'’‘>*`.]+$/u, "");
  return call.test(bare) ? bare : bare.replace(/[)\].]+$/u, "");
}

/** The whole name, or a first or last name of three letters or more that is written with a capital. */
function isNamed(text: string, name: string): boolean {
  const parts = name
    .trim()
    .split(/\s+/)
    .filter((part) => Array.from(part).length >= 3 && /^\p{Lu}/u.test(part));
  return parts.some((part) => {
    for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1)) {
      const before = text.slice(0, at);
      const after = text.slice(at + part.length);
      if (!/[\p{L}\p{N}_]$/u.test(before) && !/^[\p{L}\p{N}_]/u.test(after)) return true;
    }
    return false;
  });
}
