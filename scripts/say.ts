/** Tells the person at the terminal what is going on, a line at a time. */
export type Say = (line: string) => void;

export const sayOnTerminal: Say = (line) => {
  process.stdout.write(`${line}\n`);
};
