import assert from "node:assert/strict";
import * as vscode from "vscode";
import { signInWith } from "../../../src/host/sign-in.ts";
import type { Account } from "../../../src/host/sign-in.ts";
import { serveOverHttp } from "../../support/http-remote.ts";
import type { HttpRemote } from "../../support/http-remote.ts";
import { workshop } from "../../support/host/workshop.ts";

const PROVIDER = "sightline-test";
const quiet = { info: () => undefined, warn: () => undefined };

describe("a remote that asks to sign in", () => {
  const endings: (() => unknown)[] = [];
  afterEach(async () => {
    for (const end of endings.splice(0).reverse()) await end();
  });

  /** A window on a remote over http that wants the fake provider's token, and what was asked of the provider. */
  const signedOut = async () => {
    const asked: vscode.AuthenticationGetSessionOptions[] = [];
    const session: vscode.AuthenticationSession = {
      id: "1",
      accessToken: "t0ken",
      account: { id: "ann", label: "Ann" },
      scopes: ["repo"],
    };
    let isAllowed = false;
    endings.push(() => changes.dispose());
    const changes = new vscode.EventEmitter<vscode.AuthenticationProviderAuthenticationSessionsChangeEvent>();
    const provider: vscode.AuthenticationProvider = {
      onDidChangeSessions: changes.event,
      getSessions: () => Promise.resolve([session]),
      createSession: () => Promise.resolve(session),
      removeSession: () => Promise.resolve(),
    };
    const registered = vscode.authentication.registerAuthenticationProvider(PROVIDER, "Test", provider);
    endings.push(() => registered.dispose());
    const accounts = new Map<string, Account>();
    const signIn = signInWith(
      (id, scopes, options) => {
        asked.push(options);
        // A dialog can't be answered in a test: a person who was asked here says yes.
        if (options.createIfNone !== undefined) isAllowed = true;
        return isAllowed
          ? Promise.resolve(provider.createSession(scopes, {}))
          : vscode.authentication.getSession(id, scopes, options);
      },
      quiet,
      accounts,
    );
    const shop = await workshop({ signIn });
    const http: HttpRemote = await serveOverHttp(shop.world);
    endings.push(() => http.close());
    await shop.ann.git("remote", "set-url", "origin", http.url);
    accounts.set(new URL(http.url).origin, { provider: PROVIDER, name: "Test", scopes: ["repo"] });
    http.trouble = { kind: "signIn", name: "x-access-token", password: "t0ken" };
    await shop.flag("src/search.ts", [3, 6], "Search reads everything");
    const current = await shop.session();
    const [origin] = (await current.consent()).choices;
    assert.ok(origin !== undefined);
    await current.setConsent("agreed", origin);
    return { shop, session: current, asked, accounts };
  };

  it("is answered from VS Code's own accounts on a click, and silently from then on", async () => {
    const { shop, session, asked } = await signedOut();
    await shop.run("sync");
    assert.match(shop.prompts.messages.at(-1) ?? "", /^origin asked for a password\. Nothing was sent/);
    assert.deepEqual(shop.prompts.asked.at(-1)?.offered, ["Sign In with Test", "Show Log"]);
    assert.deepEqual(asked, [{ silent: true }]);
    await shop.run("sync", undefined, { press: "Sign In with Test" });
    assert.deepEqual(asked.slice(1), [{ silent: true }, { createIfNone: true }]);
    assert.equal(session.syncState().kind, "synced", session.syncState().explanation);
    assert.equal(session.syncState().waiting, 0);
    const said = shop.prompts.messages.length;
    assert.equal((await session.sync({ byHand: false })).kind, "synced");
    assert.deepEqual(asked.at(-1), { silent: true });
    assert.equal(shop.prompts.messages.length, said);
  });

  it("gets no token where no account is for its address", async () => {
    const { shop, asked, accounts } = await signedOut();
    accounts.clear();
    await shop.run("sync");
    assert.deepEqual(shop.prompts.asked.at(-1)?.offered, ["Show Log"]);
    assert.deepEqual(asked, []);
  });
});

describe("the accounts that sign in to remotes", () => {
  it("are for github.com over https alone", () => {
    const signIn = signInWith(() => Promise.resolve(undefined), quiet);
    assert.equal(signIn.nameFor("https://github.com/team/shop.git"), "GitHub");
    for (const url of [
      "http://github.com/team/shop.git",
      "https://github.com:8443/team/shop.git",
      "https://github.com.evil.example/team/shop.git",
      "https://evil.example/github.com/shop.git",
      "https://gist.github.com/x.git",
      "git@github.com:team/shop.git",
      "ssh://git@github.com/team/shop.git",
      "/srv/github.com/shop.git",
      "",
    ])
      assert.equal(signIn.nameFor(url), undefined, url);
  });
});
