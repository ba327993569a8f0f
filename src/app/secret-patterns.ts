import type { Translate } from "../base/translate.ts";

/** What a line looks like that should not be shared. */
export type SecretKind = "privateKey" | "cloudKey" | "token" | "password" | "addressWithPassword";

interface SecretPattern {
  readonly kind: SecretKind;
  readonly pattern: RegExp;
}

// A small set that seldom errs; every repetition is bounded, so that a long line costs its length. It asks a person, it does not protect them.
const patterns: readonly SecretPattern[] = [
  // RFC 7468 §10 and §11, OpenSSH's PROTOCOL.key, RFC 4880 §6.2.
  { kind: "privateKey", pattern: /-----BEGIN (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY(?: BLOCK)?-----/ },
  { kind: "privateKey", pattern: /PuTTY-User-Key-File-\d/ },
  // AWS, "IAM identifiers": unique id prefixes of access keys.
  { kind: "cloudKey", pattern: /\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}\b/ },
  // Google Cloud API keys: "AIza" and 35 more characters.
  { kind: "cloudKey", pattern: /\bAIza[0-9A-Za-z_-]{35}(?![0-9A-Za-z_-])/ },
  // Azure storage: "Configure connection strings".
  { kind: "cloudKey", pattern: /\bAccountKey=[A-Za-z0-9+/]{40,100}={0,2}/ },
  // GitHub, "Behind GitHub's new authentication token formats" (2021) and fine-grained tokens.
  { kind: "token", pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{50,255})/ },
  // GitLab, "Token overview": prefixes.
  { kind: "token", pattern: /\b(?:glpat|gldt|glrt|glptt|glcbt)-[A-Za-z0-9_-]{20,100}/ },
  // Slack, "Token types" and incoming webhooks.
  { kind: "token", pattern: /\bxox[abeprs]-[A-Za-z0-9-]{10,250}/ },
  {
    kind: "token",
    pattern: /hooks\.slack\.com\/services\/T[A-Za-z0-9]{6,20}\/B[A-Za-z0-9]{6,20}\/[A-Za-z0-9]{20,40}/,
  },
  // Stripe, "API keys": secret and restricted keys of live mode.
  { kind: "token", pattern: /\b[sr]k_live_[A-Za-z0-9]{16,250}/ },
  // npm, "About access tokens"; PyPI, "API tokens".
  { kind: "token", pattern: /\bnpm_[A-Za-z0-9]{36}\b/ },
  { kind: "token", pattern: /\bpypi-AgE[A-Za-z0-9_-]{50,250}/ },
  // JSON Web Tokens: RFC 7519; a header that begins with {"
  {
    kind: "token",
    pattern: /\beyJ[A-Za-z0-9_-]{10,2000}\.eyJ[A-Za-z0-9_-]{10,2000}\.[A-Za-z0-9_-]{10,2000}/,
  },
  // RFC 3986 §3.2.1: user information of an address; a placeholder in braces or brackets is none.
  {
    kind: "addressWithPassword",
    pattern: /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@"'<>{}$]{1,100}:[^\s:/@"'<>{}$]{3,100}@[^\s/]/i,
  },
];

const assignment =
  /\b[\w.-]{0,40}(?:passw(?:or)?d|pwd|secret|token|api[_-]?key|access[_-]?key|auth[_-]?key|private[_-]?key|credential)[\w-]{0,20}["'`]?\s{0,5}(?::=|=>|[:=])\s{0,5}["'`]?([^\s"'`,;]{12,200})/i;

/** A value that stands for one: a variable, a call, a placeholder. */
const standsFor =
  /[${}<>()[\]]|^(?:process|os|env|config|settings|self|this)\.|example|changeme|placeholder|xxxx|\*{3}|\.\.\./i;

/** Bits a character from which on a value looks drawn at random, as in Yelp's detect-secrets: 3 for hexadecimal digits; words have less than 3.5. */
const RANDOM_HEX_BITS = 3;
const RANDOM_BITS = 3.5;

/** What a line looks like; undefined for most. */
export function secretIn(line: string): SecretKind | undefined {
  const known = patterns.find(({ pattern }) => pattern.test(line));
  if (known !== undefined) return known.kind;
  const value = assignment.exec(line)?.[1];
  return value !== undefined && !standsFor.test(value) && looksRandom(value) ? "password" : undefined;
}

export function secretLabel(kind: SecretKind, translate: Translate): string {
  switch (kind) {
    case "privateKey":
      return translate("a private key");
    case "cloudKey":
      return translate("a key of a cloud service");
    case "token":
      return translate("an access token");
    case "password":
      return translate("a password or key");
    case "addressWithPassword":
      return translate("an address with a password in it");
  }
}

function looksRandom(value: string): boolean {
  const bits = entropy(value);
  if (/^[0-9a-f-]+$/i.test(value)) return value.length >= 20 && bits >= RANDOM_HEX_BITS;
  return bits >= RANDOM_BITS && /\d/.test(value) && /[a-z]/i.test(value);
}

/** Shannon's entropy of the characters, in bits a character. */
function entropy(value: string): number {
  const counts = new Map<string, number>();
  for (const character of value) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => {
    const share = count / value.length;
    return sum - share * Math.log2(share);
  }, 0);
}
