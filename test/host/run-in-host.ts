import { createRequire } from "node:module";
import type MochaClass from "mocha";
import { z } from "zod/mini";
import { ResultsReporter } from "../../scripts/test/results-reporter.ts";

/** What scripts/test/host-suites.ts hands over in the environment. */
const Handover = z.object({
  /** The module `mocha`, outside this bundle, so that test files and we mean the same one. */
  SIGHTLINE_HOST_MOCHA: z.string(),
  /** The bundled test files, as a JSON list of paths. */
  SIGHTLINE_HOST_FILES: z.pipe(
    z.string(),
    z.transform((list) => z.array(z.string()).parse(JSON.parse(list))),
  ),
  SIGHTLINE_HOST_RESULTS: z.string(),
  SIGHTLINE_HOST_TEST_LIMIT: z.coerce.number(),
});

/** VS Code calls this in its extension host, once the window stands; a rejected promise is a failed run. */
export const run = async (): Promise<void> => {
  const handover = Handover.parse(process.env);
  const Mocha = createRequire(__filename)(handover.SIGHTLINE_HOST_MOCHA) as typeof MochaClass;
  const mocha = new Mocha({
    ui: "bdd",
    timeout: handover.SIGHTLINE_HOST_TEST_LIMIT,
    forbidOnly: true,
    reporter: ResultsReporter as unknown as Mocha.ReporterConstructor,
    reporterOptions: { output: handover.SIGHTLINE_HOST_RESULTS },
  });
  for (const file of handover.SIGHTLINE_HOST_FILES) mocha.addFile(file);
  const failures = await new Promise<number>((settle) => {
    mocha.run(settle);
  });
  if (failures > 0) throw new Error(`${failures} failed`);
};
