import path from "node:path";

/** The folder that holds package.json. */
export const projectRoot = path.resolve(__dirname, "..");

/** What tests and `npm run try` fetch (VS Code, a browser): ignored by git, and safe to delete at any time. */
export const fetchedFolder = path.join(projectRoot, ".vscode-test");

/** The extension as it ships, made by `npm run package`. */
export const packagedExtension = path.join(projectRoot, "sightline.vsix");
