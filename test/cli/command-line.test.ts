import assert from "node:assert/strict";
import { tmpdir } from "node:os";
import { commandNames } from "../../src/cli/command-names.ts";
import { ErrorDocument } from "../../src/cli/documents/error-document.ts";
import { EXIT } from "../../src/cli/exit-codes.ts";
import { runHere } from "./run-here.ts";
import type { Terminal } from "./run-here.ts";
import { readDocument } from "./team.ts";

// None of this reaches a repository: git is not even on the PATH.
const run = (...args: readonly string[]) => runHere(tmpdir(), {}, args);
const at = (terminal: Terminal, ...args: readonly string[]) => runHere(tmpdir(), {}, args, terminal);

describe("the command line", () => {
  it("prints its version", async () => {
    const ran = await run("--version");
    assert.deepEqual([ran.exit, ran.out, ran.err], [EXIT.done, "1.2.3\n", ""]);
  });

  it("says on its own what it can do, as --help does", async () => {
    const bare = await run();
    assert.equal(bare.exit, EXIT.done);
    assert.equal(bare.out, (await run("--help")).out);
    for (const name of commandNames) assert.match(bare.out, new RegExp(`^ {2}${name}\\b`, "m"));
  });

  it("lists every exit code in its help", async () => {
    const { out } = await run("--help");
    for (const [name, code] of Object.entries(EXIT))
      if (name !== "interrupted")
        assert.match(out, new RegExp(`^ {2}${String(code).padStart(2)}  \\S`, "m"), name);
  });

  for (const name of commandNames) {
    it(`has a help for ${name} with examples that begin with the program`, async () => {
      const { exit, out } = await run(name, "--help");
      assert.equal(exit, EXIT.done);
      assert.match(out, new RegExp(`^Usage: sightline ${name}\\b`));
      const examples = out.slice(out.indexOf("Examples:"));
      assert.match(examples, new RegExp(`sightline ${name}\\b`));
      assert.equal((await run("help", name)).out, out);
    });
  }

  it("breaks its help at the width of the terminal", async () => {
    const { out } = await at({ columns: 60 }, "help", "sync");
    const prose = out.slice(0, out.indexOf("Examples:")).split("\n");
    assert.deepEqual(
      prose.filter((line) => line.length > 60),
      [],
    );
  });

  it("no example of the help is refused as a command line", async function () {
    this.timeout(20_000);
    for (const name of commandNames) {
      const { out } = await run(name, "--help");
      const lines = out.slice(out.indexOf("Examples:")).replaceAll("\\\n", " ").split("\n").slice(1);
      const examples = lines.map((line) => line.trim()).filter((line) => /(^|\| )sightline /.test(line));
      assert.ok(examples.length > 0, name);
      for (const example of examples) {
        const ran = await at({ input: "x" }, ...argsOf(example));
        assert.notEqual(ran.exit, EXIT.usage, `${example}\n${ran.err}`);
      }
    }
  });

  const slips: readonly (readonly [string, readonly string[], RegExp])[] = [
    [
      "a command that is none",
      ["frobnicate"],
      /^sightline: There is no command frobnicate\. Run sightline --help/,
    ],
    ["a slip of the pen", ["lst"], /There is no command lst\. Did you mean list\?/],
    ["an option that is none", ["list", "--nosuch"], /no option --nosuch here.*sightline list --help/],
    [
      "an option that is nearly one",
      ["list", "--wating"],
      /no option --wating here.*Did you mean --waiting\?/,
    ],
    ["a missing title", ["add"], /The title is missing, so nothing was done/],
    ["a missing value", ["add", "x", "--impact"], /--impact needs a value after it/],
    [
      "a text without quotes",
      ["comment", "3f2a", "Seen", "too"],
      /more than the command takes.*quotes around it/,
    ],
    ["help for nothing", ["help", "nosuch"], /There is no command nosuch/],
    ["only an option", ["--json"], /Say what to do/],
    ["two texts from one input", ["add", "-", "--impact", "-"], /Only one text can come from standard input/],
    ["a kind that is none", ["list", "--kind", "bug"], /--kind can't be "bug".*outside-limit/],
    [
      "a note closed and opened at once",
      ["edit", "3f2a", "--close", "done", "--reopen"],
      /--close and --reopen don't go together/,
    ],
    [
      "a day without a reason to have one",
      ["edit", "3f2a", "--until", "2027-01-01"],
      /--until needs --close put-off/,
    ],
    ["a source without evidence", ["edit", "3f2a", "--source", "x"], /--source needs --evidence/],
    [
      "a reason without a recommendation",
      ["option", "3f2a", "--title", "x", "--because", "y"],
      /--because needs --recommend/,
    ],
    ["an option without a title", ["option", "3f2a", "--takes", "2w"], /--title is missing/],
    ["withdrawing nothing", ["option", "3f2a", "--withdraw"], /--withdraw needs the letter/],
    [
      "a letter for a question asked further",
      ["ask", "3f2a", "x", "--about", "A", "--further"],
      /--about and --further/,
    ],
    ["accepting with a text", ["answer", "3f2a", "x", "--accept"], /--accept and text don't go together/],
    ["answering without one", ["answer", "3f2a"], /The text is missing/],
    [
      "a day that is none",
      ["decide", "3f2a", "A", "--revisit-on", "2027-02-30"],
      /--revisit-on can't be "2027-02-30".*a day such as/,
    ],
    [
      "putting back and letting go",
      ["sync", "--put-back", "--accept-removal"],
      /--put-back and --accept-removal/,
    ],
    ["a form that is none", ["export", "--format", "xml"], /--format can't be "xml".*md, json, csv/],
    ["JSON as CSV", ["export", "--json", "--format", "csv"], /--json and --format csv/],
  ];
  for (const [name, args, words] of slips) {
    it(`refuses ${name} in one paragraph`, async () => {
      const ran = await run(...args);
      assert.match(ran.err, words);
      assert.equal(ran.exit, EXIT.usage, ran.err);
      assert.equal(ran.out.includes("error"), args.includes("--json"));
      assert.equal(ran.err.trimEnd().split("\n").length, 1);
    });
  }

  it("says what went wrong as JSON too", async () => {
    const ran = await run("--json", "list", "--nosuch");
    const { error } = readDocument(ErrorDocument, ran);
    assert.deepEqual([error.kind, error.exit], ["usage", EXIT.usage]);
    assert.match(error.message, /^There is no option --nosuch here/);
    assert.match(ran.err, /There is no option --nosuch/);
  });

  it("takes an option after -- for a text", async () => {
    const ran = await run("comment", "3f2a", "--", "--json");
    assert.notEqual(ran.exit, EXIT.usage, ran.err);
    assert.equal(ran.out, "");
  });

  it("says that git is missing, and what to do", async () => {
    const ran = await run("list");
    assert.equal(ran.exit, EXIT.notHere);
    assert.match(ran.err, /^sightline: git was not found\. .*Install git/);
  });

  it("says that there is no such folder", async () => {
    const ran = await run("-C", "no", "-C", "such", "list");
    assert.equal(ran.exit, EXIT.notHere);
    assert.match(ran.err, /There is no folder .*no.such\. Nothing was done\. Check what stands after -C/);
  });
});

/** The arguments of a line of shell as the examples have it: words, double quotes, no more. */
function argsOf(example: string): string[] {
  // Examples that fit stand on one line with what they do, two blanks apart.
  const line = example
    .slice(example.lastIndexOf("sightline ") + "sightline ".length)
    .replace(/ [|>] .*$| \|\| .*$| {2}.*$/, "");
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? "");
}
