// What VS Code reads into texts that it otherwise shows as they are: links in messages (vscode: src/vs/base/common/linkedText.ts), whose
// commands it runs on a click, and icons in lists (src/vs/base/common/iconLabels.ts).

const beforeLinkTarget = /\]\((?=(?:https?:\/\/|command:|file:))/gi;
const icon = /\$\((?=[A-Za-z0-9-]+(?:~[A-Za-z]+)?\))/g;

/** A text for a message in which nothing is a link: a space keeps its two halves apart. */
export const withoutLinks = (text: string): string => text.replace(beforeLinkTarget, "] (");

/** A text for a row of a list that is read as it stands: `$(bell)` is seven characters and not a picture. */
export const withoutIcons = (text: string): string => text.replace(icon, "\\$(");
