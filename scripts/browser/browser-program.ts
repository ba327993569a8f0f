/** A Chromium-based browser that can be started on this machine. */
export type BrowserProgram = {
  /** For people: "Google Chrome (/usr/bin/google-chrome)". */
  readonly name: string;
  readonly executable: string;
  readonly parameters: readonly string[];
  /** Added to this process's environment. */
  readonly environment: Readonly<Record<string, string>>;
};

export const installedProgram = (executable: string): BrowserProgram => ({
  name: executable,
  executable,
  parameters: [],
  environment: {},
});
