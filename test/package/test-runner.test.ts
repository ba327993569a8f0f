import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { projectRoot } from "../../scripts/project.ts";
import type { Results } from "../../scripts/test/results.ts";
import { runMocha } from "../../scripts/test/run-mocha.ts";

const own = mkdtempSync(path.join(tmpdir(), "sightline-runner-"));
const support = JSON.stringify(path.join(projectRoot, "test/support/cannot-run-here.ts"));
let count = 0;

/** Runs a test file with this content. */
const outcome = (content: string, times: { testLimit?: number; limit?: number } = {}): Promise<Results> => {
  count += 1;
  const file = path.join(own, `case-${count}.test.ts`);
  writeFileSync(file, `import { cannotRunHere } from ${support};\nvoid cannotRunHere;\n${content}\n`);
  return runMocha({
    files: [file],
    testLimit: 5_000,
    limit: 30_000,
    linger: 1_000,
    output: path.join(own, `case-${count}`),
    onProgress: () => undefined,
    ...times,
  });
};

const failed = ({ failures }: Results): string =>
  failures.map(({ title, details }) => `${title}: ${details}`).join("\n");

describe("the test runner believes nothing", () => {
  after(() => rmSync(own, { recursive: true, force: true }));

  it("R1 counts what passed and what failed, and shows the failure with its cause", async () => {
    const results = await outcome(`
      it("holds", () => {});
      it("breaks", () => { throw new Error("outside", { cause: new Error("inside") }); });`);
    assert.equal(results.passed, 1);
    assert.match(failed(results), /^breaks: Error: outside[^]*because: Error: inside/);
  });

  it("R2 takes a skip with a reason for a skip, in a test and in a hook", async () => {
    const results = await outcome(`
      it("one", function () { cannotRunHere(this, "no moon"); });
      describe("all", () => { before(function () { cannotRunHere(this, "no sun"); }); it("two", () => {}); });`);
    assert.deepEqual(results.skips, [
      { title: "one", why: "no moon" },
      { title: "all › two", why: "no sun" },
    ]);
    assert.deepEqual(results.failures, []);
  });

  it("R3 takes a skip without a reason for a failure", async () => {
    assert.match(
      failed(await outcome(`it("one", function () { this.skip(); });`)),
      /skipped without saying why/,
    );
  });

  it("R4 takes a failed hook for a failure", async () => {
    const results = await outcome(`
      describe("all", () => { before(() => { throw new Error("no ground"); }); it("one", () => {}); });`);
    assert.match(failed(results), /"before all" hook[^]*no ground/);
  });

  it("R5 takes a process that ends well in the middle of its tests for a failure, and says where", async () => {
    const results = await outcome(`it("one", () => {}); it("two", () => { process.exit(0); });`);
    assert.match(failed(results), /did not come to its end: its process ended with code 0, after "one"/);
  });

  it("R6 takes a file without a test for a failure", async () => {
    assert.match(failed(await outcome("")), /There is no test in these files/);
  });

  it("R7 takes something left open for a failure", async () => {
    const results = await outcome(`it("one", () => { setInterval(() => {}, 1000); });`);
    assert.equal(results.passed, 1);
    assert.match(failed(results), /something was still open long after its last test/);
  });

  it("R8 ends a run that blocks, at its limit", async () => {
    const results = await outcome(`it("one", () => { for (;;); });`, { limit: 3_000 });
    assert.match(failed(results), /it was ended after 0\.05 minutes, before its first test ended/);
  });

  it("R9 takes a file that does not load for a failure", async () => {
    const results = await outcome(`throw new Error("not even loaded"); it("one", () => {});`);
    assert.match(failed(results), /ended with code 1, before its first test ended[^]*not even loaded/);
  });

  it("R10 takes a test that runs alone for a failure", async () => {
    const alone = ["it", "only"].join(".");
    assert.notEqual(failed(await outcome(`${alone}("one", () => {}); it("two", () => {});`)), "");
  });
});
