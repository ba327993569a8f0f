import { hash, randomBytes } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";

/** Who writes a journal: a process, told apart from others that have the same number on another machine, in another container, before a restart. */
export interface JournalOwner {
  /** Of the machine's name. */
  readonly host: string;
  /** Of this start of the machine; "0" where the system does not tell. */
  readonly boot: string;
  /** Of the container; "0" where there are none. */
  readonly space: string;
  readonly process: number;
}

export interface JournalName {
  /** Stays the same when the journal is sealed. */
  readonly key: string;
  readonly owner: JournalOwner;
  readonly isSealed: boolean;
}

const name = /^(([0-9a-f]{8}|0)\.([0-9a-f]{8}|0)\.(\d+)\.(\d+)\.[0-9a-f]{16})\.(open|sealed)\.journal$/;

export const openName = (key: string): string => `${key}.open.journal`;
export const sealedName = (key: string): string => `${key}.sealed.journal`;

/** The key of a new journal of this process. */
export const newJournalKey = (owner: JournalOwner = thisProcess()): string =>
  [owner.host, owner.boot, owner.space, owner.process, randomBytes(8).toString("hex")].join(".");

/** What a file's name says; undefined for a file that is no journal of this version. */
export function parseJournalName(file: string): JournalName | undefined {
  const [, key, host, boot, space, owner, state] = name.exec(file) ?? [];
  if (key === undefined || host === undefined || boot === undefined || space === undefined) return undefined;
  return { key, owner: { host, boot, space, process: Number(owner) }, isSealed: state === "sealed" };
}

/** Whether the owner lives: "unknown" where it is of another machine or container. */
export function ownerState(
  owner: JournalOwner,
  here: JournalOwner = thisProcess(),
): "alive" | "dead" | "unknown" {
  if (owner.host !== here.host || owner.space !== here.space) return "unknown";
  if (owner.boot !== here.boot) return "dead";
  try {
    process.kill(owner.process, 0);
    return "alive";
  } catch (error) {
    // EPERM: somebody else's, but there.
    return error instanceof Error && "code" in error && error.code === "ESRCH" ? "dead" : "alive";
  }
}

let remembered: JournalOwner | undefined;

/** This process. Linux tells start and container in /proc; elsewhere only the number tells, which errs on the side of "alive". */
export function thisProcess(): JournalOwner {
  remembered ??= {
    host: short(hostname()),
    boot: short(readOr("", () => readFileSync("/proc/sys/kernel/random/boot_id", "utf8"))),
    space: /\d+/.exec(readOr("", () => readlinkSync("/proc/self/ns/pid")))?.[0] ?? "0",
    process: process.pid,
  };
  return remembered;
}

const short = (text: string): string => (text === "" ? "0" : hash("sha256", text, "hex").slice(0, 8));

function readOr(otherwise: string, read: () => string): string {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
