import { spawnSync } from "node:child_process";
import { normalize } from "node:path";
import type { DiskCall } from "./disk-model.ts";

const TRACED =
  "openat,open,creat,write,pwrite64,writev,fsync,fdatasync,rename,renameat,renameat2,link,linkat,unlink,unlinkat,mkdir,mkdirat,mmap";

/** Arguments of strace(1), before the program that is to be traced with all that it starts. Descriptors come with their paths (-y). */
export const straceArgs = (output: string): readonly string[] => [
  ..."-f -qq -y -s 200 --seccomp-bpf --signal=none".split(" "),
  ...["-e", `trace=${TRACED}`, "-o", output],
];

/** Whether processes can be traced here: strace(1) of 5.3 or later is there, and may. */
export const canTrace = (): boolean =>
  spawnSync("strace", [...straceArgs("/dev/null"), "true"], { stdio: "ignore" }).status === 0;

/** Reads what strace wrote, in the order in which calls came to their end. */
export function readTrace(text: string): readonly DiskCall[] {
  const unfinished = new Map<string, string>();
  return text.split("\n").flatMap((line) => {
    const [, process = "", said = ""] = /^(\d+)\s+(.*)$/.exec(line) ?? [];
    const [, begun] = /^(.*) <unfinished \.\.\.>$/.exec(said) ?? [];
    if (begun !== undefined) {
      unfinished.set(process, begun);
      return [];
    }
    const [, rest] = /^<\.\.\. \w+ resumed>(.*)$/.exec(said) ?? [];
    if (rest === undefined) return readCall(said);
    const whole = `${unfinished.get(process) ?? ""}${rest}`;
    unfinished.delete(process);
    return readCall(whole);
  });
}

/** A call as `name(arguments) = result`; nothing where it failed, or changes no disk. */
function readCall(call: string): readonly DiskCall[] {
  const [, name, args = "", result = ""] = /^(\w+)\((.*)\)\s+= (.*)$/.exec(call) ?? [];
  if (name === undefined || result.startsWith("-1")) return [];
  const named = [...args.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, path = ""]) => normalize(path));
  const [, descriptor = "", opened = ""] = /^(\d+)<(\/[^>]*)>/.exec(args) ?? [];
  switch (name) {
    case "openat":
    case "open":
    case "creat": {
      const [, made] = /<(\/[^>]*)>/.exec(result) ?? [];
      return made !== undefined && /O_CREAT|^creat/.test(args) ? [{ kind: "made", path: made }] : [];
    }
    case "write":
    case "pwrite64":
    case "writev":
      if (/^1</.test(args)) return [{ kind: "said", text: named[0] ?? "" }];
      return descriptor === "" ? [] : [{ kind: "written", path: opened }];
    case "mmap": {
      // A shared mapping of a file that may be written to is a write that no other call tells of.
      const [, mapped] = /PROT_WRITE[^,]*, MAP_SHARED[^,]*, \d+<(\/[^>]*)>/.exec(args) ?? [];
      return mapped === undefined ? [] : [{ kind: "written", path: mapped }];
    }
    case "fsync":
    case "fdatasync":
      return descriptor === "" ? [] : [{ kind: "synced", path: opened }];
    case "mkdir":
    case "mkdirat":
      return named.slice(0, 1).map((path) => ({ kind: "made", path }));
    case "unlink":
    case "unlinkat":
      return named.slice(0, 1).map((path) => ({ kind: "removed", path }));
    default: {
      const [from, to] = named;
      if (from === undefined || to === undefined) return [];
      return [{ kind: name.startsWith("link") ? "linked" : "renamed", from, to }];
    }
  }
}
