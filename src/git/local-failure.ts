import type { RemoteFailure } from "../store/remote-failure.ts";
import type { Attempt } from "../store/replica.ts";
import { GitFailed } from "./ask.ts";
import { isRefusedBySystem } from "./durable-file.ts";

/** What git says when this machine can't write. Not prefixed by "remote:", which is the other machine. */
const notWritable =
  /No space left on device|Disk quota exceeded|Read-only file system|Permission denied|insufficient permission|unable to (write|create)|cannot (mkdir|create|open|update)|could not (write|create)|File too large|Input\/output error/i;

/** Does work that writes on this machine: a full disk or a read-only folder is an answer, anything else still throws. */
export async function attemptLocally<Value>(work: () => Promise<Attempt<Value>>): Promise<Attempt<Value>> {
  try {
    return await work();
  } catch (error) {
    const failure = localFailure(error);
    if (failure === undefined) throw error;
    return { kind: "failed", failure };
  }
}

export function localFailure(error: unknown): RemoteFailure | undefined {
  if (isRefusedBySystem(error)) return { reason: "notWritable", detail: error.message };
  if (error instanceof GitFailed && notWritable.test(error.detail)) {
    return { reason: "notWritable", detail: error.detail };
  }
  return undefined;
}
