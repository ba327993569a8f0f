import type { Environment } from "./git.ts";

/**
 * What git may inherit of its own variables: where its programs and certificates are, which configuration files count, and how far up it
 * looks for a repository. Everything else that starts with GIT_ is dropped: GIT_DIR, GIT_INDEX_FILE or GIT_OBJECT_DIRECTORY (set for whoever
 * is started from a hook) would send our calls to another repository, GIT_TRACE writes tokens into files.
 */
const inherited =
  /^GIT_(EXEC_PATH|SSL_\w+|PROXY_SSL_\w+|HTTP_(PROXY_AUTHMETHOD|USER_AGENT|LOW_SPEED_LIMIT|LOW_SPEED_TIME)|CONFIG_(GLOBAL|SYSTEM|NOSYSTEM)|CEILING_DIRECTORIES|DISCOVERY_ACROSS_FILESYSTEM)$/i;

/** Variables that start a program or ask a person, and those that would translate git's words. */
const dropped = /^(SSH_ASKPASS(_REQUIRE)?|PAGER|EDITOR|VISUAL|LANGUAGE|LC_\w+|VSCODE_GIT_\w+)$/i;

/** Ways to reach a remote. `ext::` and other helpers start programs that a URL names. */
const PROTOCOLS = ["file", "git", "http", "https", "ssh"];

/** The same for every call: nobody is asked, nothing is paged or edited, no text is translated, no object is fetched on the side. */
export function fixedEnvironment(environment: Environment): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (value === undefined || dropped.test(name)) continue;
    if (/^GIT_/i.test(name) && !inherited.test(name)) continue;
    kept[name] = value;
  }
  return {
    ...kept,
    LC_ALL: "C",
    GIT_TERMINAL_PROMPT: "0",
    // Git Credential Manager opens windows by itself otherwise.
    GCM_INTERACTIVE: "never",
    SSH_ASKPASS_REQUIRE: "never",
    GIT_NO_LAZY_FETCH: "1",
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_LITERAL_PATHSPECS: "1",
    GIT_PAGER: "cat",
    GIT_EDITOR: ":",
    GIT_SEQUENCE_EDITOR: ":",
    GIT_ALLOW_PROTOCOL: allowedProtocols(environment["GIT_ALLOW_PROTOCOL"]),
  };
}

/** Where a person allows fewer protocols than we do, theirs hold. */
function allowedProtocols(theirs: string | undefined): string {
  if (theirs === undefined) return PROTOCOLS.join(":");
  const named = theirs.split(":");
  return PROTOCOLS.filter((protocol) => named.includes(protocol)).join(":");
}
