import { z } from "zod";
import { command, textOf } from "../command.ts";
import type { GitOutput } from "../command.ts";
import { ObjectId } from "../object-id.ts";
import { REMOTE_NAME } from "../handed-over-settings.ts";

/** 30 s: one small question, but ssh and a sleepy network may take their time. */
const LIMIT_MS = 30_000;

const Advertised = z.tuple([ObjectId, z.string()]);

/** The tip of one branch of a remote, null where it has none; where git could not ask, what it said. */
export const readRemoteTip = (ref: string) =>
  command<{ readonly tip: string | null } | { readonly refused: GitOutput }>({
    args: ["ls-remote", "--quiet", REMOTE_NAME, ref],
    limitMs: LIMIT_MS,
    okExit: "any",
    read: (output) => {
      if (output.exit !== 0) return { refused: output };
      for (const line of textOf(output.stdout).split("\n")) {
        const advertised = Advertised.safeParse(line.split("\t"));
        // The pattern also finds refs/remotes/x/refs/heads/y.
        if (advertised.success && advertised.data[1] === ref) return { tip: advertised.data[0] };
      }
      return { tip: null };
    },
  });
