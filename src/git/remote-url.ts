/**
 * A remote's URL as it can be shown: without a password that may be in it, nor a token in place of the name, nor what follows a question mark.
 * Forms like `git@host:path` and paths stay as they are.
 */
export function shownUrl(url: string): string {
  const [, scheme, rest] = /^([a-z][a-z0-9+.-]*:\/\/)([^]*)$/i.exec(url) ?? [];
  if (scheme === undefined || rest === undefined) return url;
  const host = rest.search(/[/?#]/);
  const authority = host === -1 ? rest : rest.slice(0, host);
  const path = (host === -1 ? "" : rest.slice(host)).replace(/[?#][^]*$/, "");
  const at = authority.lastIndexOf("@");
  if (at === -1) return scheme + authority + path;
  // ssh needs its user to be of use; over http a name may be a token.
  const user = /^(git\+)?ssh/i.test(scheme) ? `${authority.slice(0, at).split(":")[0] ?? ""}@` : "";
  return scheme + user + authority.slice(at + 1) + path;
}

/** Text of git's with passwords taken out of every URL in it, for logs. */
export const withoutPasswords = (text: string): string =>
  text.replace(/([a-z][a-z0-9+.-]*:\/\/)[^\s/@'"]+@/gi, "$1");
