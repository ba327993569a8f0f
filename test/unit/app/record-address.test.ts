import assert from "node:assert/strict";
import fc from "fast-check";
import { leadToTheSame, parseRecordAddress } from "../../../src/app/record-address.ts";
import type { AddressRefusal } from "../../../src/app/record-address.ts";
import { seed } from "../../support/seed.ts";

const addressOf = (typed: string) => {
  const parsed = parseRecordAddress(typed);
  assert.equal(parsed.kind, "address", typed);
  return parsed.kind === "address" ? parsed.address : assert.fail();
};

describe("the address of a record", () => {
  const taken: readonly (readonly [string, string, string, string])[] = [
    ["https://github.com/acme/shop", "https://github.com/acme/shop", "github.com", "shop"],
    [" HTTPS://GitHub.com:443/acme/shop.git/ ", "https://github.com/acme/shop.git", "github.com", "shop"],
    ["https://ghp_token@github.com/acme/shop", "https://github.com/acme/shop", "github.com", "shop"],
    ["https://github.com/acme/shop?token=x#y", "https://github.com/acme/shop", "github.com", "shop"],
    [
      "https://github.com/acme/shop/blob/sightline/notes/0/a.md#L3",
      "https://github.com/acme/shop",
      "github.com",
      "shop",
    ],
    [
      "https://gitlab.com/acme/web/shop/-/tree/sightline",
      "https://gitlab.com/acme/web/shop",
      "gitlab.com",
      "shop",
    ],
    [
      "https://acme@dev.azure.com/acme/Web%20shop/_git/shop",
      "https://dev.azure.com/acme/Web%20shop/_git/shop",
      "dev.azure.com",
      "shop",
    ],
    ["https://code.acme.org:8443/shop", "https://code.acme.org:8443/shop", "code.acme.org", "shop"],
    ["http://127.0.0.1:3000/shop", "http://127.0.0.1:3000/shop", "127.0.0.1", "shop"],
    ["ssh://git@host.org:2222/a/b.git", "ssh://git@host.org:2222/a/b.git", "host.org", "b"],
    ["git@github.com:acme/shop.git", "git@github.com:acme/shop.git", "github.com", "shop"],
    ["file:///srv/git/shop.git", "file:///srv/git/shop.git", "shop", "shop"],
    ["/srv/git/shop.git/", "/srv/git/shop.git", "shop", "shop"],
    ["C:\\git\\shop", "C:\\git\\shop", "shop", "shop"],
  ];
  for (const [typed, url, host, name] of taken)
    it(`is taken: ${typed}`, () => {
      const address = addressOf(typed);
      assert.deepEqual([address.url, address.host, address.name], [url, host, name]);
    });

  const refused: readonly (readonly [string, AddressRefusal])[] = [
    ["  ", "empty"],
    ["shop", "notAnAddress"],
    ["../shop", "notAnAddress"],
    ["/srv/../etc", "notAnAddress"],
    ["--upload-pack=touch /tmp/x", "notAnAddress"],
    ["-oProxyCommand=x:shop", "notAnAddress"],
    ["ssh://-oProxyCommand=x/shop", "notAnAddress"],
    ["ssh://-l@host.org/shop", "notAnAddress"],
    ["git@-host:shop", "notAnAddress"],
    ["git@host.org:--upload-pack=x", "notAnAddress"],
    ["https://github.com/", "notAnAddress"],
    ["https://git hub.com/a/b", "notAnAddress"],
    ["https://github.com/a/../b", "notAnAddress"],
    ["https://github.com/a\nb", "notAnAddress"],
    ["https://github.com/a\u202eb", "notAnAddress"],
    ["https://github.com/a\u0000b", "notAnAddress"],
    ["https://gіthub.com/acme/shop", "notAnAddress"],
    ["ext::sh -c touch% /tmp/x", "notAllowed"],
    ["fd::17", "notAllowed"],
    ["https::https://github.com/a/b", "notAllowed"],
    ["ftp://host.org/a", "notAllowed"],
    ["javascript://host.org/a", "notAllowed"],
    ["http://github.com/acme/shop", "notPrivate"],
    ["git://github.com/acme/shop", "notPrivate"],
    ["https://me:secret@github.com/acme/shop", "password"],
    ["ssh://git:secret@host.org/shop", "password"],
    [`https://github.com/${"a".repeat(3000)}`, "notAnAddress"],
  ];
  for (const [typed, why] of refused)
    it(`is refused: ${JSON.stringify(typed.slice(0, 60))}`, () =>
      assert.deepEqual(parseRecordAddress(typed), { kind: "refused", why }));

  it("is the same record however it ends", () => {
    assert.equal(addressOf("https://a.org/b.git").key, addressOf("https://a.org/b/").key);
    assert.notEqual(addressOf("https://a.org/b").key, addressOf("https://a.org/c").key);
  });

  it("leads to the same repository by https and by ssh", () => {
    assert.ok(leadToTheSame("git@github.com:acme/shop.git", "https://github.com/acme/shop"));
    assert.ok(leadToTheSame("ssh://git@github.com/acme/shop", "https://github.com/Acme/shop.git"));
    assert.ok(!leadToTheSame("git@github.com:acme/shop.git", "https://gitlab.com/acme/shop"));
    assert.ok(!leadToTheSame("", ""));
  });

  it(`never starts like an option, names a helper, or holds what hides (seed ${seed})`, () => {
    const piece = fc.constantFrom(
      "https://",
      "ssh://",
      "ext::",
      "-",
      "@",
      ":",
      "/",
      "..",
      "?",
      "#",
      "\n",
      "\u200b",
      "a",
      "host.org",
      "pass",
    );
    const holds = fc.property(
      fc.array(fc.oneof(piece, fc.string({ maxLength: 4 })), { maxLength: 9 }),
      (pieces) => {
        const parsed = parseRecordAddress(pieces.join(""));
        if (parsed.kind !== "address") return;
        const { url } = parsed.address;
        assert.doesNotMatch(url, /^-|^[\w.+-]+::|[\p{Cc}\p{Cf}]/u);
        assert.doesNotMatch(url, /^https?:\/\/[^/]*@/);
        assert.deepEqual(parseRecordAddress(url), parsed, "what was kept is read as what was typed");
      },
    );
    fc.assert(holds, { seed, numRuns: 3000 });
  });
});
