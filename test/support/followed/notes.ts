/** Where code is: a file, how its first and its last line begin, and the line that it comes after, where others look like it. */
export type Spot = readonly [path: string, first: string, last: string, after?: string];

/** Where a person would put a note: at one spot, or nowhere. */
export type Expected = Spot | "gone";

/** By the names of the notes. */
export type Expectation = Readonly<Record<string, Expected>>;

const cart = "server/cart.ts";
const guide = "site/guide.md";
const stock = "jobs/import_stock.py";

/** Where the notes are on the main branch. */
export const onMain: Expectation = {
  "the total": [cart, "export function cartTotal", "}"],
  "the loop of the refund": [cart, "for (const line of lines)", "}", "export function refundTotal"],
  "the rates": [cart, "// Rates are fixed", "const rates"],
  "the tax": [cart, "export function salesTax", "}"],
  "the missing price": [cart, "if (price === undefined) throw", "if (price === undefined) throw"],
  "the cache": ["server/prices.ts", "const CACHE_SECONDS", "const CACHE_SECONDS"],
  "the query in a loop": ["server/prices.ts", "// One query for each", "}"],
  "every error": ["server/retry.ts", "} catch (error)", "}"],
  "the reminder": ["server/mail.ts", "export async function sendReminder", "}"],
  "the test without quantity": ["server/totals.test.ts", "it('leaves out", "}"],
  "a row of the export": [stock, "def parse_row", 'return {"sku"'],
  "the whole file": [stock, "with open(path", "rows ="],
  "the lock": ["jobs/close_day.py", "with store.lock", "store.set_closed"],
  "the table of orders": ["jobs/schema.sql", "create table orders", ")"],
  "our own orders": ["jobs/report.sql", "where orders.total", "and customers.email"],
  returns: [guide, "## Returns", "Money goes back"],
  "the steps of an order": [guide, "1. A customer fills", "3. The parcel"],
  "the worker's memory": ["site/deploy.yaml", "resources:", "cpu: 500m", "worker:"],
  "the old price": ["site/theme.css", ".price--old", "}"],
  "gift wrapping": "gone",
};

const giftWrapping: Spot = [cart, "export function giftWrap", "}"];

export const onEdited: Expectation = {
  ...onMain,
  "the reminder": ["server/mail.ts", "export async function sendPaymentReminder", "}"],
  "gift wrapping": giftWrapping,
};

export const onMoved: Expectation = {
  ...onMain,
  "the rates": ["server/tax.ts", "// Rates are fixed", "const rates"],
  "the tax": ["server/tax.ts", "export function salesTax", "}"],
  "a row of the export": ["jobs/close_day.py", "def parse_row", 'return {"sku"'],
  "the old price": ["site/prices.css", ".price--old", "}"],
};

const gone = (...notes: readonly string[]): Expectation =>
  Object.fromEntries(notes.map((note) => [note, "gone"]));

export const onRemoved: Expectation = {
  ...onMain,
  ...gone(
    "the loop of the refund",
    "the reminder",
    "the test without quantity",
    "our own orders",
    "returns",
    "the worker's memory",
  ),
};

/** At the second commit of the main branch. */
export const onOlder: Expectation = {
  ...onMain,
  ...gone(
    "the missing price",
    "the cache",
    "the query in a loop",
    "the reminder",
    "the test without quantity",
    "a row of the export",
    "the whole file",
    "the lock",
    "our own orders",
    "returns",
    "the worker's memory",
    "the old price",
  ),
};

/** The same with files, or the folders that they are in, under other names. */
export const withNames = (expectation: Expectation, names: Readonly<Record<string, string>>): Expectation =>
  Object.fromEntries(
    Object.entries(expectation).map(([note, spot]) => [
      note,
      spot === "gone" ? spot : renamedSpot(spot, names),
    ]),
  );

function renamedSpot(spot: Spot, names: Readonly<Record<string, string>>): Spot {
  const [path, ...rest] = spot;
  for (const [from, to] of Object.entries(names)) {
    if (path === from) return [to, ...rest];
    if (path.startsWith(`${from}/`)) return [to + path.slice(from.length), ...rest];
  }
  return spot;
}

export const onRenamed: Expectation = withNames(onMain, {
  [cart]: "server/basket.ts",
  [guide]: "site/manual.md",
  [stock]: "jobs/stock/load.py",
});

/** When each note is made: after how many commits of the main branch, or at the end of another branch. */
export const madeAt: readonly (readonly [
  at: number | "edited" | "renamed" | "topic",
  notes: readonly string[],
])[] = [
  [1, ["the total", "the rates", "the table of orders"]],
  [2, ["the loop of the refund"]],
  [3, ["the reminder", "the test without quantity", "a row of the export", "the whole file"]],
  [4, ["the tax", "the missing price", "the cache", "the query in a loop", "the lock"]],
  [5, ["our own orders", "returns", "the worker's memory"]],
  [6, ["the old price"]],
  ["edited", ["gift wrapping"]],
  ["renamed", ["the steps of an order"]],
  ["topic", ["every error"]],
];

/** What a formatter changes means nothing here. */
const plain = (line: string): string => line.replaceAll(/["';,\s]/g, "");

const indentation = (line: string): number => line.search(/\S|$/);

export interface Lines {
  /** From 1, both included. */
  readonly startLine: number;
  readonly endLine: number;
}

/** The lines of a spot in a text; undefined where they are not in it. A last line "}" is the one that closes what the first line opens. */
export function linesOf([, first, last, after]: Spot, text: string): Lines | undefined {
  const lines = text.split(/\r?\n/);
  const begins = (start: string, from: number) =>
    lines.findIndex((line, at) => at >= from && plain(line).startsWith(plain(start)));
  const from = after === undefined ? 0 : begins(after, 0);
  const start = from === -1 ? -1 : begins(first, from);
  if (start === -1) return undefined;
  const end =
    last === "}"
      ? lines.findIndex(
          (line, at) =>
            at > start && plain(line).startsWith("}") && indentation(line) <= indentation(lines[start] ?? ""),
        )
      : begins(last, start);
  return end === -1 ? undefined : { startLine: start + 1, endLine: end + 1 };
}
