import type { RemoteFailureReason } from "../store/remote-failure.ts";

/** Which call it was: the same "403" means "sign in" when reading and "may not push" when pushing. */
export type RemoteWay = "read" | "push";

interface Pattern {
  readonly reason: RemoteFailureReason | ((way: RemoteWay) => RemoteFailureReason);
  readonly texts: RegExp;
}

/** Branches are files and folders: where one is a file, none can be a folder (refs.c, refs_verify_refname_available). */
const NAME_TAKEN = /'refs\/heads\/[^']*' exists; cannot create/;

/**
 * What git, ssh, curl and the hosts say (`LC_ALL=C`), the more telling first: GitHub's rule texts come with a 403-like ending, GitLab's "not
 * allowed" names protected branches, and all of them end in "Could not read from remote repository".
 */
const patterns: readonly Pattern[] = [
  { reason: "nameTaken", texts: NAME_TAKEN },
  { reason: "notFound", texts: /could not be found or you don't have permission/i },
  {
    reason: "mayNotPush",
    texts:
      /not allowed to push code to this project|Permission to \S+ denied|Write access to repository not granted/i,
  },
  {
    reason: "refusedByRule",
    texts:
      /protected branch|\bhook declined\b|GH0\d\d|repository rule violations|push declined|rejected by .*polic|TF40\d{4}: .*polic|prohibited by Gerrit|branch is currently checked out|deny(ing)? (updating|deletion|creation)|exceeds .*file size limit/i,
  },
  {
    reason: "mayNotPush",
    texts:
      /not allowed to (push|upload)|marked as read.only|read-only (deploy )?key|GenericContribute|don't have permission|do not have permission|access is read.only|remote: .*insufficient permission|You are not permitted|unable to push to|service 'git-receive-pack'|receive-pack: service not enabled/i,
  },
  {
    reason: "needsSignIn",
    texts:
      /could not read (Username|Password)|terminal prompts disabled|Authentication failed|Permission denied \(|Host key verification failed|no supported authentication|(Basic|remote): .*Access denied|Invalid (username|credentials)|invalid .*token|HTTP 401|error: 401|SAML SSO|Bad credentials|Too many authentication failures|sign_and_send_pubkey|agent refused operation|authentication required|cannot prompt/i,
  },
  {
    reason: (way) => (way === "push" ? "mayNotPush" : "needsSignIn"),
    texts: /error: 403|HTTP 403|403 Forbidden/i,
  },
  {
    reason: "notFound",
    texts:
      /Repository not found|repository '.*' not found|does not appear to be a git repository|not a git repository|error: 404|HTTP 404|could not be found|does not exist|No such file or directory|Could not find repository|access denied or repository not exported/i,
  },
  {
    reason: "unreachable",
    texts:
      /Could not resolve (host|proxy)|Failed to connect|Couldn't connect|Connection (refused|timed out|reset|closed)|Network is unreachable|No route to host|Operation (timed out|too slow)|early EOF|hung up unexpectedly|unexpected disconnect|RPC failed|Empty reply|transfer closed|error: 5\d\d|HTTP 5\d\d|SSL|TLS|certificate|Name or service not known|Temporary failure in name resolution|unable to connect|Broken pipe|invalid (index-pack output|content-type)|bad line length|protocol error|expected flush|remote end/i,
  },
];

/** Where this machine is the one that failed. What the other one says starts with "remote:". */
const ours =
  /^(?!remote:).*(No space left on device|Disk quota exceeded|Read-only file system|insufficient permission for adding an object|unable to (create temporary file|write)|cannot (mkdir|create)|Input\/output error)/im;

/** Why a call to a remote failed, from what git said. */
export function classifyFailure(stderr: string, way: RemoteWay): RemoteFailureReason {
  if (ours.test(stderr)) return "notWritable";
  for (const { reason, texts } of patterns) {
    if (texts.test(stderr)) return typeof reason === "function" ? reason(way) : reason;
  }
  return "unknown";
}

/** What became of one ref in a push (git-push(1), output of --porcelain). */
export type PushStatus = "done" | "moved" | "refusedByRule" | "other";

/** Reads the line of `ref`: `<flag> TAB <from>:<to> TAB <summary> (<reason>)`; undefined where the push never came so far. */
export function readPushStatus(porcelain: string, ref: string): PushStatus | undefined {
  for (const line of porcelain.split("\n")) {
    const [flag, refs, summary] = line.split("\t");
    if (flag === undefined || summary === undefined || refs?.endsWith(`:${ref}`) !== true) continue;
    if (flag !== "!") return "done";
    // The other side: it takes no branch that is written anew (receive.denyNonFastForwards), however often it is tried.
    if (/remote rejected.*non-fast-forward/.test(summary)) return "refusedByRule";
    // Our own git, before anything is sent: the remote is not where the lease says.
    if (/stale info|fetch first|non-fast-forward/.test(summary)) return "moved";
    // The other side, when two pushes meet there. "failed to update ref" is what a lost race and a full disk look like: a sync is tried again a few times only.
    if (
      /incorrect old value|cannot lock ref|failed to (update|lock)|reference already exists|is at .* but expected/.test(
        summary,
      )
    ) {
      return "moved";
    }
    if (/declined|refus|prohibited|deny|denied|rule|protected|checked out/i.test(summary))
      return "refusedByRule";
    return "other";
  }
  return undefined;
}
