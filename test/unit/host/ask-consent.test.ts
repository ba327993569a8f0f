import assert from "node:assert/strict";
import type { RemoteInfo } from "../../../src/app/ports.ts";
import type { Consent } from "../../../src/app/session.ts";
import { english } from "../../../src/base/translate.ts";
import { askConsent } from "../../../src/host/share/ask-consent.ts";
import { ScriptedPrompts } from "../../support/host/scripted-prompts.ts";

const origin: RemoteInfo = { name: "origin", url: "https://git.example/shop.git" };
const upstream: RemoteInfo = { name: "upstream", url: "https://git.example/their-shop.git" };

function clone(answer: Consent, choices: readonly RemoteInfo[]) {
  const given: { answer: Consent; remote: string }[] = [];
  return {
    given,
    consent: () => Promise.resolve({ answer, remote: choices[0], branch: "sightline", choices }),
    setConsent: (answer: "agreed" | "declined", remote: RemoteInfo) => {
      given.push({ answer, remote: remote.name });
      return Promise.resolve();
    },
  };
}

describe("the first share of a repository", () => {
  it("asks in these words, naming the remote and the branch", async () => {
    const session = clone("notAsked", [origin]);
    const prompts = new ScriptedPrompts({ press: "Share" });
    assert.equal(await askConsent(session, prompts, english), "agreed");
    assert.deepEqual(prompts.asked, [
      {
        kind: "dialog",
        prompt: "Share notes with everyone who can read this repository?",
        detail:
          'Sightline will push notes to the branch "sightline" on origin (https://git.example/shop.git), now and after each change. If the repository is public, so are the notes. Your branches, commits and settings are not touched. A build system that reacts to every branch may need a rule.',
        offered: ["Share", "Keep notes on this machine"],
      },
    ]);
    assert.deepEqual(session.given, [{ answer: "agreed", remote: "origin" }]);
  });

  it("takes a no for good", async () => {
    const session = clone("notAsked", [origin]);
    const prompts = new ScriptedPrompts({ press: "Keep notes on this machine" });
    assert.equal(await askConsent(session, prompts, english), "declined");
    assert.deepEqual(session.given, [{ answer: "declined", remote: "origin" }]);
  });

  it("takes a closed dialog neither for a yes nor for a no", async () => {
    const session = clone("notAsked", [origin]);
    assert.equal(await askConsent(session, new ScriptedPrompts("leave"), english), "left");
    assert.deepEqual(session.given, []);
  });

  it("asks which remote, where there are several", async () => {
    const session = clone("notAsked", [origin, upstream]);
    const prompts = new ScriptedPrompts({ choose: "upstream" }, { press: "Share" });
    assert.equal(await askConsent(session, prompts, english), "agreed");
    assert.deepEqual(session.given, [{ answer: "agreed", remote: "upstream" }]);
    assert.match(prompts.asked[1]?.detail ?? "", /on upstream \(https:\/\/git\.example\/their-shop\.git\)/);
  });

  it("is left where no remote is chosen", async () => {
    const session = clone("notAsked", [origin, upstream]);
    assert.equal(await askConsent(session, new ScriptedPrompts("leave"), english), "left");
    assert.deepEqual(session.given, []);
  });

  it("asks nothing where there is nowhere to share", async () => {
    assert.equal(await askConsent(clone("notAsked", []), new ScriptedPrompts(), english), "noRemote");
  });

  for (const answer of ["agreed", "declined"] as const)
    it(`asks nothing where the answer was "${answer}"`, async () => {
      assert.equal(await askConsent(clone(answer, [origin]), new ScriptedPrompts(), english), answer);
    });

  it("asks who had declined again when they want to sync", async () => {
    const session = clone("declined", [origin]);
    const prompts = new ScriptedPrompts({ press: "Share" });
    assert.equal(await askConsent(session, prompts, english, { again: true }), "agreed");
  });
});
