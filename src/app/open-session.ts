import { DEFAULT_BRANCH } from "./session-ports.ts";
import type { SessionPorts } from "./session-ports.ts";
import { LiveSession } from "./live-session.ts";
import { RemoteChoice } from "./remote-choice.ts";
import type { Session } from "./session.ts";

/**
 * Opens the record of one repository: reads it, takes up shares that a crash has left, and starts nothing else. Fails where the record can't
 * be read at all.
 */
export async function openSession(ports: SessionPorts): Promise<Session> {
  const branch = ports.branch ?? DEFAULT_BRANCH;
  const choice = new RemoteChoice(ports.files, ports.user, branch);
  const { answer, remote } = await choice.read();
  const session = new LiveSession(ports, {
    branch,
    choice,
    remote: answer === "agreed" ? remote?.name : undefined,
  });
  try {
    await session.begin();
    return session;
  } catch (error) {
    session.dispose();
    throw error;
  }
}
