import type { AuthenticationGetSessionOptions, AuthenticationSession } from "vscode";
import type { Log, SignIn } from "../app/ports.ts";

/** An account that VS Code knows how to sign in to. */
export interface Account {
  /** Id of its provider. */
  readonly provider: string;
  /** As people call it. */
  readonly name: string;
  readonly scopes: readonly string[];
}

/** By the origin of the addresses that it is for. No other address is ever given its token. */
export const accounts: ReadonlyMap<string, Account> = new Map([
  ["https://github.com", { provider: "github", name: "GitHub", scopes: ["repo"] }],
]);

/** As `vscode.authentication.getSession`. */
export type GetSession = (
  provider: string,
  scopes: readonly string[],
  options: AuthenticationGetSessionOptions,
) => Thenable<AuthenticationSession | undefined>;

/** Signs in with accounts of VS Code's own. The token is asked for each time and kept nowhere. */
export const signInWith = (
  getSession: GetSession,
  log: Log,
  known: ReadonlyMap<string, Account> = accounts,
): SignIn => {
  const found = (url: string) => {
    const origin = originOf(url);
    const account = origin === undefined ? undefined : known.get(origin);
    return origin === undefined || account === undefined ? undefined : { origin, ...account };
  };
  return {
    nameFor: (url) => found(url)?.name,
    credentials: async (url, asks) => {
      const account = found(url);
      if (account === undefined) return undefined;
      const { origin, provider, scopes } = account;
      try {
        const session = await getSession(provider, scopes, asks ? { createIfNone: true } : { silent: true });
        return session && { origin, name: "x-access-token", secret: session.accessToken };
      } catch {
        // The person said no, or there is no such provider. What it says of itself is not ours to write down.
        log.info(`nobody is signed in with ${provider}`);
        return undefined;
      }
    },
  };
};

function originOf(url: string): string | undefined {
  try {
    const { origin } = new URL(url);
    return origin === "null" ? undefined : origin;
  } catch {
    return undefined;
  }
}
