/** What the process answers to whoever started it. docs/cli.md has the same table; they are part of the interface and do not change. */
export const EXIT = {
  done: 0,
  /** `check` found something. */
  found: 1,
  /** The command line was not understood. Nothing was done. */
  usage: 2,
  /** No repository here that can hold notes, or no git to ask. */
  notHere: 3,
  /** No such note, option or question, or more than one begins like that. */
  notFound: 4,
  /** Something is missing for it, or it may not be done. Nothing was saved. */
  refused: 5,
  /** A person has to say yes first, and there is no terminal to ask on. */
  needsAnswer: 6,
  /** The remote could not be reached or did not take the notes. They are safe here. */
  notExchanged: 7,
  /** The remote no longer holds what it did. Nothing was changed; a person has to choose. */
  rewritten: 8,
  /** This machine could not save: the disk is full, or the folder can't be written. */
  notSaved: 9,
  /** A mistake in Sightline (EX_SOFTWARE of sysexits.h). */
  bug: 70,
  /** Ended with Ctrl-C (128 + SIGINT). */
  interrupted: 130,
} as const;

export type Exit = (typeof EXIT)[keyof typeof EXIT];
