import assert from "node:assert/strict";
import { SourceFile } from "../../../src/anchoring/tracking/source-file.ts";
import { advance, arrive, startingAt, trackStep, trackWalk } from "../../../src/anchoring/tracking/track.ts";
import { code, followed, linesOf, marked } from "./tracking-helpers.ts";

describe("tracking a region over one change", () => {
  const cases: readonly { name: string; path: string; before: string; after: string }[] = [
    {
      name: "a function moves down when lines come in above",
      path: "tax.ts",
      before: `
        import { rate } from "./rate.ts";

        export function tax(amount: number): number { «
          return amount * rate;
        } »
      `,
      after: `
        import { rate } from "./rate.ts";
        import { round } from "./round.ts";

        const HALF = 0.5;

        export function tax(amount: number): number { «
          return amount * rate;
        } »
      `,
    },
    {
      name: "a function grows to its closing bracket",
      path: "tax.ts",
      before: `
        function tax(amount) { «
          return amount * rate;
        } »
        function other() {
          return 1;
        }
      `,
      after: `
        function tax(amount) { «
          if (amount < 0) {
            return 0;
          }
          for (const rule of rules) {
            amount = rule(amount);
          }
          return amount * rate;
        } »
        function other() {
          return 1;
        }
      `,
    },
    {
      name: "a Python function grows to the end of its indentation",
      path: "tax.py",
      before: `
        def tax(amount): «
            return amount * rate »

        def other():
            return 1
      `,
      after: `
        def tax(amount): «
            result = amount * rate
            if result < 0:
                return 0
            log(result)
            return result »

        def other():
            return 1
      `,
    },
    {
      name: "a decorator that comes to a region which began at its definition belongs to it",
      path: "a.py",
      before: `
        def tax(amount): «
            return amount * rate »
      `,
      after: `
        import functools

        @functools.cache «
        def tax(amount):
            return amount * rate »
      `,
    },
    {
      name: "a comment above stays outside of a region that began below it",
      path: "Tax.java",
      before: `
        class Tax {
          /** Computes it. */
          int tax(int amount) { «
            return amount * rate;
          } »
        }
      `,
      after: `
        class Tax {
          /**
           * Computes it.
           * @param amount in cents
           */
          int tax(int amount) { «
            return amount * rate + 1;
          } »
        }
      `,
    },
    {
      name: "a comment above stays inside of a region that began with it",
      path: "Tax.java",
      before: `
        class Tax {
          /** Computes it. */ «
          int tax(int amount) {
            return amount * rate;
          } »
        }
      `,
      after: `
        class Tax {
          int zero = 0;
          /** «
           * Computes it.
           * @param amount in cents
           */
          int tax(int amount) {
            return amount * rate + 1;
          } »
        }
      `,
    },
    {
      name: "two methods change places",
      path: "a.ts",
      before: `
        class Cart {
          load() { «
            this.items = read("cart");
            this.ready = true;
          } »
          save() {
            write("cart", this.items);
            this.ready = false;
          }
        }
      `,
      after: `
        class Cart {
          save() {
            write("cart", this.items);
            this.ready = false;
          }
          load() { «
            this.items = read("cart");
            this.ready = true;
          } »
        }
      `,
    },
    {
      name: "a function is renamed",
      path: "a.go",
      before: `
        func parseConfig(content []byte) (Config, error) { «
        	var config Config
        	err := json.Unmarshal(content, &config)
        	return config, err
        } »

        func other() int { return 1 }
      `,
      after: `
        func ParseConfig(content []byte) (Config, error) { «
        	var config Config
        	err := json.Unmarshal(content, &config)
        	return config, err
        } »

        func other() int { return 1 }
      `,
    },
    {
      name: "a statement is broken over lines",
      path: "a.ts",
      before: `
        function go() {
          start();
          const answer = await request(address, { method: "POST", body }); «»
          stop(answer);
        }
      `,
      after: `
        function go() {
          start();
          const answer = await request(address, { «
            method: "POST",
            body,
          }); »
          stop(answer);
        }
      `,
    },
    {
      name: "braces move to lines of their own and tabs become spaces",
      path: "a.c",
      before: `
        int tax(int amount) { «
        \tif (amount < 0) {
        \t\treturn 0;
        \t}
        \treturn amount * rate;
        } »
      `,
      after: `
        int tax(int amount) «
        {
            if (amount < 0)
            {
                return 0;
            }
            return amount * rate;
        } »
      `,
    },
    {
      name: "an else branch that comes to an if belongs to it",
      path: "a.py",
      before: `
        def go(x):
            prepare(x)
            if x > limit: «
                warn(x) »
            finish(x)
      `,
      after: `
        def go(x):
            prepare(x)
            if x > limit: «
                warn(x)
            else:
                accept(x) »
            finish(x)
      `,
    },
    {
      name: "a Markdown section grows to the next heading",
      path: "README.md",
      before: `
        # Tool

        ## Install «

        Run the installer. »

        ## Use

        Start it.
      `,
      after: `
        # Tool

        New here? Read on.

        ## Install «

        Run the installer.

        ### On Windows

        Use the other installer. »

        ## Use

        Start it.
      `,
    },
    {
      name: "a YAML key keeps its block",
      path: "build.yml",
      before: `
        jobs:
          test: «
            runs-on: linux
            steps:
              - run: make test »
          ship:
            runs-on: linux
      `,
      after: `
        name: build
        jobs:
          lint:
            runs-on: linux
          test: «
            name: all tests
            runs-on: linux
            steps:
              - run: make deps
              - run: make test »
          ship:
            runs-on: linux
      `,
    },
    {
      name: "a JSON key keeps its value",
      path: "package.json",
      before: `
        {
          "name": "x",
          "dependencies": { «
            "lit": "1"
          }, »
          "devDependencies": {
            "mocha": "1"
          }
        }
      `,
      after: `
        {
          "name": "x",
          "devDependencies": {
            "mocha": "2"
          },
          "dependencies": { «
            "diff": "3",
            "lit": "2",
            "zod": "4"
          } »
        }
      `,
    },
    {
      name: "any lines selected keep their first and last line",
      path: "a.ts",
      before: `
        function go() {
          const first = one();
          const second = two(first); «
          log(second);
          const third = three(second); »
          return third;
        }
      `,
      after: `
        function go() {
          const first = one();
          const second = two(first); «
          check(second);
          log(second);
          const third = three(second, first); »
          return third;
        }
      `,
    },
  ];
  for (const { name, path, before, after } of cases)
    it(name, () => {
      const { answer, wanted } = followed(path, before, after);
      assert.deepEqual(linesOf(answer), wanted, JSON.stringify(answer));
    });

  it("says that the same text is the same place, for certain", () => {
    const { region } = marked("a.ts", "const a = 1; «\nconst b = 2; »\n");
    const answer = trackStep(region, { files: [region.file] });
    assert.equal(answer.confidence, 1);
    assert.deepEqual(linesOf(answer), [1, 2]);
    assert.equal(answer.status, "found");
  });

  it("keeps blank lines at the ends of a region", () => {
    const { region } = marked("a.py", "a = one()\n«\nb = two(a)\n»\nc = three(b)\n");
    const now = new SourceFile("a.py", "start()\na = one()\n\nb = two(a, 1)\n\nc = three(b)\n");
    assert.deepEqual(linesOf(trackStep(region, { files: [now] })), [3, 5]);
  });

  it("sees through line ends and a byte order mark", () => {
    const { region, text } = marked("a.ts", "const a = 1;\nfunction f() { «\n  return a;\n} »\n");
    const now = new SourceFile("a.ts", `\uFEFF// new\r\n${text.replaceAll("\n", "\r\n")}`);
    const answer = trackStep(region, { files: [now] });
    assert.deepEqual(linesOf(answer), [3, 5]);
    assert.equal(answer.status === "orphaned" || answer.reason.lines.changed, 0);
  });
});

const tax = `
  function tax(amount) { «
    const base = amount - allowance;
    const due = base * rate;
    return Math.max(0, due);
  } »
  function discount(amount) {
    return amount * 0.9;
  }
`;

describe("code that is gone", () => {
  it("is orphaned, with where it was last seen", () => {
    const { region } = marked("tax.js", tax);
    const answer = trackStep(region, {
      files: [new SourceFile("tax.js", "function discount(amount) {\n  return amount * 0.9;\n}\n")],
    });
    assert.equal(answer.status, "orphaned");
    assert.deepEqual(answer.status === "orphaned" && answer.lastSeen, {
      path: "tax.js",
      startLine: 1,
      endLine: 5,
    });
  });

  it("is not found in a look-alike that was there before", () => {
    const before = `
      test("adds a line", () => { «
        const cart = open();
        cart.add("line");
        assert.equal(cart.size, 1);
      }); »
      test("adds a note", () => {
        const cart = open();
        cart.add("note");
        assert.equal(cart.size, 1);
      });
    `;
    const { region } = marked("a.test.js", before);
    const now = new SourceFile("a.test.js", region.file.lines.slice(5).join("\n"));
    assert.equal(trackStep(region, { files: [now] }).status, "orphaned");
  });

  it("is orphaned where the file is gone and nothing else is given", () => {
    const { region } = marked("tax.js", tax);
    const answer = trackStep(region, { files: [] });
    assert.deepEqual(answer.status === "orphaned" && answer.reason, { kind: "no file" });
  });

  it("is a tie, and no find, where two files have it equally", () => {
    const { region } = marked("tax.js", tax);
    const copy = region.file.lines.slice(0, 5).join("\n");
    const answer = trackStep(region, {
      files: [new SourceFile("one/a.js", copy), new SourceFile("two/b.js", copy)],
    });
    assert.equal(answer.status, "orphaned");
    assert.deepEqual(
      answer.status === "orphaned" &&
        answer.reason.kind === "tie" &&
        answer.reason.places.map(({ path }) => path).sort(),
      ["one/a.js", "two/b.js"],
    );
  });
});

describe("code that moved to another file", () => {
  it("is found there, and the answer says so", () => {
    const { region } = marked("tax.js", tax);
    const rest = new SourceFile("tax.js", "function discount(amount) {\n  return amount * 0.9;\n}\n");
    const there = new SourceFile(
      "billing/tax.js",
      code(`
        const allowance = 100;

        export function tax(amount) {
          const base = amount - allowance;
          const due = base * rate * 2;
          return Math.max(0, due);
        }
      `),
    );
    const answer = trackStep(region, { files: [rest, there, new SourceFile("x.js", "let x = 1;\n")] });
    assert.deepEqual(linesOf(answer), [3, 7]);
    assert.ok(answer.status !== "orphaned");
    assert.equal(answer.path, "billing/tax.js");
    assert.deepEqual(answer.reason.from, { path: "tax.js", how: "moved" });
  });

  it("is looked for first in the file that its own was renamed to", () => {
    const { region, text } = marked("tax.js", tax);
    const answer = trackStep(region, {
      files: [new SourceFile("new/money.js", text), new SourceFile("copy.js", text)],
      renames: new Map([["tax.js", "new/money.js"]]),
    });
    assert.ok(answer.status !== "orphaned");
    assert.equal(answer.path, "new/money.js");
    assert.deepEqual(answer.reason.from, { path: "tax.js", how: "renamed" });
  });
});

describe("walking over many changes", () => {
  const versions = [
    `
      function tax(amount) { «
        return amount * rate;
      } »
    `,
    `
      function tax(amount) {
        const base = amount - allowance;
        return base * rate;
      }
    `,
    `
      function taxDue(amount) {
        const base = amount - allowance;
        return round(base * rate);
      }
    `,
    `
      function taxDue(income, year) {
        const base = income - allowance(year);
        const due = round(base * rateOf(year));
        return Math.max(0, due);
      }
    `,
  ];
  const { region } = marked("tax.js", versions[0] ?? "");
  const snapshots = versions.slice(1).map((text) => ({ files: [new SourceFile("tax.js", code(text))] }));

  it("arrives where one jump does not", () => {
    assert.equal(trackStep(region, snapshots.at(-1) ?? { files: [] }).status, "orphaned");
    const answer = trackWalk(region, snapshots);
    assert.deepEqual(linesOf(answer), [1, 5]);
    assert.equal(answer.status, "changed");
  });

  it("can be taken up again at any step", () => {
    const footing = snapshots
      .slice(0, -1)
      .reduce((at, snapshot) => advance(at, snapshot), startingAt(region));
    assert.deepEqual(
      arrive(region, footing, snapshots.at(-1) ?? { files: [] }),
      trackWalk(region, snapshots),
    );
  });

  it("goes on from the last sure place when the code is away for a while, as on another branch", () => {
    const away = { files: [new SourceFile("tax.js", "export {};\n")] };
    const back = { files: [new SourceFile("tax.js", code(versions[1] ?? ""))] };
    assert.deepEqual(linesOf(trackWalk(region, [away, { files: [] }, back])), [1, 4]);
  });
});
