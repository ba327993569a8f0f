import assert from "node:assert/strict";
import { SourceFile } from "../../../src/anchoring/tracking/source-file.ts";

/** The name of what starts on the first line of a text. */
const nameIn = (path: string, text: string): string | undefined => {
  const name = new SourceFile(path, text).name(0);
  return name === undefined ? undefined : `${name.certain ? "" : "?"}${name.name}`;
};

describe("what a unit defines", () => {
  const cases: readonly [path: string, text: string, name: string | undefined][] = [
    ["a.ts", "export async function load<T>(x: T) {\n  go();\n}", "load"],
    ["a.ts", "export default class Cart extends Base {\n  x = 1;\n}", "Cart"],
    ["a.ts", "  private async save(\n    items: Item[],\n  ): Promise<void> {\n    go();\n  }", "save"],
    ["a.ts", "const load = async (x) => {\n  go();\n};", "load"],
    ["a.ts", "export const LIMIT = 3;", "?LIMIT"],
    ["a.js", "proto.handle = function (req, res) {\n  go();\n};", "proto.handle"],
    ["a.js", "it('adds a line', () => {\n  go();\n});", "it adds a line"],
    ["a.js", "describe('.get(field)', function () {\n  go();\n});", "describe .get(field)"],
    ["a.js", "items.forEach(function (item) {\n  go();\n});", undefined],
    ["a.js", "if (ready) {\n  go();\n}", undefined],
    ["a.js", "return function (x) {\n  go();\n};", undefined],
    ["a.py", "def load(self, x):\n    go()", "load"],
    ["a.py", "async def load(x):\n    go()", "load"],
    ["a.py", "def print(x):\n    go()", "print"],
    ["a.py", "class Cart(Base):\n    pass", "Cart"],
    ["a.py", "total = one + two", "?total"],
    ["a.py", "if total == 1:\n    go()", undefined],
    ["a.java", "public static <T> List<T> sorted(Collection<T> all) {\n  go();\n}", "sorted"],
    ["a.java", "@Override public String toString() {\n  go();\n}", "toString"],
    ["a.java", "private final Map<String, List<Integer>> counts = new HashMap<>();", "?counts"],
    ["a.go", "func (r *Reader) Read(p []byte) (int, error) {\n\tgo()\n}", "Reader.Read"],
    ["a.go", "type Reader struct {\n\tx int\n}", "Reader"],
    ["a.rs", "pub(crate) fn read<'a>(x: &'a str) -> u8 {\n  1\n}", "read"],
    ["a.rs", "impl Read for File {\n  fn x() {}\n}", "impl Read for File"],
    ["a.cpp", "void Window::draw(const Rect& r) const\n{\n  go();\n}", "Window::draw"],
    ["a.cpp", "static unsigned char* name(int x) {\n  go();\n}", "name"],
    ["a.rb", "def self.load(x)\n  go\nend", "self.load"],
    ["a.rb", 'test "adds a line" do\n  go\nend', "test adds a line"],
    ["a.php", "public function boot(): void\n{\n  go();\n}", "boot"],
    ["a.php", "'ses' => [\n  1,\n],", "?ses"],
    ["a.yml", "test:\n  run: make", "test"],
    ["a.json", '"scripts": {\n  "x": 1\n}', "scripts"],
    ["a.toml", "[package] # main\nname = 1", "[package]"],
    ["a.md", "## Install it ##\n\nNow.", "# Install it"],
    ["a.html", '<div class="x" id="cart">\n</div>', "?<div cart"],
  ];
  for (const [path, text, name] of cases)
    it(`${path}: ${text.split("\n")[0] ?? ""}`, () => assert.equal(nameIn(path, text), name));

  it("takes time that does not explode with the length of a line", () => {
    for (const line of [
      "a ".repeat(5000),
      "a<".repeat(5000),
      "a.".repeat(5000),
      "(".repeat(5000),
      "a::".repeat(5000),
      "@a(".repeat(5000),
      "x: ".repeat(5000),
    ]) {
      const start = process.cpuUsage().user;
      nameIn("a.ts", `${line}{\n  go();\n}`);
      assert.ok(process.cpuUsage().user - start < 1e6, line.slice(0, 10));
    }
  });
});
