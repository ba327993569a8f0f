import assert from "node:assert/strict";
import { SourceFile } from "../../../src/anchoring/tracking/source-file.ts";
import { code } from "./tracking-helpers.ts";

/** The units of a text as `first-last`, lines from 1; `#` before those that are comments. */
function units(path: string, text: string): string[] {
  const file = new SourceFile(path, code(text));
  return [...file.lines.keys()].flatMap((row) => {
    const end = file.units.end[row] ?? -1;
    const comment = file.units.commentEnd[row] ?? -1;
    return [
      ...(end >= 0 ? [`${String(row + 1)}-${String(end + 1)}`] : []),
      ...(comment >= 0 ? [`#${String(row + 1)}-${String(comment + 1)}`] : []),
    ];
  });
}

describe("units of code, by indentation and brackets alone", () => {
  it("reads blocks with brackets", () => {
    const text = `
      function a(x) {
        if (x) {
          b();
        } else {
          c();
        }
      }
      d();
    `;
    assert.deepEqual(units("a.js", text), ["1-7", "2-6", "3-3", "4-6", "5-5", "8-8"]);
  });

  it("reads a block whose bracket has a line of its own", () => {
    assert.deepEqual(units("a.c", "int a(int x)\n{\n  return x;\n}\nint b;\n"), ["1-4", "3-3", "5-5"]);
  });

  it("reads blocks by indentation, with their else", () => {
    const text = `
      def a(x):
          if x:
              b()
          else:
              c()

          return x
      d()
    `;
    assert.deepEqual(units("a.py", text), ["1-7", "2-5", "3-3", "4-5", "5-5", "7-7", "8-8"]);
  });

  it("reads blocks that end with a word", () => {
    assert.deepEqual(units("a.rb", "def a(x)\n  if x\n    b\n  end\nend\n\ndef c\nend\n"), [
      "1-5",
      "2-4",
      "3-3",
      "7-8",
    ]);
  });

  it("reads statements over several lines", () => {
    const text = `
      const a = b(
        1,
        2,
      );
      const c = d
        .e()
        .f();
    `;
    assert.deepEqual(units("a.ts", text), ["1-4", "2-2", "3-3", "5-7", "6-6", "7-7"]);
  });

  it("does not count brackets in strings, comments and regular expressions", () => {
    const text = `
      function a() {
        b("{", '(', /[(]/); // }
        c(\`
      } {
      \`);
      }
      /* { */
      d();
    `;
    assert.deepEqual(units("a.js", text), ["1-6", "2-2", "3-5", "#7-7", "8-8"]);
    assert.ok(new SourceFile("a.js", code(text)).depths.balanced);
  });

  it("does not take a lifetime of Rust for a string", () => {
    assert.ok(
      new SourceFile("a.rs", "fn f<'a>(x: &'a str) -> &'a str {\n  let c = '{';\n  x\n}\n").depths.balanced,
    );
  });

  it("falls back on indentation where brackets do not match", () => {
    const text = `
      #ifdef A
      void a() {
      #else
      void a(int x) {
      #endif
        b();
      }
      void c() {
        d();
      }
    `;
    assert.ok(units("a.c", text).includes("8-10"));
  });

  it("reads the sections of Markdown by the level of their headings, and none in code", () => {
    const text = `
      # One

      Text
      of a paragraph.

      ## Two

      \`\`\`sh
      # no heading

      \`\`\`

      # Three
    `;
    const found = units("a.md", text);
    for (const unit of ["1-11", "3-4", "6-11", "8-11", "13-13"])
      assert.ok(found.includes(unit), `${unit} in ${found.join(" ")}`);
    assert.equal(found.filter((unit) => unit.startsWith("9-")).length, 0);
  });

  it("reads lists at the indentation of their key, in YAML", () => {
    const text = `
      on:
      - push
      jobs:
        test:
          - run: make
            name: all
        ship: 1
    `;
    assert.deepEqual(units("a.yml", text), ["1-2", "2-2", "3-7", "4-6", "5-6", "6-6", "7-7"]);
  });

  it("reads sections of configuration files", () => {
    assert.deepEqual(units("a.toml", "[a]\nx = 1\n\n[b]\ny = [\n  1,\n]\n"), [
      "1-2",
      "2-2",
      "4-7",
      "5-7",
      "6-6",
    ]);
  });

  it("joins line comments, and keeps block comments apart", () => {
    assert.deepEqual(units("a.ts", "// one\n// two\n/* three\n * four\n */\n/* five */\nx();\n"), [
      "#1-2",
      "#3-5",
      "#6-6",
      "7-7",
    ]);
  });

  it("reads on after a string that never ends", () => {
    assert.deepEqual(units("a.py", 'x = """\ndef a():\n    b()\n'), ["1-1", "2-3", "3-3"]);
  });
});
