import { repositoryOfPage } from "./git-host-links.ts";

/** Where a record is, as a person gave it. */
export interface RecordAddress {
  /** For git: without a password, a token, or what follows a question mark. */
  readonly url: string;
  /** The same for all ways to write one address with one protocol. */
  readonly key: string;
  /** The same for all ways to reach one repository: its host and path. */
  readonly place: string;
  /** What sentences call the place: a host, or a folder. */
  readonly host: string;
  /** What the repository is called there: a first idea for the record's name. */
  readonly name: string;
}

export type AddressRefusal =
  | "empty"
  /** No address of a repository, or one that could be taken for something else. */
  | "notAnAddress"
  /** It holds a password; nothing of it may be kept. */
  | "password"
  /** What goes there can be read on the way. */
  | "notPrivate"
  /** It would start a program, or goes a way that Sightline does not. */
  | "notAllowed";

export type ParsedAddress =
  | { readonly kind: "address"; readonly address: RecordAddress }
  | { readonly kind: "refused"; readonly why: AddressRefusal };

const MAX_LENGTH = 2000;

/** Characters that steer a terminal or hide in a text. */
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const hostName = /^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])$/;
const user = /^[\w][\w.+~-]*$/;
const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * Reads the address of a repository: `https://…`, `ssh://…`, `name@host:path`, `file://…` or a whole path; the address of one of its pages on
 * the git hosts that are known will do. Everything else is refused, as an address may come from anywhere: git takes some for an option, or
 * for the name of a program to start (gitremote-helpers(7)).
 */
export function parseRecordAddress(typed: string): ParsedAddress {
  const text = typed.trim();
  if (text === "") return refused("empty");
  if (text.length > MAX_LENGTH || text.startsWith("-") || hidden.test(text)) return refused("notAnAddress");
  if (/^[\w.+-]+::/.test(text)) return refused("notAllowed");
  const [, scheme, rest = ""] = /^([a-z][a-z0-9+.-]*):\/\/(.*)$/i.exec(text) ?? [];
  if (scheme !== undefined) return withScheme(scheme.toLowerCase(), rest);
  if (/^(?:\/|[a-z]:[\\/]|\\\\)/i.test(text)) return folder(text, text);
  return likeScp(text);
}

function withScheme(scheme: string, rest: string): ParsedAddress {
  if (scheme === "file")
    return rest.startsWith("/") ? folder(`file://${rest}`, rest) : refused("notAnAddress");
  if (!["https", "http", "ssh", "git"].includes(scheme)) return refused("notAllowed");
  const [, authority = "", after = ""] = /^([^/?#]*)(.*)$/.exec(rest) ?? [];
  const at = authority.lastIndexOf("@");
  const who = at === -1 ? "" : authority.slice(0, at);
  if (who.includes(":")) return refused("password");
  const [, name = "", port] = /^(.*?)(?::(\d{1,5}))?$/.exec(authority.slice(at + 1).toLowerCase()) ?? [];
  const path = pathOf(scheme === "ssh" ? after : after.replace(/[?#].*$/, ""));
  if (!hostName.test(name) || path === undefined) return refused("notAnAddress");
  if (scheme === "git" || (scheme === "http" && !loopback.test(name))) return refused("notPrivate");
  if (scheme === "ssh" && who !== "" && !user.test(who)) return refused("notAnAddress");
  // Over https a name may be a token; git asks for one, or has it, where it is needed.
  const by = scheme === "ssh" && who !== "" ? `${who}@` : "";
  const isUsual = port === undefined || port === { https: "443", http: "80", ssh: "22" }[scheme];
  const url = `${scheme}://${by}${name}${isUsual ? "" : `:${port}`}/${path}`;
  const known = scheme === "https" ? (repositoryOfPage(url) ?? url) : url;
  return found(known, name, known.replace(/^[^/]*\/\/(?:[^/@]*@)?/, ""));
}

/** `user@host:path` (git-clone(1), "GIT URLS"). */
function likeScp(text: string): ParsedAddress {
  const [, who, name = "", path = ""] = /^(?:([^/@:\\]+)@)?([^/@:\\]+):([^:].*)$/.exec(text) ?? [];
  const isSound =
    name.length > 1 &&
    hostName.test(name.toLowerCase()) &&
    !path.startsWith("-") &&
    (who === undefined || user.test(who));
  const clean = pathOf(path);
  if (!isSound || clean === undefined) return refused("notAnAddress");
  const root = path.startsWith("/") ? "/" : "";
  const at = name.toLowerCase();
  return found(`${who === undefined ? "" : `${who}@`}${at}:${root}${clean}`, at, `${at}/${clean}`);
}

function folder(url: string, path: string): ParsedAddress {
  const clean = url.replace(/[\\/\s]+$/, "");
  const parts = path.split(/[\\/]/);
  const isSomewhere = parts.some((part) => !/^(?:[a-z]:)?\s*$/i.test(part)) && !parts.includes("..");
  return isSomewhere ? found(clean, lastPart(clean), clean) : refused("notAnAddress");
}

/** Without slashes at either end; undefined where nothing is left, or it leads upwards. */
function pathOf(path: string): string | undefined {
  const parts = path.split("/").filter((part) => part !== "");
  return parts.length === 0 || parts.some((part) => part === "." || part === "..") || /[\s\\]/.test(path)
    ? undefined
    : parts.join("/");
}

const found = (url: string, host: string, place: string): ParsedAddress => ({
  kind: "address",
  address: {
    url,
    key: withoutGit(url),
    place: withoutGit(place).toLowerCase(),
    host,
    name: lastPart(url),
  },
});

/** Whether two addresses lead to one repository, as far as their words tell. */
export function leadToTheSame(one: string, other: string): boolean {
  const [first, second] = [parseRecordAddress(one), parseRecordAddress(other)];
  return (
    first.kind === "address" && second.kind === "address" && first.address.place === second.address.place
  );
}

const withoutGit = (address: string): string => address.replace(/(?<=.)\.git$/, "");

const lastPart = (url: string): string =>
  decoded(
    url
      .split(/[\\/:]/)
      .findLast((part) => part !== "")
      ?.replace(/(?<=.)\.git$/, "") ?? url,
  );

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

const refused = (why: AddressRefusal): ParsedAddress => ({ kind: "refused", why });
