import assert from "node:assert/strict";
import fc from "fast-check";
import { CodeFollower } from "../../../src/app/code-follower.ts";
import { searchCode } from "../../../src/app/code-search.ts";
import { placeReason } from "../../../src/app/place-reason.ts";
import { WorkFiles } from "../../../src/app/work-files.ts";
import { locate } from "../../../src/anchoring/locate.ts";
import { makeAnchor } from "../../../src/anchoring/make-anchor.ts";
import { standsAsItWas } from "../../../src/anchoring/stands-as-it-was.ts";
import { tellingParts } from "../../../src/anchoring/telling-parts.ts";
import { SourceFile } from "../../../src/anchoring/tracking/source-file.ts";
import { Anchor } from "../../../src/domain/anchor.ts";
import { inEnglish, MemoryCode } from "../../support/app-world.ts";
import { MemoryCodeHistory } from "../../support/memory-code-history.ts";
import { seed } from "../../support/seed.ts";

const text = `function tax(order) {
  const rate = /(a+)+$/.exec(order.country) ?? rateOf(order);
  return order.net * rate.\\u0041;
}

function rest() {}
`;
const files = { "billing.ts": text, "empty.ts": "", "a[0]*(b|c)+$.ts": text.replaceAll("tax", "vat") };
const count = text.split("\n").length;

const oddNumber = fc.oneof(
  fc.constantFrom(NaN, Infinity, -Infinity, -1, 0, 0.5, 1, 2, count, count + 1, 1e7, 2 ** 53, 1e308),
  fc.double(),
);
const oddLine = fc.oneof(
  fc.constantFrom(
    "",
    "(a+)+$",
    "[",
    "\\",
    "$& $1 $`",
    "*",
    "\uD800",
    "x\uDC00y",
    "a\u0000b",
    "\uFEFF",
    "\u2028",
    "a\nb\rc",
    "x".repeat(20_000),
    "😀".repeat(101),
    ...text.split("\n"),
  ),
  fc.string({ unit: "binary" }),
);
const oddLines = fc.option(fc.array(oddLine, { maxLength: 6 }), { nil: undefined });
const oddPath = fc.oneof(
  fc.constantFrom(
    ...Object.keys(files),
    "../../etc/passwd",
    "/etc/passwd",
    "..",
    ".",
    "",
    "a/../../b",
    "billing.ts/",
    "C:\\x",
    "\0",
    "\n",
    "billing.ts\0",
    "__proto__",
    "constructor",
    "\uD800",
    "*",
    "(a+)+$",
    ":(glob)**",
    "-f",
  ),
  fc.string(),
);

/** What the schema of the record lets through, and what it does not: the pure parts never see the latter, and bear it all the same. */
const oddAnchor = (commit: string): fc.Arbitrary<Anchor> =>
  fc.record({
    path: oddPath,
    startLine: oddNumber,
    endLine: oddNumber,
    commit: fc.constantFrom(undefined, commit, "f".repeat(40), "HEAD", "--all"),
    quote: oddLines,
    before: oddLines,
    after: oddLines,
    alike: fc.constantFrom(undefined, 0, 1, NaN),
    fileHash: fc.constantFrom(undefined, "0".repeat(64)),
  });

describe("anchors that mean harm", () => {
  it("are refused where they enter, if their lines are no lines", () => {
    const good = makeAnchor({ path: "billing.ts", text, startLine: 1, endLine: 4 });
    assert.ok(Anchor.safeParse(good).success);
    for (const lines of [
      { startLine: -1 },
      { startLine: 0 },
      { startLine: NaN },
      { startLine: 1.5 },
      { endLine: Infinity },
      { endLine: 1e300 },
      { endLine: 10_000_001 },
      { startLine: 4, endLine: 3 },
      { startLine: "1" },
    ])
      assert.equal(Anchor.safeParse({ ...good, ...lines }).success, false, JSON.stringify(lines));
  });

  it(`get an honest answer: inside a file that is there, or none (seed ${seed})`, async () => {
    const history = new MemoryCodeHistory();
    const commit = history.commit(files);
    const code = new MemoryCode();
    for (const [path, content] of Object.entries(files)) code.files.set(path, `// new\n${content}`);
    history.workTree = Object.fromEntries(code.files);
    const follower = new CodeFollower(history);
    await fc.assert(
      fc.asyncProperty(fc.array(oddAnchor(commit), { minLength: 1, maxLength: 4 }), async (anchors) => {
        const read = new WorkFiles(code).look();
        const answers = await follower.follow(anchors, read);
        assert.equal(answers.length, anchors.length);
        for (const answer of answers) {
          assert.ok(placeReason(answer, inEnglish).length > 0);
          if (answer.status === "orphaned") continue;
          const lines = code.files.get(answer.path)?.split("\n").length ?? 0;
          const { startLine, endLine } = answer;
          assert.ok(Number.isInteger(startLine) && Number.isInteger(endLine), `${startLine}-${endLine}`);
          assert.ok(1 <= startLine && startLine <= endLine && endLine <= lines, `${startLine}-${endLine}`);
        }
        for (const anchor of anchors) {
          locate(anchor, text);
          standsAsItWas(anchor, text);
          await searchCode(anchor, history, read);
        }
      }),
      { seed, numRuns: 400 },
    );
  });

  it("are never made, whatever lines an editor names", () => {
    fc.assert(
      fc.property(oddNumber, oddNumber, fc.string({ unit: "binary" }), (startLine, endLine, odd) => {
        const anchor = makeAnchor({ path: "billing.ts", text: odd, startLine, endLine });
        assert.ok(Anchor.safeParse(anchor).success, JSON.stringify(anchor));
      }),
      { seed, numRuns: 400 },
    );
  });

  it("are searched for by whole characters", () => {
    const line = `x${"😀".repeat(200)} and twelve letters more`;
    const file = new SourceFile("a.ts", `const twelveLetters = "${line}";\n`);
    const parts = tellingParts({ file, startLine: 1, endLine: 1 });
    assert.equal(parts.length, 1);
    assert.doesNotMatch(parts[0] ?? "", /\p{Surrogate}/u);
  });
});
