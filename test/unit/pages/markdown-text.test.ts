import assert from "node:assert/strict";
import fc from "fast-check";
import { plainLine } from "../../../src/base/plain-text.ts";
import {
  codeBlock,
  inline,
  MAX_TEXT_CHARACTERS,
  paragraphs,
  table,
} from "../../../src/store/pages/markdown-text.ts";
import { seed } from "../../support/seed.ts";

const hostile = [
  "<script>alert(1)</script>",
  "</td></table><img src=x onerror=alert(1)>",
  "<!-- comment",
  "a | b || c",
  "`code` ``` ~~~",
  "*bold* _italic_ ~~struck~~",
  "[text](javascript:alert(1)) ![image](http://evil.example/x.png)",
  "[ref]: http://evil.example",
  "[^1] [x] [ ]",
  "http://evil.example https://evil.example www.evil.example ftp://evil.example",
  "me@evil.example mailto:me@evil.example",
  "@everyone @team/members",
  "#12 GH-12 !12 %12 ~12 &12 ^alert $12",
  ":smile: :+1:",
  "# heading",
  "> quote",
  "- item",
  "+ item",
  "* item",
  "1. item",
  "1) item",
  "---",
  "===",
  "    four spaces",
  "../../secrets.md",
  "&lt;b&gt; &#60;b&#62; &nbsp;",
  "\\* \\",
  "$x^2$ $$x$$",
  "{{ site.title }} {% include x %}",
  "abc\u202Edcb\u2066x\u200F",
  "a\u0000b\u001Bc\u2028d",
];

const piece = fc.oneof(
  fc.constantFrom(...hostile, "\n", "\n\n", "\r\n", "\t"),
  fc.string({ unit: "binary", maxLength: 8 }),
);
const texts = fc.array(piece, { maxLength: 8 }).map((parts) => parts.join(""));

/** What a reader sees: references read, what is invisible left out. */
const seen = (markdown: string): string =>
  markdown
    .replace(/&#(\d+);/g, (_all, code: string) => String.fromCharCode(Number(code)))
    .replace(/\u2060/g, "");

describe("texts of people on a page", () => {
  it(`show letter by letter (seed ${seed})`, () => {
    fc.assert(
      fc.property(texts, (text) => {
        assert.equal(seen(inline(text)), plainLine(text).replace(/\u2060/g, ""));
      }),
      { seed, numRuns: 2000 },
    );
  });

  it(`hold no mark of Markdown or HTML, on no line (seed ${seed})`, () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const line of [inline(text), ...paragraphs(text).split("\n")]) {
          const bare = line.replace(/&#\d+;/g, "");
          assert.equal(/[\\`*_{}[\]<>&#|~=^$@]/.exec(bare), null, line);
          assert.equal(/^\s*(?:[-+]|\d{1,9}[.)])/.exec(line), null, line);
          assert.equal(/^ {2,}\S|^\t/.exec(line), null, line);
        }
        assert.equal(inline(text).includes("\n"), false);
      }),
      { seed, numRuns: 2000 },
    );
  });

  it("hold nothing that a host turns into a link, a mention or a picture", () => {
    for (const text of hostile) {
      const read = inline(text).replace(/&#(\d+);/g, (_all, code: string) =>
        String.fromCharCode(Number(code)),
      );
      assert.equal(/\w:\/\/|www\.|@\w|[#!%~&^$]\d|:\w+:|:\+1:/.exec(read), null, text);
    }
  });

  it("keep paragraphs and line breaks, and no more than that", () => {
    assert.equal(paragraphs("one\ntwo\r\n\r\n\r\nthree\n   \nfour\n"), "one  \ntwo\n\nthree\n\nfour");
    assert.equal(paragraphs(" \n\n "), "");
  });

  it("are cut where they are endless, never inside a character", () => {
    assert.equal(inline("😀".repeat(10), 4), "😀😀😀…");
    assert.ok(paragraphs("x ".repeat(MAX_TEXT_CHARACTERS)).length < 2 * MAX_TEXT_CHARACTERS);
  });

  it("stay in their cell", () => {
    const [head, rule, row, ...more] = table(
      ["A", "B"],
      [["a | b\nc", "`|`"].map((text) => inline(text))],
    ).split("\n");
    assert.deepEqual([head, rule, more], ["| A | B |", "| --- | --- |", []]);
    assert.equal(row?.match(/\|/g)?.length, 3);
  });
});

describe("code on a page", () => {
  it(`stays in its fence, whatever it holds (seed ${seed})`, () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom("```", "````", "~~~", "``` js"), texts), { maxLength: 8 }),
        (lines) => {
          const [fence = "", ...rest] = codeBlock(lines).split("\n");
          assert.match(fence, /^`{3,}$/);
          assert.equal(rest.at(-1), fence);
          assert.equal(rest.slice(0, -1).length, lines.length);
          for (const line of rest.slice(0, -1)) assert.equal(line.includes(fence), false);
        },
      ),
      { seed, numRuns: 1000 },
    );
  });

  it("does not turn its reading direction", () => {
    assert.equal(codeBlock(["if (a\u202E\u2066) {"]), "```\nif (a) {\n```");
  });
});
