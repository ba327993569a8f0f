import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import * as z from "zod/mini";

setFlagsFromString("--expose-gc");
const gc = z.function({ input: [], output: z.undefined() }).parse(runInNewContext("gc"));

/** Frees what nobody holds any more, so that what is left can be measured. */
export const collect = (): void => {
  gc();
};
