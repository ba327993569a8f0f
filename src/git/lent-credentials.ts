import type { Credentials } from "../store/store.ts";
import type { Setting } from "./place.ts";

/** A credential helper that lives for one call (gitcredentials(7)): git asks it for this origin alone, and what it is told to keep it drops. */
const HELPER =
  '!f() { test "$1" != get || printf "username=%s\\npassword=%s\\n" "$SIGHTLINE_SIGN_IN_NAME" "$SIGHTLINE_SIGN_IN_SECRET"; }; f';

export interface Lent {
  /** The settings without any other helper, so that none is told to keep what is not its own. */
  readonly settings: readonly Setting[];
  /** The secret is here: never in arguments, which everybody on the machine can read, nor in a setting. */
  readonly environment: Readonly<Record<string, string>>;
}

/** Lends git a name and a secret. Throws for an origin that is none, and what git would take for more than one value. */
export function lend({ origin, name, secret }: Credentials, settings: readonly Setting[]): Lent {
  if (!/^https?:\/\/[a-z0-9.-]+(?::\d+)?$/.test(origin)) throw new Error("no origin to sign in to");
  if (/[\n\r\0]/.test(name + secret)) throw new Error("a name and a secret are one line each");
  return {
    settings: [
      ...settings.filter(({ name: setting }) => !setting.startsWith("credential.")),
      { name: `credential.${origin}.helper`, value: HELPER },
    ],
    environment: { SIGHTLINE_SIGN_IN_NAME: name, SIGHTLINE_SIGN_IN_SECRET: secret },
  };
}
