/** Where the random runs of this process start; set SEED to repeat a failure, whose name says which it was. */
export const seed: number =
  process.env["SEED"] === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(process.env["SEED"]);
