/** The lowest VS Code that the extension supports (`engines` in package.json): what runs here is what the oldest user has. */
export const vscodeVersion = "1.100.3";

/** The package on npm that holds that VS Code as a server, whose windows are web pages. */
export const vscodePackage = { name: "code-server", version: "4.100.3" } as const;
