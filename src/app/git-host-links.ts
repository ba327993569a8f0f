/** A repository on a git host: its web address without a slash at the end, and which kind of host it is. */
interface HostedRepository {
  readonly host: HostKind;
  readonly url: string;
}

/** The kinds of git hosts whose pages are known, as the setting `sightline.gitHosts` names them. */
export const hostKinds = [
  "github",
  "gitlab",
  "bitbucketCloud",
  "bitbucketServer",
  "azure",
  "gitea",
  "sourcehut",
] as const;
export type HostKind = (typeof hostKinds)[number];

/** What a team says of hosts of its own: the kind of each, by its name in lower case. */
export type OwnHosts = ReadonlyMap<string, HostKind>;

/**
 * The web page of a file on a branch, for the hosts whose addresses are known; undefined where they are not, as a link that leads nowhere is
 * worse than none, and where a host is reached by http alone. Passwords and user names of the remote's address are never part of it.
 */
export function fileOnHost(
  remoteUrl: string,
  branch: string,
  path: string,
  own: OwnHosts = new Map(),
): string | undefined {
  const repository = hostedRepository(remoteUrl, own);
  if (repository === undefined || !repository.url.startsWith("https://")) return undefined;
  const { host, url } = repository;
  const [at, file] = [encodePath(branch), encodePath(path)];
  switch (host) {
    case "github":
      return `${url}/blob/${at}/${file}`;
    case "gitlab":
      return `${url}/-/blob/${at}/${file}`;
    case "bitbucketCloud":
      return `${url}/src/${at}/${file}`;
    case "bitbucketServer":
      return `${url}/browse/${file}?at=${encodeURIComponent(`refs/heads/${branch}`)}`;
    case "azure":
      return `${url}?path=${encodeURIComponent(`/${path}`)}&version=GB${encodeURIComponent(branch)}&_a=preview`;
    case "gitea":
      return `${url}/src/branch/${at}/${file}`;
    case "sourcehut":
      return `${url}/tree/${at}/item/${file}`;
  }
}

/** Lines of a file, or a file or folder as a whole, as they were in one commit. */
export interface CodeAtCommit {
  readonly commit: string;
  /** From the top, with `/`. */
  readonly path: string;
  /** From 1, both included; undefined where it is about no lines of it. */
  readonly lines: { readonly from: number; readonly to: number } | undefined;
}

/**
 * The page that shows code as it was. Undefined where the host is not known, or is reached by http alone: what stands on such a page may have been
 * changed on the way.
 */
export function codeOnHost(
  remoteUrl: string,
  { commit, path, lines }: CodeAtCommit,
  own: OwnHosts = new Map(),
): string | undefined {
  const repository = hostedRepository(remoteUrl, own);
  if (repository === undefined || !repository.url.startsWith("https://")) return undefined;
  const parts = path.split("/");
  if (!/^[0-9a-f]{40,64}$/.test(commit) || parts.some((part) => part === "" || part === "." || part === ".."))
    return undefined;
  const { host, url } = repository;
  const file = encodePath(path);
  const one = lines !== undefined && lines.from === lines.to;
  const range = (start: string, middle: string) =>
    lines === undefined ? "" : `${start}${lines.from}${one ? "" : `${middle}${lines.to}`}`;
  switch (host) {
    case "github":
      return `${url}/blob/${commit}/${file}${range("#L", "-L")}`;
    case "gitlab":
      return `${url}/-/blob/${commit}/${file}${range("#L", "-")}`;
    case "bitbucketCloud":
      return `${url}/src/${commit}/${file}${range("#lines-", ":")}`;
    case "bitbucketServer":
      return `${url}/browse/${file}?at=${commit}${range("#", "-")}`;
    case "azure":
      return `${url}?path=${encodeURIComponent(`/${path}`)}&version=GC${commit}${
        lines === undefined
          ? ""
          : `&line=${lines.from}&lineEnd=${lines.to + 1}&lineStartColumn=1&lineEndColumn=1`
      }&_a=contents`;
    case "gitea":
      return `${url}/src/commit/${commit}/${file}${range("#L", "-L")}`;
    case "sourcehut":
      return `${url}/tree/${commit}/item/${file}${range("#L", "-")}`;
  }
}

/** The address of the repository that a page of a known git host is about, as somebody copies it from a browser; undefined for others. */
export function repositoryOfPage(page: string): string | undefined {
  const [, web = "", name = "", path = ""] = /^(https:\/\/([^/:]+)(?::\d+)?)\/(.*)$/.exec(page) ?? [];
  const parts = path.split("/");
  const upTo = (count: number) =>
    parts.length > count ? `${web}/${parts.slice(0, count).join("/")}` : undefined;
  if (/^(?:github\.com|bitbucket\.org|codeberg\.org|git\.sr\.ht)$/.test(name)) return upTo(2);
  const gitlab = parts.indexOf("-");
  return gitlab > 1 ? upTo(gitlab) : undefined;
}

interface RemoteAddress {
  /** Lower-case, with a port only where it is the web's. */
  readonly host: string;
  readonly path: readonly string[];
  readonly scheme: "https" | "http";
}

const validHost = /^[a-z0-9.-]+(:\d+)?$/;
/** What hosts allow in the names of people, groups, projects and repositories. */
const validPart = /^[\p{L}\p{N}._~ +-]+$/u;

function hostedRepository(remoteUrl: string, own: OwnHosts): HostedRepository | undefined {
  const address = parseRemote(remoteUrl.trim());
  if (address === undefined || address.path.length === 0) return undefined;
  const { host, path, scheme } = address;
  if (!validHost.test(host) || !path.every((part) => validPart.test(part))) return undefined;
  const name = host.replace(/:\d+$/, "");
  const azure = azureUrl(name, path);
  if (azure !== undefined) return { host: "azure", url: azure };
  const repository = (kind: HostKind, web = host): HostedRepository => ({
    host: kind,
    url: `${scheme}://${web}/${path.map(encodeURIComponent).join("/")}`,
  });
  if (name === "github.com" || name === "ssh.github.com")
    return atDepth(path, 2, repository("github", "github.com"));
  if (name === "gitlab.com" || name === "altssh.gitlab.com")
    return path.length >= 2 ? repository("gitlab", "gitlab.com") : undefined;
  if (name === "bitbucket.org" || name === "altssh.bitbucket.org")
    return atDepth(path, 2, repository("bitbucketCloud", "bitbucket.org"));
  if (name === "git.sr.ht")
    return atDepth(path, 2, {
      host: "sourcehut",
      url: `https://git.sr.ht/${path.map(encodeURIComponent).join("/")}`,
    });
  if (name === "codeberg.org") return atDepth(path, 2, repository("gitea"));
  switch (own.get(name)) {
    case "bitbucketServer":
      return bitbucketServer(scheme, host, path);
    case "azure":
      return path.includes("_git") ? repository("azure") : undefined;
    case "gitlab":
      return path.length >= 2 ? repository("gitlab") : undefined;
    case "github":
    case "gitea":
    case "sourcehut":
    case "bitbucketCloud":
      return atDepth(path, 2, repository(own.get(name) ?? "github"));
    case undefined:
  }
  // Hosts of one's own are known by their name: `gitlab.example.org`, `git.gitea.example.org`.
  const labels = name.split(".");
  if (labels.length < 2) return undefined;
  if (labels.includes("github")) return atDepth(path, 2, repository("github"));
  if (labels.includes("gitlab")) return path.length >= 2 ? repository("gitlab") : undefined;
  if (labels.includes("gitea") || labels.includes("forgejo")) return atDepth(path, 2, repository("gitea"));
  if (labels.includes("bitbucket") || labels.includes("stash")) return bitbucketServer(scheme, host, path);
  return undefined;
}

const atDepth = (
  path: readonly string[],
  depth: number,
  repository: HostedRepository,
): HostedRepository | undefined => (path.length === depth ? repository : undefined);

/** `https://host/scm/KEY/repo.git`, `ssh://git@host:7999/KEY/repo.git`; a person's own are under `~name`. */
function bitbucketServer(
  scheme: string,
  host: string,
  path: readonly string[],
): HostedRepository | undefined {
  const [key, repository] = path.slice(-2);
  if (key === undefined || repository === undefined) return undefined;
  const owner = key.startsWith("~")
    ? `users/${encodeURIComponent(key.slice(1))}`
    : `projects/${encodeURIComponent(key)}`;
  return {
    host: "bitbucketServer",
    url: `${scheme}://${host}/${owner}/repos/${encodeURIComponent(repository)}`,
  };
}

/** Azure DevOps: `dev.azure.com/org/project/_git/repo`, `org.visualstudio.com/…`, and over ssh `v3/org/project/repo`. */
function azureUrl(host: string, path: readonly string[]): string | undefined {
  const web = (organization: string, project: string, repository: string) =>
    `https://dev.azure.com/${[organization, project].map(encodeURIComponent).join("/")}/_git/${encodeURIComponent(repository)}`;
  const [first = "", second = "", third = "", fourth = ""] = path;
  if (host === "ssh.dev.azure.com" || host === "vs-ssh.visualstudio.com")
    return first === "v3" && path.length === 4 ? web(second, third, fourth) : undefined;
  const rest = host === "dev.azure.com" ? path.slice(1) : path.filter((part) => part !== "DefaultCollection");
  const organization =
    host === "dev.azure.com" ? first : (/^([a-z0-9-]+)\.visualstudio\.com$/.exec(host)?.[1] ?? "");
  if (organization === "") return undefined;
  // A repository that is named as its project leaves the project out.
  const at = rest.indexOf("_git");
  const repository = rest[at + 1];
  if (at < 0 || repository === undefined || rest.length !== at + 2) return undefined;
  return web(organization, rest[at - 1] ?? repository, repository);
}

const withScheme = /^(https?|ssh|git):\/\/(?:[^/@]*@)?([^/:@]+)(?::(\d+))?\/(.*)$/i;
/** As scp writes it, `user@host:path` (gitglossary(7), git-clone(1) "GIT URLS"). */
const likeScp = /^(?:[^/@:]+@)?([^/:@]+):(?!\/\/)(.*)$/;

function parseRemote(remoteUrl: string): RemoteAddress | undefined {
  const url = withScheme.exec(remoteUrl);
  if (url !== null) {
    const [, scheme = "", host = "", port, path = ""] = url;
    const isWeb = /^https?$/i.test(scheme);
    return {
      host: host.toLowerCase() + (isWeb && port !== undefined ? `:${port}` : ""),
      path: pathParts(path, isWeb),
      scheme: scheme.toLowerCase() === "http" ? "http" : "https",
    };
  }
  const [, host = "", path = ""] = likeScp.exec(remoteUrl) ?? [];
  // One letter before the colon is a drive of Windows.
  return host.length < 2
    ? undefined
    : { host: host.toLowerCase(), path: pathParts(path, false), scheme: "https" };
}

/** The parts of a repository's path, decoded where the address was a web address. */
function pathParts(path: string, isEncoded: boolean): readonly string[] {
  const parts = path
    .replace(/[?#].*$/s, "")
    .replace(/\/+$/, "")
    .replace(/\.git$/, "")
    .split("/")
    .filter((part) => part !== "" && part !== "." && part !== "..");
  return isEncoded ? parts.map(decoded) : parts;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

const encodePath = (path: string): string => path.split("/").map(encodeURIComponent).join("/");
