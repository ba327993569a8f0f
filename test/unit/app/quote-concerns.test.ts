import assert from "node:assert/strict";
import { makeAnchor } from "../../../src/anchoring/make-anchor.ts";
import { concernWords, quoteConcerns, withoutQuote } from "../../../src/app/quote-concerns.ts";
import { secretIn } from "../../../src/app/secret-patterns.ts";
import type { SecretKind } from "../../../src/app/secret-patterns.ts";
import { inEnglish } from "../../support/app-world.ts";

// Put together here, so that no scanner of secrets takes this file for a leak.
const random = (length: number) => "aZ3kQ9xR7mT2vW8yB5nD4cF6gH1jL0pS".repeat(8).slice(0, length);
const dashes = "-".repeat(5);

const put = (...parts: readonly string[]) => parts.join("");
const secrets: readonly (readonly [SecretKind, string])[] = [
  ["privateKey", `${dashes}BEGIN RSA PRIVATE KEY${dashes}`],
  ["privateKey", `${dashes}BEGIN OPENSSH PRIVATE KEY${dashes}`],
  ["privateKey", `${dashes}BEGIN PGP PRIVATE KEY BLOCK${dashes}`],
  ["cloudKey", put("aws_access_key_id = AK", "IA", "Q3".repeat(8))],
  ["cloudKey", put('key: "AI', "za", random(35), '"')],
  ["cloudKey", put("DefaultEndpointsProtocol=https;Account", "Key=", random(86), "==")],
  ["token", put("GITHUB=gh", "p_", random(36))],
  ["token", put("gl", "pat-", random(20))],
  ["token", put("xo", "xb-123456789012-", random(20))],
  ["token", put("sk", "_live_", random(24))],
  ["token", put("//registry/:_authToken=npm", "_", random(36))],
  ["token", put("ey", "J", random(20), ".ey", "J", random(30), ".", random(30))],
  ["password", put('const password = "', random(20), '";')],
  ["password", put("api_key: ", random(24))],
  ["password", put("SECRET_TOKEN='", "0f3a9c1e7b2d4856".repeat(2), "'")],
  ["addressWithPassword", put("url = postgres://shop:", "s3cret", "word@db.example.org/shop")],
];

const harmless = [
  "",
  "const password = process.env.PASSWORD;",
  "const password = readPassword(user, options);",
  'password: "${{ secrets.DEPLOY }}"',
  'const passwordLabel = "Enter your password";',
  "secret = changeme-please-123456",
  "token = <your token here 123456>",
  "const tokenCount = 123456789012345;",
  "type AccessKeyRepository = Map<string, AccessKey>;",
  "import { secretIn } from './secret-patterns.ts';",
  "https://example.org/path?x=1",
  "git@github.com:shop/app.git",
  "http://user@example.org/",
  "postgres://${user}:${password}@db/shop",
  "sha512-abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789==",
  "a".repeat(2_000),
];

const anchorOf = (text: string, startLine: number, endLine = startLine) =>
  makeAnchor({ path: "a", text, startLine, endLine, commit: "0".repeat(40), symbol: "main" });

describe("lines that look like a secret", () => {
  for (const [kind, line] of secrets)
    it(`are asked about: ${kind} in ${line.slice(0, 24)}…`, () => assert.equal(secretIn(line), kind));

  for (const line of harmless)
    it(`are not: ${line.slice(0, 60)}`, () => assert.equal(secretIn(line), undefined));

  it("take no longer to look through than they are long", () => {
    const start = performance.now();
    for (const line of [
      "password".repeat(250),
      "a:".repeat(1000),
      "eyJ".repeat(600),
      `token${" ".repeat(1900)}=`,
      "x".repeat(2000),
    ])
      for (let times = 0; times < 20; times++) secretIn(line);
    assert.ok(performance.now() - start < 5_000);
  }).timeout(20_000);
});

describe("what is asked before lines are shared", () => {
  const text = [
    "// one",
    "// two",
    `const key = "${random(30)}";`,
    "// four",
    "// five",
    "// six",
    "// seven",
    "// eight",
  ].join("\n");

  it("is nothing, for committed lines without a secret", () => {
    assert.deepEqual(quoteConcerns(anchorOf("a\nb\nc", 2), "tracked"), []);
  });

  it("is whether to share lines that only this machine has", () => {
    for (const tracking of ["ignored", "untracked", "outside"] as const)
      assert.deepEqual(quoteConcerns(anchorOf("a\nb\nc", 2), tracking), [{ kind: "notCommitted", tracking }]);
  });

  it("is whether to share a secret, also one that is only in the context", () => {
    const secret = text.replace("const key", "const api_key");
    assert.deepEqual(quoteConcerns(anchorOf(secret, 3), "tracked"), [
      { kind: "secret", what: "password", line: 3 },
    ]);
    assert.deepEqual(quoteConcerns(anchorOf(secret, 5), "tracked"), [
      { kind: "secret", what: "password", line: 3 },
    ]);
    assert.deepEqual(quoteConcerns(anchorOf(secret, 8), "tracked"), []);
  });

  it("is a secret in the middle of a private key, which no line of it tells", () => {
    const key = [
      `${dashes}BEGIN PRIVATE KEY${dashes}`,
      ...Array.from({ length: 20 }, () => random(64)),
      `${dashes}END PRIVATE KEY${dashes}`,
      "after",
      "after",
      "after",
      "after",
    ].join("\n");
    assert.deepEqual(quoteConcerns(anchorOf(key, 10), "tracked"), []);
    assert.deepEqual(quoteConcerns(anchorOf(key, 10), "tracked", key), [
      { kind: "secret", what: "privateKey", line: 10 },
    ]);
    assert.deepEqual(quoteConcerns(anchorOf(key, 26), "tracked", key), []);
  });

  it("is nothing where nothing is quoted", () => {
    assert.deepEqual(quoteConcerns(withoutQuote(anchorOf(text, 3)), "ignored", text), []);
  });

  it("is said in a sentence each", () => {
    assert.equal(
      concernWords(
        [
          { kind: "notCommitted", tracking: "ignored" },
          { kind: "secret", what: "token", line: 1 },
        ],
        inEnglish,
      ),
      "This file is ignored by git or not committed. The quoted lines would be shared with the note. These lines look like they hold a secret: an access token.",
    );
  });
});

describe("an anchor without its lines", () => {
  it("holds no code, and no hash that would let others try out what is in a file they don't have", () => {
    const anchor = anchorOf("a secret line\nb", 1);
    assert.deepEqual(withoutQuote(anchor), {
      path: "a",
      commit: "0".repeat(40),
      startLine: 1,
      endLine: 1,
      symbol: "main",
    });
    assert.equal(withoutQuote(anchor, "tracked").fileHash, anchor.fileHash);
    assert.equal(JSON.stringify(withoutQuote(anchor, "tracked")).includes("secret line"), false);
  });
});
