import assert from "node:assert/strict";
import { CodeLinks } from "../../../src/app/code-links.ts";
import type { CodeLinksParts } from "../../../src/app/code-links.ts";
import { codeOnHost, hostKinds } from "../../../src/app/git-host-links.ts";
import { FakeTime, settled } from "../../support/fake-time.ts";

const commit = "a".repeat(40);
const lines = { from: 3, to: 5 };
const note = "b".repeat(64);
const anchor = { path: "src/a.ts", commit, startLine: 3, endLine: 5 };

describe("the page of code on a git host", () => {
  for (const [remote, page, oneLine] of [
    ["git@github.com:acme/shop.git", `https://github.com/acme/shop/blob/${commit}/src/a%20b.ts#L3-L5`, "#L3"],
    [
      "https://gitlab.com/acme/web/shop",
      `https://gitlab.com/acme/web/shop/-/blob/${commit}/src/a%20b.ts#L3-5`,
      "#L3",
    ],
    [
      "git@bitbucket.org:acme/shop.git",
      `https://bitbucket.org/acme/shop/src/${commit}/src/a%20b.ts#lines-3:5`,
      "#lines-3",
    ],
    [
      "https://me@dev.azure.com/acme/web/_git/shop",
      `https://dev.azure.com/acme/web/_git/shop?path=%2Fsrc%2Fa%20b.ts&version=GC${commit}&line=3&lineEnd=6&lineStartColumn=1&lineEndColumn=1&_a=contents`,
      "&line=3&lineEnd=4&lineStartColumn=1&lineEndColumn=1&_a=contents",
    ],
    [
      "https://codeberg.org/acme/shop",
      `https://codeberg.org/acme/shop/src/commit/${commit}/src/a%20b.ts#L3-L5`,
      "#L3",
    ],
    ["git@git.sr.ht:~acme/shop", `https://git.sr.ht/~acme/shop/tree/${commit}/item/src/a%20b.ts#L3-5`, "#L3"],
    [
      "ssh://git@stash.acme.org:7999/WEB/shop.git",
      `https://stash.acme.org/projects/WEB/repos/shop/browse/src/a%20b.ts?at=${commit}#3-5`,
      "#3",
    ],
  ] as const)
    it(`is known for ${remote}`, () => {
      const path = "src/a b.ts";
      assert.equal(codeOnHost(remote, { commit, path, lines }), page);
      assert.ok(codeOnHost(remote, { commit, path, lines: { from: 3, to: 3 } })?.endsWith(oneLine));
      assert.doesNotMatch(codeOnHost(remote, { commit, path, lines: undefined }) ?? "", /#|line/);
    });

  for (const kind of hostKinds)
    it(`is known for a ${kind} of one's own, and leads to that host alone`, () => {
      const own = new Map([["code.acme.org", kind]]);
      const path = kind === "azure" ? "acme/web/_git/shop" : "acme/shop";
      const page = codeOnHost(`https://code.acme.org/${path}`, { commit, path: "a.ts", lines }, own);
      assert.match(page ?? "", new RegExp(`^https://code\\.acme\\.org/.*${commit}`));
      assert.equal(
        codeOnHost(`https://other.acme.org/${path}`, { commit, path: "a.ts", lines }, own),
        undefined,
      );
    });

  it("is never made from http, nor from what is no commit or no path", () => {
    const at = (remote: string, more: { readonly commit?: string; readonly path?: string } = {}) =>
      codeOnHost(remote, { commit, path: "a.ts", lines, ...more });
    assert.equal(at("http://gitlab.acme.org/acme/shop"), undefined);
    assert.equal(at("https://evil.example/acme/shop"), undefined);
    assert.equal(at("/srv/git/shop.git"), undefined);
    for (const hostile of ["../../etc", "a//b", "a/./b", "/a"])
      assert.equal(at("https://github.com/acme/shop", { path: hostile }), undefined, hostile);
    assert.equal(at("https://github.com/acme/shop", { commit: "main" }), undefined);
    const page = at("https://github.com/acme/shop", { path: 'a"><script>?x=#y/\u202e.ts' });
    assert.doesNotMatch(page?.replace("#L3-L5", "") ?? "", /["<>?#\u202e]/);
  });
});

/** Links in a clone whose commits are on these branches. */
function links(branches: () => readonly string[], more: Partial<CodeLinksParts> = {}) {
  const clock = new FakeTime();
  const arrived: string[] = [];
  let asked = 0;
  const made = new CodeLinks({
    remote: () => Promise.resolve({ name: "origin", url: "git@github.com:acme/shop.git" }),
    history: {
      branchesWith: () => {
        asked += 1;
        return Promise.resolve(branches());
      },
    },
    ownHosts: () => new Map(),
    isElsewhere: false,
    clock,
    arrived: (one) => arrived.push(one),
    ...more,
  });
  return { made, clock, arrived, asked: () => asked };
}

describe("links from notes to code", () => {
  it("come once git has said that the commit is on the remote, and git is asked once", async () => {
    const { made, arrived, asked } = links(() => ["main", "origin/main"]);
    assert.equal(await made.to(note, anchor), undefined);
    await settled();
    assert.deepEqual(arrived, [note]);
    assert.match((await made.to(note, anchor)) ?? "", /^https:\/\/github\.com\/acme\/shop\/blob\//);
    assert.equal(asked(), 1);
  });

  it("don't come for a commit that nobody else has, which is looked for again after a minute", async () => {
    let branches = ["main", "upstream/main"];
    const { made, clock, arrived, asked } = links(() => branches);
    await made.to(note, anchor);
    await settled();
    assert.equal(await made.to(note, anchor), undefined);
    assert.deepEqual([arrived, asked()], [[], 1]);
    branches = ["origin/main"];
    await clock.pass(61_000);
    await made.to(note, anchor);
    await settled();
    assert.deepEqual([arrived, asked()], [[note], 2]);
  });

  it("ask where notes go once for all places, and again when somebody has chosen", async () => {
    let asked = 0;
    const { made } = links(() => [], {
      isElsewhere: true,
      remote: () => {
        asked += 1;
        return Promise.resolve({ name: "origin", url: "git@github.com:acme/shop.git" });
      },
    });
    await Promise.all([made.to(note, anchor), made.to(note, anchor)]);
    assert.equal(asked, 1);
    made.remoteChanged();
    await made.to(note, anchor);
    assert.equal(asked, 2);
  });

  it("are there at once where the code is elsewhere, and need an agreed remote and a commit", async () => {
    assert.ok(await links(() => [], { isElsewhere: true }).made.to(note, anchor));
    assert.equal(
      await links(() => [], { remote: () => Promise.resolve(undefined) }).made.to(note, anchor),
      undefined,
    );
    assert.equal(await links(() => []).made.to(note, { ...anchor, commit: undefined }), undefined);
  });
});
