import type { CommandId } from "../command-ids.ts";
import { problemOf } from "../problem-of.ts";
import type { Workbench } from "../workbench.ts";
import { commands } from "./table.ts";

/** Runs a command. Whatever comes of it is told here, and nowhere else; a message on screen does not hold up whoever called. */
export async function runCommand(id: CommandId, bench: Workbench, given: readonly unknown[]): Promise<void> {
  const { tell, log } = bench;
  const inBackground = (told: Promise<void>) => {
    told.catch((error: unknown) => {
      log.failed("telling what happened", error);
    });
  };
  try {
    const end = await commands[id](bench, ...given);
    if (end.kind !== "done" && end.kind !== "left") inBackground(tell.problem(end));
  } catch (error) {
    const problem = problemOf(error);
    inBackground(problem === undefined ? tell.bug(`the command ${id}`, error) : tell.problem(problem));
  }
}
