import assert from "node:assert/strict";
import fc from "fast-check";
import { MAX_FILE_CHARACTERS } from "../../../src/anchoring/code-file.ts";
import { locate } from "../../../src/anchoring/locate.ts";
import { makeAnchor } from "../../../src/anchoring/make-anchor.ts";
import { Anchor } from "../../../src/domain/anchor.ts";
import { withoutQuote } from "../../../src/app/quote-concerns.ts";
import { seed } from "../../support/seed.ts";

const code = `import { shop } from "./shop";

export function search(words: string) {
  const products = shop.products.all();
  return products.filter((product) => product.matches(words));
}

export function count() {
  return shop.products.all().length;
}
`;

const anchorOf = (startLine: number, endLine: number, text = code): Anchor =>
  makeAnchor({ path: "src/search.ts", text, startLine, endLine });

const why = (anchor: Anchor, text: string) => {
  const location = locate(anchor, text);
  return location.kind === "found" ? `found ${location.startLine} to ${location.endLine}` : location.why;
};

describe("finding the quoted lines again", () => {
  it("finds them where they were in the same file, whatever its line ends and white space", () => {
    const anchor = anchorOf(3, 6);
    const same = { kind: "found", startLine: 3, endLine: 6, certain: true };
    assert.deepEqual(locate(anchor, code), same);
    assert.deepEqual(locate(anchor, code.replace(/\n/g, "\r\n")), same);
    assert.deepEqual(locate(anchor, `\uFEFF${code}`), same);
    assert.deepEqual(locate(anchor, code.replace(/\n/g, "  \t\n")), same);
  });

  it("finds them further down, and says whether nothing else can be meant", () => {
    assert.deepEqual(locate(anchorOf(3, 6), `// one\n// two\n${code}`), {
      kind: "found",
      startLine: 5,
      endLine: 8,
      certain: false,
    });
  });

  it("finds them further up", () => {
    const location = locate(anchorOf(8, 10), code.slice(code.indexOf("export function count")));
    assert.deepEqual(location, {
      kind: "found",
      startLine: 1,
      endLine: 3,
      certain: false,
    });
  });

  it("does not find lines that were changed or taken out", () => {
    const anchor = anchorOf(4, 5);
    assert.equal(why(anchor, code.replace("product.matches(words)", "product.has(words)")), "gone");
    assert.equal(why(anchor, code.replace(/.*all\(\);\n/, "")), "gone");
    assert.equal(why(anchor, ""), "gone");
  });

  it("does not guess between copies", () => {
    const twins = "if (a) {\n  run();\n}\n".repeat(5);
    assert.equal(why(anchorOf(8, 8, twins), `// new\n${twins}`), "several");
  });

  it("tells copies apart by what is around them", () => {
    const text = ["a {", "  same();", "}", "b {", "  same();", "}", "c {", "  same();", "}"].join("\n");
    const anchor = anchorOf(5, 5, text);
    assert.equal(why(anchor, `// new\n// lines\n${text}`), "found 7 to 7");
    const changed = text.replace("a {\n  same();\n}\nb {", "a {\n  same();\n}\nb(1) {");
    assert.equal(why(anchor, changed), "several", "what is around it was changed too");
  });

  it("does not take the copy that is left for the one that is gone", () => {
    const text = ["a {", "  same();", "}", "", "b {", "  same();", "}"].join("\n");
    assert.equal(why(anchorOf(2, 2, text), ["a {", "}", "", "b {", "  same();", "}"].join("\n")), "gone");
  });

  it("does not take a copy whose surroundings are copies too, even when it is the only one left", () => {
    const block = ["// ----", "open();", "check();", "run();", "check();", "close();", "// ----"];
    const text = [...block, ...block].join("\n");
    assert.equal(why(anchorOf(4, 4, text), block.join("\n")), "gone");
    assert.equal(why(anchorOf(4, 4, text), text), "found 4 to 4", "the same file is the same place");
  });

  it("does not take a short line for one like it, written elsewhere since", () => {
    const text = "first();\nreturn null;\nlast();\n";
    const anchor = anchorOf(2, 2, text);
    assert.equal(why(anchor, "first();\nlast();\nother();\nreturn null;\nmore();\n"), "gone");
    assert.equal(why(anchor, "// new\nfirst();\nreturn null;\nlast();\n"), "found 3 to 3");
  });

  it("finds lines that say enough by themselves when they were moved away from their surroundings", () => {
    const [head = "", , ...rest] = code.split("\n\n");
    assert.equal(why(anchorOf(3, 6), [head, ...rest, code.split("\n\n")[1]].join("\n\n")), "found 8 to 11");
  });

  it("does not follow lines that were not shared, but knows the file by its hash", () => {
    const shared = withoutQuote(anchorOf(3, 6), "tracked");
    assert.equal(why(shared, code), "found 3 to 6");
    assert.equal(why(shared, `\n${code}`), "noQuote");
    assert.equal(why(withoutQuote(anchorOf(3, 6)), code), "noQuote");
  });

  it("says that a file is too large to look through", () => {
    assert.equal(why(anchorOf(3, 6), "x".repeat(MAX_FILE_CHARACTERS + 1)), "tooLarge");
  });

  it("cuts a region to the file", () => {
    const anchor = anchorOf(-3, 99);
    assert.deepEqual([anchor.startLine, anchor.endLine], [1, code.split("\n").length]);
    assert.deepEqual([anchorOf(50, 60).startLine, anchorOf(50, 60).endLine], [11, 11]);
    assert.deepEqual([anchorOf(5, 2).startLine, anchorOf(5, 2).endLine], [5, 5]);
    assert.deepEqual([anchorOf(NaN, NaN).startLine, anchorOf(NaN, NaN).endLine], [1, 1]);
  });

  it("quotes the first 200 lines of a long region, and finds it by them and its end", () => {
    const lines = Array.from({ length: 600 }, (_, at) => `line number ${at + 1} of the file`);
    const anchor = anchorOf(101, 500, lines.join("\n"));
    assert.equal(anchor.quote?.length, 200);
    assert.equal(why(anchor, lines.join("\n")), "found 101 to 500");
    assert.equal(why(anchor, ["// new", ...lines].join("\n")), "found 102 to 501");
    const shorter = [...lines.slice(0, 400), ...lines.slice(410)].join("\n");
    assert.equal(why(anchor, shorter), "gone", "where it ends now is not known");
  });

  it(`makes an anchor that the record takes, of any text (seed ${seed})`, () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: "binary", maxLength: 40 }), { maxLength: 30 }),
        fc.integer({ min: -5, max: 40 }),
        fc.integer({ min: -5, max: 40 }),
        (lines, startLine, endLine) => {
          const text = lines.join("\n");
          const anchor = makeAnchor({ path: "a", text, startLine, endLine, symbol: text });
          assert.deepEqual(Anchor.parse(anchor), anchor);
          const location = locate(anchor, text);
          assert.deepEqual(location.kind === "found" && location.certain, true);
        },
      ),
      { seed, numRuns: 300 },
    );
  });
});

describe("a found place is never a wrong one", () => {
  // Every line has a number, so that it is known where it went. Lines of code are there once; between them is what every file is full of.
  interface NumberedLine {
    readonly number: number;
    readonly text: string;
  }
  const boilerplate = ["", "}", "  }", "return;", "try {", "} else {", "  break;", "});", "// ----"];
  const isCode = ({ text }: NumberedLine) => !boilerplate.includes(text);
  const anyLine = fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(...boilerplate) },
    { weight: 3, arbitrary: fc.constant("code") },
  );
  const lineOf = (text: string, number: number): NumberedLine => ({
    number,
    text: text === "code" ? `  call(${number});` : text,
  });
  const writing = (text: fc.Arbitrary<string>) =>
    fc.oneof(
      fc.record({ kind: fc.constant("insert" as const), at: fc.nat(), text }),
      fc.record({ kind: fc.constant("replace" as const), at: fc.nat(), text }),
    );
  const moving = fc.oneof(
    fc.record({ kind: fc.constant("delete" as const), at: fc.nat(), count: fc.integer({ min: 1, max: 6 }) }),
    fc.record({
      kind: fc.constant("move" as const),
      at: fc.nat(),
      count: fc.integer({ min: 1, max: 8 }),
      to: fc.nat(),
    }),
  );
  type ValueOf<Of> = Of extends fc.Arbitrary<infer Value> ? Value : never;
  type Edit = ValueOf<ReturnType<typeof writing>> | ValueOf<typeof moving>;

  function edited(lines: readonly NumberedLine[], edits: readonly Edit[]): readonly NumberedLine[] {
    const now = [...lines];
    for (const [step, edit] of edits.entries()) {
      const at = edit.at % Math.max(1, now.length);
      if (edit.kind === "insert") now.splice(at, 0, lineOf(edit.text, -1 - step));
      else if (edit.kind === "replace") now.splice(at, 1, lineOf(edit.text, -1 - step));
      else {
        const out = now.splice(at, edit.count);
        // Brackets that change places among themselves leave nothing to see: only what holds code is moved.
        if (edit.kind === "move")
          now.splice(out.some(isCode) ? edit.to % Math.max(1, now.length) : at, 0, ...out);
      }
    }
    return now;
  }

  /** Runs both properties over the same kind of files. `told`: the lines whose numbers have to be right; none, where nothing is asked. */
  function neverWrong(
    edit: fc.Arbitrary<Edit>,
    told: (region: readonly NumberedLine[], place: readonly NumberedLine[]) => readonly NumberedLine[],
    enough: number,
  ): void {
    let found = 0;
    fc.assert(
      fc.property(
        fc.array(anyLine, { minLength: 5, maxLength: 60 }),
        fc.nat(),
        fc.integer({ min: 1, max: 8 }),
        fc.array(edit, { maxLength: 8 }),
        (texts, from, length, edits) => {
          const lines = texts.map(lineOf);
          const start = from % lines.length;
          const region = lines.slice(start, start + length);
          const anchor = makeAnchor({
            path: "a",
            text: lines.map(({ text }) => text).join("\n"),
            startLine: start + 1,
            endLine: start + region.length,
          });
          const now = edited(lines, edits);
          const location = locate(anchor, now.map(({ text }) => text).join("\n"));
          if (location.kind !== "found") return;
          const place = now.slice(location.startLine - 1, location.endLine);
          const numbers = (some: readonly NumberedLine[]) => told(region, some).map(({ number }) => number);
          assert.deepEqual(numbers(place), numbers(region), "these are other lines");
          found += numbers(region).length > 0 ? 1 : 0;
        },
      ),
      { seed, numRuns: 3000 },
    );
    assert.ok(found > enough, `found ${found} of 3000 only`);
  }

  it(`of lines that hold code, whatever is written, deleted, replaced and moved around them (seed ${seed})`, () => {
    neverWrong(fc.oneof(writing(anyLine), moving), (_region, place) => place.filter(isCode), 300);
  }).timeout(60_000);

  it(`of brackets and empty lines, when one of them is written over and others like it are left (seed ${seed})`, () => {
    neverWrong(writing(fc.constant("code")), (region, place) => (region.some(isCode) ? [] : place), 40);
  }).timeout(60_000);
});

describe("looking through large files", () => {
  it("takes linear time in a file of 100,000 equal lines, and in one line of 5 MB", () => {
    const many = "}\n".repeat(100_000);
    const one = "x".repeat(5_000_000);
    const start = performance.now();
    assert.equal(why(anchorOf(50_000, 50_199, many), `${many}}\n`), "several");
    const anchor = anchorOf(1, 1, one);
    assert.ok((anchor.quote?.[0]?.length ?? 0) <= 2_000);
    assert.equal(why(anchor, `${one}y`), "found 1 to 1", "the part that is compared is as it was");
    assert.ok(performance.now() - start < 20_000);
  }).timeout(60_000);

  it("keeps a quote small enough for a line of the record", () => {
    const wide = Array.from({ length: 300 }, () => "é".repeat(3_000)).join("\n");
    const anchor = anchorOf(1, 300, wide);
    assert.ok(Buffer.byteLength(JSON.stringify(anchor)) < 200_000);
  });
});
