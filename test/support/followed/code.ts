const licence = (mark: string): string =>
  `${mark} Copyright 2024 Harbour Books. All rights reserved.\n${mark} Licensed under the terms in LICENSE.\n\n`;

const cartTotal = `/** Adds up what a customer pays, before shipping. */
export function cartTotal(lines: readonly CartLine[]): number {
    let total = 0;
    for (const line of lines) {
        if (line.quantity <= 0) continue;
        total += line.quantity * line.unitPrice;
    }
    return Math.round(total * 100) / 100;
}
`;

/** The twin of cartTotal but for its name and a sign. */
const refundTotal = `/** Adds up what a customer gets back. */
export function refundTotal(lines: readonly CartLine[]): number {
    let total = 0;
    for (const line of lines) {
        if (line.quantity <= 0) continue;
        total += line.quantity * line.unitPrice;
    }
    return -Math.round(total * 100) / 100;
}
`;

const salesTax = `export function salesTax(total: number, country: string): number {
    // Rates are fixed until the finance team owns them.
    const rates: Record<string, number> = { DE: 0.19, FR: 0.2, DK: 0.25 };
    const rate = rates[country] ?? 0;
    return Math.round(total * rate * 100) / 100;
}
`;

const checkout = `export async function checkout(customer: string, lines: readonly CartLine[]) {
    const prices = await withRetry(() => readPrices(lines.map((line) => line.sku)));
    for (const line of lines) {
        const price = prices.get(line.sku);
        if (price === undefined) throw new Error(\`no price for \${line.sku}\`);
    }
    const total = cartTotal(lines);
    return { customer, total, tax: salesTax(total, 'DE') };
}
`;

const cartLine = `export interface CartLine {
    readonly sku: string;
    readonly quantity: number;
    readonly unitPrice: number;
}
`;

const retry = `${licence("//")}export async function withRetry<T>(task: () => Promise<T>, attempts = 3): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
        try {
            return await task();
        } catch (error) {
            // Every error is tried again, also those that no second attempt mends.
            if (attempt === attempts) throw error;
            await new Promise((resume) => setTimeout(resume, 200 * attempt));
        }
    }
}
`;

const prices = `${licence("//")}import { query } from './database';
import { withRetry } from './retry';

const CACHE_SECONDS = 300;

const cache = new Map<string, { price: number; until: number }>();

export async function readPrices(skus: readonly string[]): Promise<Map<string, number>> {
    const found = new Map<string, number>();
    const missing: string[] = [];
    for (const sku of skus) {
        const known = cache.get(sku);
        if (known !== undefined && known.until > Date.now()) found.set(sku, known.price);
        else missing.push(sku);
    }
    // One query for each article: fine for ten, not for a thousand.
    for (const sku of missing) {
        const [row] = await withRetry(() => query('select price where sku = $1', [sku]));
        if (row === undefined) continue;
        cache.set(sku, { price: row.price, until: Date.now() + CACHE_SECONDS * 1000 });
        found.set(sku, row.price);
    }
    return found;
}

export function forgetPrices(): void {
    cache.clear();
}
`;

const letter = (name: string, subject: string, body: string): string => `
export async function ${name}(to: string, order: string): Promise<void> {
    const subject = '${subject}';
    const body = await render('${body}', { order });
    if (to === '') throw new Error('no address');
    await transport.send({ from: SENDER, to, subject, body });
}
`;

const mail = `${licence("//")}import { render } from './templates';
import { transport } from './transport';

const SENDER = 'orders@harbour.example';
${letter("sendReceipt", "Your receipt", "receipt")}${letter("sendReminder", "Payment is due", "reminder")}${letter("sendRefund", "Your refund", "refund")}`;

const testCase = (title: string, lines: string, expected: string): string => `
    it('${title}', () => {
        const lines = ${lines};
        const total = cartTotal(lines);
        assert.equal(total, ${expected});
    });
`;

const cartTest = `${licence("//")}import assert from 'node:assert/strict';
import { cartTotal } from './cart';

describe('the cart', () => {${testCase("adds up one line", "[line('a', 1, 10)]", "10")}${testCase("leaves out lines without quantity", "[line('a', 0, 10)]", "0")}${testCase("rounds to cents", "[line('a', 3, 0.333)]", "1")}});
`;

const importStock = `${licence("#")}import csv
import logging

log = logging.getLogger(__name__)


def parse_row(row):
    """One line of the wholesaler's export."""
    sku = row["sku"].strip()
    if not sku:
        raise ValueError("a row without an article number")
    shelf = row.get("shelf", "")
    return {"sku": sku, "count": int(row["count"]), "shelf": shelf}


def import_stock(path, store):
    """Reads the whole file before anything is written."""
    with open(path, newline="") as source:
        rows = [parse_row(row) for row in csv.DictReader(source)]
    for row in rows:
        store.put(row["sku"], row["count"], row["shelf"])
    log.info("imported %d rows", len(rows))
    return len(rows)
`;

const closeDay = `${licence("#")}import logging
from datetime import date, timedelta

log = logging.getLogger(__name__)


def open_orders(store, day):
    """Orders of a day that nobody has paid."""
    orders = store.orders(day)
    return [order for order in orders if order["paid"] is None]


def close_day(store, day=None):
    """Runs at midnight, and holds the lock on the orders meanwhile."""
    day = day or date.today() - timedelta(days=1)
    with store.lock("orders"):
        for order in open_orders(store, day):
            store.remind(order["id"])
        store.set_closed(day)
    log.info("closed %s", day)
`;

const schema = `-- Copyright 2024 Harbour Books. All rights reserved.

create table customers (
    id bigint primary key,
    email text not null,
    created_at timestamptz not null default now()
);

create table orders (
    id bigint primary key,
    customer_id bigint not null references customers (id),
    total numeric(10, 2) not null,
    created_at timestamptz not null default now()
);

create index orders_by_customer on orders (customer_id);
`;

const report = `-- Copyright 2024 Harbour Books. All rights reserved.

select
    date_trunc('month', orders.created_at) as month,
    sum(orders.total) as revenue
from orders
join customers on customers.id = orders.customer_id
where orders.total > 0
    and customers.email not like '%@harbour.example'
group by 1
order by 1;
`;

const guideStart = `# Harbour Books

How the shop works, for those who run it.

## Orders

1. A customer fills the cart and pays.
2. The warehouse gets the order within a minute.
3. The parcel leaves on the next working day.

## Prices

Prices come from the wholesaler every night. A price that is missing stops the order.
`;

const returns = `
## Returns

A customer has thirty days to send a book back.
Money goes back by the way that it came, also when the card has expired.
`;

const guideEnd = `
## Support

Mail goes to support@harbour.example and is answered within a day.
`;

const service = (name: string, memory: string, replicas: number): string => `  ${name}:
    image: 'harbour/${name}:2024'
    replicas: ${replicas}
    resources:
      memory: ${memory}
      cpu: 500m
    restart: always
`;

const deploy = `# Copyright 2024 Harbour Books. All rights reserved.
version: '3'
services:
${service("web", "256Mi", 3)}${service("worker", "512Mi", 1)}${service("search", "1Gi", 2)}`;

const theme = `.price {
    color: #1c2733;
    font-weight: 600;
}

.button {
    padding: 8px 16px;
    border-radius: 4px;
}
`;

const oldPrice = `
.price--old {
    color: #8a8a8a;
    text-decoration: line-through;
}
`;

const cartImports = `import { readPrices } from './prices';
import { withRetry } from './retry';

`;

/** A tree of files, by their paths. */
export type Tree = Readonly<Record<string, string>>;

/** What each commit of the main branch adds, oldest first. */
export const commits: readonly { readonly message: string; readonly files: Tree }[] = [
  {
    message: "Add up a cart",
    files: {
      "server/cart.ts": [`${licence("//")}${cartLine}`, cartTotal, salesTax].join("\n"),
      "jobs/schema.sql": schema,
      "site/guide.md": guideStart + guideEnd,
      "site/theme.css": theme,
    },
  },
  {
    message: "Pay money back",
    files: {
      "server/cart.ts": [`${licence("//")}${cartLine}`, cartTotal, refundTotal, salesTax].join("\n"),
      "server/retry.ts": retry,
    },
  },
  {
    message: "Write to customers, import stock",
    files: { "server/mail.ts": mail, "jobs/import_stock.py": importStock, "server/totals.test.ts": cartTest },
  },
  {
    message: "Keep prices for a while",
    files: {
      "server/prices.ts": prices,
      "server/cart.ts": [
        `${licence("//")}${cartImports}${cartLine}`,
        cartTotal,
        refundTotal,
        salesTax,
        checkout,
      ].join("\n"),
      "jobs/close_day.py": closeDay,
    },
  },
  {
    message: "Deploy, take books back, report",
    files: {
      "site/deploy.yaml": deploy,
      "site/guide.md": guideStart + returns + guideEnd,
      "jobs/report.sql": report,
    },
  },
  {
    message: "Show old prices",
    files: { "site/theme.css": theme + oldPrice },
  },
];

/** The main branch as it is at its end. */
export const main: Tree = Object.assign({}, ...commits.map(({ files }) => files)) as Tree;

/** A file of a tree with pieces of it replaced; every piece must be there. */
const edit = (tree: Tree, path: string, ...pieces: readonly (readonly [string, string])[]): string => {
  let text = tree[path];
  if (text === undefined) throw new Error(`there is no ${path}`);
  for (const [before, after] of pieces) {
    if (!text.includes(before)) throw new Error(`${path} does not hold ${before}`);
    text = text.replace(before, () => after);
  }
  return text;
};

const without = (tree: Tree, ...paths: readonly string[]): Tree =>
  Object.fromEntries(Object.entries(tree).filter(([path]) => !paths.includes(path)));

const giftWrap = `/** What wrapping costs, for each book. */
export function giftWrap(lines: readonly CartLine[]): number {
    const books = lines.filter((line) => line.sku.startsWith('book-'));
    const each = 2.5;
    return books.length * each;
}
`;

/** Most of the code that notes are about was worked on. */
export const edited: Tree = {
  ...main,
  "server/cart.ts": edit(
    main,
    "server/cart.ts",
    ["/** Adds up what a customer pays", `${giftWrap}\n/** Adds up what a customer pays`],
    ["        if (line.quantity <= 0) continue;", "        if (line.quantity < 1) continue;"],
    ["DK: 0.25 }", "DK: 0.25, SE: 0.25 }"],
  ),
  "server/prices.ts": edit(
    main,
    "server/prices.ts",
    ["CACHE_SECONDS = 300", "CACHE_SECONDS = 900"],
    [
      "        if (row === undefined) continue;\n",
      "        if (row === undefined) continue;\n        count(sku);\n",
    ],
  ),
  "server/mail.ts": edit(main, "server/mail.ts", ["sendReminder", "sendPaymentReminder"]),
  "site/guide.md": edit(main, "site/guide.md", [
    "has thirty days",
    "has sixty days, from the day of delivery,",
  ]),
  "site/deploy.yaml": edit(main, "site/deploy.yaml", ["memory: 512Mi", "memory: 768Mi"]),
  "jobs/import_stock.py": edit(main, "jobs/import_stock.py", [
    '    return {"sku": sku, "count": int(row["count"]), "shelf": shelf}',
    '    price = row.get("price")\n    return {"sku": sku, "count": int(row["count"]), "shelf": shelf, "price": price}',
  ]),
  "jobs/schema.sql": edit(main, "jobs/schema.sql", [
    "    total numeric(10, 2) not null,\n",
    "    total numeric(12, 2) not null,\n    currency text not null,\n",
  ]),
};

/** Some of it is in other files, of which two are new. */
export const moved: Tree = {
  ...main,
  "server/cart.ts": edit(
    main,
    "server/cart.ts",
    [`${salesTax}\n`, ""],
    [
      "import { withRetry } from './retry';\n",
      "import { withRetry } from './retry';\nimport { salesTax } from './tax';\n",
    ],
  ),
  "server/tax.ts": `${licence("//")}${salesTax}`,
  "jobs/import_stock.py": edit(main, "jobs/import_stock.py", [
    /def parse_row[\s\S]*?\n\n\n/.exec(importStock)?.[0] ?? "-",
    "",
  ]),
  "jobs/close_day.py": `${closeDay}\n\n${(/def parse_row[\s\S]*?\n\n\n/.exec(importStock)?.[0] ?? "").trimEnd()}\n`,
  "site/theme.css": theme,
  "site/prices.css": oldPrice.trimStart(),
};

/** Some of it was never needed; what looks like it is still there. */
export const removed: Tree = {
  ...without(main, "server/mail.ts", "jobs/report.sql"),
  "server/cart.ts": edit(main, "server/cart.ts", [`${refundTotal}\n`, ""]),
  "site/deploy.yaml": edit(main, "site/deploy.yaml", [service("worker", "512Mi", 1), ""]),
  "site/guide.md": edit(main, "site/guide.md", [returns, ""]),
  "server/totals.test.ts": edit(main, "server/totals.test.ts", [
    testCase("leaves out lines without quantity", "[line('a', 0, 10)]", "0"),
    "",
  ]),
};

/** Three files have other names, and a few other lines. */
export const renamed: Tree = {
  ...without(main, "server/cart.ts", "site/guide.md", "jobs/import_stock.py"),
  "server/basket.ts": edit(main, "server/cart.ts", [
    "export interface CartLine",
    "/** What one customer wants of one article. */\nexport interface CartLine",
  ]),
  "site/manual.md": edit(main, "site/guide.md", ["# Harbour Books\n", "# The manual of Harbour Books\n"]),
  "jobs/stock/load.py": main["jobs/import_stock.py"] ?? "",
  "server/totals.test.ts": edit(main, "server/totals.test.ts", ["from './cart'", "from './basket'"]),
};

/** Of two commits that are squashed, and one that is kept. */
export const topic: readonly { readonly message: string; readonly files: Tree }[] = [
  {
    message: "Count what is asked for",
    files: {
      "server/prices.ts": edit(main, "server/prices.ts", [
        "const cache = new Map",
        "let asked = 0;\n\nexport const askedSoFar = (): number => asked;\n\nconst cache = new Map",
      ]),
    },
  },
  {
    message: "Do not try again what can't be mended",
    files: {
      "server/retry.ts": edit(main, "server/retry.ts", [
        "            // Every error is tried again, also those that no second attempt mends.\n",
        "            // Every error is tried again, also those that no second attempt mends.\n            if (isFinal(error)) throw error;\n",
      ]),
    },
  },
  {
    message: "Thank for payments",
    files: {
      "server/mail.ts": edit(main, "server/mail.ts", [
        "const SENDER = 'orders@harbour.example';\n",
        `const SENDER = 'orders@harbour.example';\n${letter("sendThanks", "Thank you", "thanks")}`,
      ]),
    },
  },
];
