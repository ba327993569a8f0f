import { command } from "../command.ts";

/** 2 min; what isn't done by then is done another day. */
const LIMIT_MS = 120_000;

/**
 * Puts small packs and loose objects together, so that no pack is less than twice the next smaller one (git-repack(1), --geometric). What
 * nothing refers to stays: another process may be about to.
 */
export const tidy = () =>
  command<boolean>({
    args: ["repack", "-d", "-n", "-q", "--geometric=2", "--no-write-bitmap-index"],
    limitMs: LIMIT_MS,
    okExit: "any",
    read: ({ exit }) => exit === 0,
  });
