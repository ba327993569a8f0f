/**
 * Leaves a test, or in a `before` hook all tests of its suite, out of a run because this machine cannot run it, and says why. A test that
 * is skipped without a reason counts as failed, so this is the only way. Call it as `cannotRunHere(this, "there is no ssh server")`.
 */
export const cannotRunHere = (context: Mocha.Context, why: string): never => {
  const running: Mocha.Runnable & { readonly type?: string } = context.runnable();
  const explain = (test: Mocha.Runnable): void => {
    test.title += ` (cannot run here: ${why})`;
  };
  if (running.type === "hook") running.parent?.eachTest(explain);
  else explain(running);
  return context.skip();
};
