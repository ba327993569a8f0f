import { writeFileSync } from "node:fs";

/** Told to the runner as it happens, through the channel between the processes. */
export type Progress = {
  readonly state: "passed" | "failed" | "skipped";
  readonly title: string;
  readonly milliseconds: number;
};

const REASON = / \(cannot run here: (.+)\)$/;

const titleOf = (test: Mocha.Runnable): string => test.titlePath().join(" › ");

/** The error as it is read: without the lines of mocha and Node between those of the test. */
const describeError = (error: unknown): string => {
  if (!(error instanceof Object) || !("message" in error)) return String(error);
  const { message, stack, cause } = error as Error;
  const frames = (stack ?? "")
    .split("\n")
    .filter((line) => !/^\s+at .*(node:internal|node_modules[\\/]mocha)/.test(line));
  const text = frames.join("\n").trim();
  const whole = text.includes(message) ? text : `${message}\n${text}`;
  return cause === undefined ? whole : `${whole}\nbecause: ${describeError(cause)}`;
};

/**
 * A mocha reporter that writes counts, failures and the reasons of what was skipped to the file named by its option `output`, at the very
 * end: a run without that file did not end. A test that was skipped without a reason is a failure (see test/support/cannot-run-here.ts).
 */
export class ResultsReporter {
  private passed = 0;
  private readonly failed: { readonly title: string; readonly error: unknown }[] = [];
  private readonly skips: { readonly title: string; readonly why: string }[] = [];

  constructor(runner: Mocha.Runner, options: { readonly reporterOptions?: { readonly output?: string } }) {
    const output = options.reporterOptions?.output;
    if (output === undefined) throw new Error("the reporter needs its option `output`");
    runner.on("pass", (test) => {
      this.passed += 1;
      this.tell("passed", test);
    });
    runner.on("fail", (test: Mocha.Runnable, error: unknown) => {
      this.failed.push({ title: titleOf(test), error });
      this.tell("failed", test);
    });
    runner.on("pending", (test) => {
      const why = REASON.exec(test.title)?.[1];
      if (why === undefined) {
        this.failed.push({ title: titleOf(test), error: new Error("skipped without saying why") });
      } else {
        this.skips.push({ title: titleOf(test).replace(REASON, ""), why });
      }
      this.tell(why === undefined ? "failed" : "skipped", test);
    });
    runner.once("end", () => {
      // Errors are put into words only now: a hook after the test may have added to them.
      const failures = this.failed.map(({ title, error }) => ({ title, details: describeError(error) }));
      writeFileSync(output, JSON.stringify({ passed: this.passed, failures, skips: this.skips }));
      process.send?.("ended");
    });
  }

  private tell(state: Progress["state"], test: Mocha.Runnable): void {
    const progress: Progress = { state, title: titleOf(test), milliseconds: test.duration ?? 0 };
    process.send?.(progress);
  }
}
