import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { makeAnchor } from "../../src/anchoring/make-anchor.ts";
import { wholeAnchor } from "../../src/anchoring/whole-anchor.ts";
import { codeTextOf } from "../../src/app/code-bytes.ts";
import { CodeFollower } from "../../src/app/code-follower.ts";
import { placeReason } from "../../src/app/place-reason.ts";
import { WholePlaces } from "../../src/app/whole-places.ts";
import { WorkFiles } from "../../src/app/work-files.ts";
import type { Anchor } from "../../src/domain/anchor.ts";
import { inEnglish } from "../support/app-world.ts";
import { world } from "../support/world.ts";
import type { Clone } from "../support/world.ts";

const put = async ({ folder }: Clone, path: string, content: string | Uint8Array): Promise<void> => {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
};

async function commit(clone: Clone): Promise<string> {
  await clone.git("add", "--all");
  await clone.git("commit", "--quiet", "--message", "On the way");
  return (await clone.git("rev-parse", "HEAD")).trim();
}

/** The anchor of the lines of `part` in a file as it is on disk. */
async function anchorOf(clone: Clone, path: string, part: string, made: string): Promise<Anchor> {
  const code = codeTextOf(await readFile(join(clone.folder, path)));
  assert.ok(code.kind === "text" && code.text.includes(part), `${path} does not have ${part}`);
  const startLine = code.text.slice(0, code.text.indexOf(part)).split("\n").length;
  const endLine = startLine + part.trimEnd().split("\n").length - 1;
  return makeAnchor({ path, text: code.text, startLine, endLine, commit: made });
}

/** Where an anchor is, and why, as it stands on screen. Nothing is remembered from question to question. */
async function where({ repository }: Clone, anchor: Anchor): Promise<readonly [string, string]> {
  const follower = new CodeFollower(repository.history);
  const [answer] = await follower.follow([anchor], new WorkFiles(repository.code).look());
  assert.ok(answer);
  const place =
    answer.status === "orphaned" ? "lost" : `${answer.path}:${answer.startLine}-${answer.endLine}`;
  return [place, placeReason(answer, inEnglish)];
}

const placeOf = async (clone: Clone, anchor: Anchor): Promise<string> => (await where(clone, anchor))[0];

/** A file of each kind that is no program, and the lines of it that a note is about, as they were and as they become. */
const others: readonly { path: string; text: string; part: string; edited: string }[] = [
  {
    path: "docs/limits.md",
    text: `# Limits

What we can't do yet, and since when.

## Search

Search reads every product of the shop.
It is slow from 10,000 products on.

- The index is built at night.
- It takes two hours.

## Export

The export holds everything in memory.
`,
    part: `## Search

Search reads every product of the shop.
It is slow from 10,000 products on.
`,
    edited: `## Search

Search reads every product of the shop.
It is slow from 20,000 products on, and stops at 80,000.
`,
  },
  {
    path: "deploy/api.yaml",
    text: `version: 3
services:
  api:
    image: shop/api:4
    environment:
      POOL: 10
      TIMEOUT: 30
  worker:
    image: shop/worker:4
    environment:
      POOL: 2
      TIMEOUT: 600
volumes:
  data: {}
`,
    part: `  worker:
    image: shop/worker:4
    environment:
      POOL: 2
      TIMEOUT: 600
`,
    edited: `  worker:
    image: shop/worker:5
    environment:
      POOL: 4
      TIMEOUT: 600
`,
  },
  {
    path: "db/orders.sql",
    text: `CREATE TABLE orders (
  id bigint PRIMARY KEY,
  customer bigint NOT NULL,
  placed_at timestamp NOT NULL
);

CREATE INDEX orders_by_customer ON orders (customer);

CREATE VIEW open_orders AS
  SELECT o.id, o.customer, sum(l.price) AS total
  FROM orders o JOIN lines l ON l.order_id = o.id
  WHERE o.closed_at IS NULL
  GROUP BY o.id, o.customer;
`,
    part: `CREATE VIEW open_orders AS
  SELECT o.id, o.customer, sum(l.price) AS total
  FROM orders o JOIN lines l ON l.order_id = o.id
  WHERE o.closed_at IS NULL
  GROUP BY o.id, o.customer;
`,
    edited: `CREATE VIEW open_orders AS
  SELECT o.id, o.customer, o.placed_at, sum(l.price) AS total
  FROM orders o JOIN lines l ON l.order_id = o.id
  WHERE o.closed_at IS NULL
  GROUP BY o.id, o.customer, o.placed_at;
`,
  },
  {
    path: "site/shop.css",
    text: `.header {
  display: flex;
  height: 48px;
}

.product-list {
  display: grid;
  grid-template-columns: repeat(4, 1fr);
  gap: 12px;
}

.footer {
  padding: 24px;
}
`,
    part: `.product-list {
  display: grid;
  grid-template-columns: repeat(4, 1fr);
  gap: 12px;
}
`,
    edited: `.product-list {
  display: grid;
  grid-template-columns: repeat(auto-fill, 220px);
  gap: 12px;
}
`,
  },
  {
    path: "api/cart.proto",
    text: `syntax = "proto3";

message Product {
  string name = 1;
  int64 price = 2;
}

message CartRequest {
  string shop = 1;
  repeated Product products = 2;
  bool is_guest = 3;
}

service Carts {
  rpc Put(CartRequest) returns (CartReply);
}
`,
    part: `message CartRequest {
  string shop = 1;
  repeated Product products = 2;
  bool is_guest = 3;
}
`,
    edited: `message CartRequest {
  string shop = 1;
  repeated Product products = 2;
  reserved 3;
  string guest = 4;
}
`,
  },
];

describe("notes on files that are no programs", () => {
  for (const { path, text, part, edited } of others)
    it(`follow edits, moves and renames: ${path}`, async () => {
      const { ann } = await world();
      await put(ann, path, text);
      const note = await anchorOf(ann, path, part, await commit(ann));
      const { startLine } = note;
      const lines = (count: string) => count.trimEnd().split("\n").length;
      const at = (file: string, start: number, count: string) =>
        `${file}:${start}-${start + lines(count) - 1}`;

      await put(ann, path, text.replace(part, edited));
      assert.equal(await placeOf(ann, note), at(path, startLine, edited), "edited");

      // Moved to the end of its file, and edited there; not committed.
      const without = text.replace(part, "");
      await put(ann, path, `${without}\n${edited}`);
      assert.equal(await placeOf(ann, note), at(path, without.split("\n").length + 1, edited), "moved");
      await commit(ann);

      const renamed = path.replace(/[^/]+\/(.*)\./, "other/$1-new.");
      await mkdir(join(ann.folder, "other"));
      await rename(join(ann.folder, path), join(ann.folder, renamed));
      assert.equal(await placeOf(ann, note), at(renamed, without.split("\n").length + 1, edited), "renamed");
      await commit(ann);
      await put(ann, renamed, `${without}\n\n${edited}`);
      assert.equal(
        await placeOf(ann, note),
        at(renamed, without.split("\n").length + 2, edited),
        "renamed and edited",
      );

      await put(ann, renamed, without);
      assert.equal(await placeOf(ann, note), "lost", "removed");
    });
});

const code = `export function taxOf(order: Order): number {
  const rate = rateFor(order.country);
  return Math.round(order.net * rate);
}

export function café(order: Order): string {
  return order.name.padEnd(20) + "é";
}
`;
const tax = code.slice(0, code.indexOf("}\n") + 2);

describe("notes in files that are not plain text, through git", () => {
  const encodings: Readonly<Record<string, (text: string) => Uint8Array>> = {
    "UTF-16, little end first": (text) => Buffer.from(`\uFEFF${text}`, "utf16le"),
    "UTF-16, big end first": (text) => Buffer.from(`\uFEFF${text}`, "utf16le").swap16(),
    "UTF-8 with a byte order mark": (text) => Buffer.from(`\uFEFF${text}`),
    "Latin 1": (text) => Buffer.from(text, "latin1"),
    "two encodings at once": (text) =>
      Buffer.concat([Buffer.from(text.slice(0, -8)), Buffer.from(text.slice(-8), "latin1")]),
  };
  for (const [name, encode] of Object.entries(encodings))
    it(`are followed in ${name}`, async () => {
      const { ann } = await world();
      await put(ann, "tax.ts", encode(code));
      const made = await commit(ann);
      const note = await anchorOf(ann, "tax.ts", tax, made);
      const last = await anchorOf(ann, "tax.ts", "  return order.name", made);
      assert.deepEqual(await where(ann, note), ["tax.ts:1-4", "Where it was"]);
      await put(ann, "tax.ts", encode(`// new\n${code.replace("const rate", "const percent")}`));
      assert.deepEqual(await where(ann, note), ["tax.ts:2-5", "Moved down one line, one line changed"]);
      assert.deepEqual(await where(ann, last), ["tax.ts:8-8", "Moved down one line"]);
      await mkdir(join(ann.folder, "src"));
      await rename(join(ann.folder, "tax.ts"), join(ann.folder, "src/tax.ts"));
      await commit(ann);
      assert.equal(await placeOf(ann, note), "src/tax.ts:2-5");
    });

  it("come through a change of the encoding", async () => {
    const { ann } = await world();
    await put(ann, "tax.ts", Buffer.from(`\uFEFF${code.replaceAll("\n", "\r\n")}`, "utf16le"));
    const note = await anchorOf(ann, "tax.ts", "  const rate", await commit(ann));
    await put(ann, "tax.ts", code);
    assert.deepEqual(await where(ann, note), ["tax.ts:2-2", "Where it was"]);
  });

  it("say so where the file is binary now", async () => {
    const { ann } = await world();
    await put(ann, "tax.ts", code);
    const note = await anchorOf(ann, "tax.ts", tax, await commit(ann));
    await put(ann, "tax.ts", Buffer.concat([Buffer.from(tax), Buffer.from([0, 1, 2, 0])]));
    assert.deepEqual(await where(ann, note), ["lost", "The file is not text any more."]);
  });
});

describe("a work tree that means harm", function () {
  this.timeout(30_000);

  it("links to themselves, in circles and out of the repository: they are not there", async () => {
    const made = await world();
    const { ann } = made;
    await put(ann, "tax.ts", code);
    const commitId = await commit(ann);
    const note = await anchorOf(ann, "tax.ts", tax, commitId);
    await writeFile(join(made.folder, "outside.ts"), code);
    await mkdir(join(made.folder, "out"));
    await writeFile(join(made.folder, "out", "tax.ts"), code);
    await rm(join(ann.folder, "tax.ts"));
    await symlink("self", join(ann.folder, "self"));
    await symlink("two", join(ann.folder, "one"));
    await symlink("one", join(ann.folder, "two"));
    await mkdir(join(ann.folder, "deep"));
    await symlink("..", join(ann.folder, "deep", "up"));
    await symlink(join(made.folder, "outside.ts"), join(ann.folder, "tax.ts"));
    await symlink(join(made.folder, "out"), join(ann.folder, "away"));
    const paths = [
      "self",
      "self/tax.ts",
      "one",
      "deep/up/deep/up/deep/up/self",
      "tax.ts",
      "away/tax.ts",
      "../outside.ts",
      "deep/../../outside.ts",
      join(made.folder, "outside.ts"),
      ".git/config/x",
      "tax\0.ts",
      "",
    ];
    const wholes = new WholePlaces(ann.repository.code, ann.repository.history);
    for (const path of paths) {
      assert.equal((await ann.repository.code.read(path)).kind, "missing", path);
      const [place, reason] = await where(ann, { ...note, path });
      assert.deepEqual(
        [place, reason],
        ["lost", "The file is not here any more, and no other holds the code."],
        path,
      );
      const whole = await wholes.find(wholeAnchor("file", path === "" ? "x" : path, commitId), "file");
      assert.equal(whole.status, "orphaned", path);
    }
    // What a folder links to in the work tree is read where it is.
    await put(ann, "real/tax.ts", code);
    assert.equal((await ann.repository.code.read("deep/up/real/tax.ts")).kind, "text");
  });

  it("has a pipe that nobody writes to in the place of a file: it is not waited for", async function () {
    if (process.platform === "win32") return this.skip();
    const { ann } = await world();
    await put(ann, "tax.ts", code);
    const note = await anchorOf(ann, "tax.ts", tax, await commit(ann));
    await rm(join(ann.folder, "tax.ts"));
    await promisify(execFile)("mkfifo", [join(ann.folder, "tax.ts")]);
    assert.deepEqual(await where(ann, note), ["lost", "The file is not text any more."]);
  });

  it("has names and lines that look like patterns, options and magic: they are names and lines", async () => {
    const { ann } = await world();
    const line = "  const match = /^(a+)+$|[*]?\\d{2,}/.exec('$& $1') ?? \":(glob)**\";";
    const odd = `function f() {\n${line}\n  return match;\n}\n`;
    const names = [
      "(a+)+$.ts",
      "[x]*.ts",
      "-f.ts",
      ":(glob).ts",
      "..two.ts",
      "a\tb.ts",
      "é 😀.ts",
      "$HOME.ts",
      "HEAD~1",
    ];
    for (const name of names) await put(ann, name, `// ${name}\n${odd}`);
    const made = await commit(ann);
    for (const name of names) {
      const note = await anchorOf(ann, name, line, made);
      assert.deepEqual(await where(ann, note), [`${name}:3-3`, "Where it was"], name);
      await put(ann, name, `// ${name}\n// new\n${odd.replace("return match", "return found")}`);
      assert.equal(await placeOf(ann, note), `${name}:4-4`, name);
    }
    // The lines of one alone, searched for in the whole work tree.
    const [first = "", ...rest] = names;
    const note = await anchorOf(ann, first, line, made);
    for (const name of rest) await rm(join(ann.folder, name));
    await mkdir(join(ann.folder, "sub"));
    await rename(join(ann.folder, first), join(ann.folder, "sub", `new-${first}`));
    assert.equal(await placeOf(ann, note), `sub/new-${first}:4-4`);
  });
});

describe("files that .gitignore matches and git has all the same", () => {
  it("are searched for code that moved", async () => {
    const { ann } = await world();
    await put(ann, ".gitignore", "build/\n");
    await put(ann, "tax.ts", code);
    const note = await anchorOf(ann, "tax.ts", tax, await commit(ann));
    await put(ann, "build/tax.ts", `// moved\n${tax}`);
    await put(ann, "tax.ts", code.replace(tax, ""));
    assert.equal(await placeOf(ann, note), "lost", "ignored, and not git's");
    await ann.git("add", "--force", "build/tax.ts");
    assert.equal(await placeOf(ann, note), "build/tax.ts:2-5");
  });
});

describe("many notes at once, through git", () => {
  const part = (at: number) => `export function part${at}(order: Order): number {
  const rate = rateOf(order.country, ${at});
  return Math.round(order.net * rate);
}
`;
  const textOf = (at: number, own = part(at)) => `import { rateOf } from "./rates-${at}";

// What comes on top of ${at}.
${own}
export const last${at} = "the end of ${at}";
`;
  const became: readonly ((at: number) => Readonly<Record<string, string>>)[] = [
    (at) => ({ [`part${at}.ts`]: textOf(at) }),
    (at) => ({ [`part${at}.ts`]: `// One more line.\n${textOf(at).replace("// What", "// That")}` }),
    (at) => ({ [`part${at}.ts`]: textOf(at).replace("order.net * rate", "order.net * rate * 100") }),
    (at) => ({
      [`moved/part${at}.ts`]: textOf(at).replace("import {", "import type { Order } from x;\nimport {"),
    }),
    (at) => ({ [`part${at}.ts`]: textOf(at, ""), [`home-of-${at}.ts`]: part(at) }),
    (at) => ({
      [`part${at}.ts`]: textOf(at, `export const part${at} = (cart: Cart) => cart.rates[${at}];\n`),
    }),
  ];
  const count = 8 * became.length;

  it("are where each of them is alone, in the order asked for", async function () {
    this.timeout(60_000);
    const { ann: clone } = await world();
    for (let at = 0; at < count; at++) await put(clone, `part${at}.ts`, textOf(at));
    const made = await commit(clone);
    const anchors: Anchor[] = [];
    for (let at = 0; at < count; at++) anchors.push(await anchorOf(clone, `part${at}.ts`, part(at), made));
    for (let at = 0; at < count; at++) {
      await rm(join(clone.folder, `part${at}.ts`));
      const files = became[at % became.length]?.(at) ?? {};
      for (const [path, text] of Object.entries(files)) await put(clone, path, text);
      if (at % 7 === 6) await commit(clone);
    }
    const follower = new CodeFollower(clone.repository.history);
    const together = await follower.follow(anchors, new WorkFiles(clone.repository.code).look());
    for (const [at, anchor] of anchors.entries()) {
      const answer = together[at] ?? assert.fail();
      const place =
        answer.status === "orphaned" ? "lost" : `${answer.path}:${answer.startLine}-${answer.endLine}`;
      const alone = await where(clone, anchor);
      assert.deepEqual([place, placeReason(answer, inEnglish)], alone, `note ${String(at)}`);
      const kind = at % became.length;
      if (kind === 0 || kind === 2) assert.equal(place, `part${at}.ts:4-7`);
      if (kind === 1) assert.equal(place, `part${at}.ts:5-8`);
      if (kind === 3) assert.equal(place, `moved/part${at}.ts:5-8`);
      if (kind === 4) assert.equal(place, `home-of-${at}.ts:1-4`);
    }
  });
});
