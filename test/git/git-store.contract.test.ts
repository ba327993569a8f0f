import { storeContract } from "../contract/store-contract.ts";
import { world } from "../support/world.ts";
import type { WorldOptions } from "../support/world.ts";
import { BareRemote } from "./bare-remote.ts";

const onGit = (options: WorldOptions) => async () => {
  const made = await world(options);
  const remote = new BareRemote(made);
  const clone = (name: string) => (name === "ann" ? made.ann : made.ben);
  const testing = { between: remote.between, pollMs: 50 };
  return {
    open: (name: string) => clone(name).store({ testing }),
    openWithoutRemote: (name: string) => clone(name).store({ testing, remote: undefined }),
    remote,
  };
};

storeContract("git", onGit({}));
