/** The git program in use, and the environment it is started from. */
export interface Git {
  /** Absolute path of the executable. */
  readonly path: string;
  readonly version: GitVersion;
  /** The process's own environment; see {@link fixedEnvironment} for what of it git gets to see. */
  readonly environment: Environment;
}

/** Names and values as in `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

export interface GitVersion {
  readonly major: number;
  readonly minor: number;
  /** As git says it. */
  readonly text: string;
}

/**
 * Oldest git that is used: 2.32 (June 2021) brought `GIT_CONFIG_GLOBAL`, by which our own repository is kept from the user's configuration;
 * what it is given goes through `GIT_CONFIG_COUNT` (2.31), which nobody sees in the list of processes.
 */
export const OLDEST_GIT = { major: 2, minor: 32 } as const;

export const isAtLeast = (version: GitVersion, major: number, minor: number): boolean =>
  version.major > major || (version.major === major && version.minor >= minor);
