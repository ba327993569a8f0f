import assert from "node:assert/strict";
import fc from "fast-check";
import { plainMarkdown, plainParagraphs } from "../../../src/host/plain-markdown.ts";

/** What CommonMark shows for text in which every mark is escaped: the marks themselves. */
const shown = (markdown: string) => markdown.replaceAll(/\\([!-/:-@[-`{-~])/g, "$1");

describe("text that people wrote, as Markdown", () => {
  for (const hostile of [
    "[click](command:workbench.action.quit)",
    "![x](https://evil.example/pixel.png)",
    "<img src=x onerror=alert(1)>",
    "<command:sightline.openNote>",
    "https://evil.example and www.evil.example and me@evil.example",
    "$(bell) &lt;b&gt; **bold** _it_ `code` ~~gone~~",
    "# Heading",
    "1. list",
    "| a | b |",
    "```js",
    "---",
  ])
    it(`shows "${hostile.slice(0, 40)}" as it stands`, () => {
      const markdown = plainMarkdown(hostile);
      assert.equal(shown(markdown), hostile);
      assert.doesNotMatch(markdown.replaceAll(/\\./g, ""), /[!-/:-@[-`{-~]/);
    });

  it("keeps lines and paragraphs, and no more", () => {
    assert.equal(plainMarkdown("one\ntwo\n\n\n   three  \n"), "one\\\ntwo\n\nthree");
  });

  it("does not make code of what is indented", () => {
    assert.equal(plainMarkdown("a\n\n        b"), "a\n\nb");
  });

  it("drops what would turn the reading direction", () => {
    assert.equal(plainMarkdown("a\u202Eb"), "ab");
  });

  it("leaves out what is empty", () => {
    assert.equal(plainParagraphs(["", "one", "  ", "two"]), "one\n\ntwo");
  });

  it("never leaves a mark without its backslash, whatever is written", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
        // An escaped line end is the only backslash before something that is no mark.
        const rest = plainMarkdown(text)
          .replaceAll("\\\n", " ")
          .replaceAll(/\\[!-/:-@[-`{-~]/g, "");
        assert.doesNotMatch(rest, /[!-/:-@[-`{-~]/);
      }),
    );
  });
});
