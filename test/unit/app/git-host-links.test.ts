import assert from "node:assert/strict";
import fc from "fast-check";
import { fileOnHost } from "../../../src/app/git-host-links.ts";
import { noteOnHost, tellYourPm } from "../../../src/app/tell-your-pm.ts";
import { ann, inEnglish } from "../../support/app-world.ts";
import { Story } from "../../support/story.ts";
import { seed } from "../../support/seed.ts";
import { recordUri } from "../../../src/protocol/record-link.ts";

const github = "https://github.com/shop/app/blob/sightline/notes/0/1/a.md";
const known: readonly (readonly [remote: string, page: string])[] = [
  ["https://github.com/shop/app.git", github],
  ["https://github.com/shop/app", github],
  ["https://github.com/shop/app/", github],
  ["https://ann:secret@github.com/shop/app.git", github],
  ["git@github.com:shop/app.git", github],
  ["ssh://git@github.com/shop/app.git", github],
  ["ssh://git@ssh.github.com:443/shop/app.git", github],
  ["git://github.com/shop/app.git", github],
  [
    "git@github.example.com:shop/app.git",
    "https://github.example.com/shop/app/blob/sightline/notes/0/1/a.md",
  ],
  [
    "https://gitlab.com/group/sub/app.git",
    "https://gitlab.com/group/sub/app/-/blob/sightline/notes/0/1/a.md",
  ],
  [
    "git@gitlab.example.org:group/app.git",
    "https://gitlab.example.org/group/app/-/blob/sightline/notes/0/1/a.md",
  ],
  [
    "ssh://git@gitlab.example.org:2222/g/app.git",
    "https://gitlab.example.org/g/app/-/blob/sightline/notes/0/1/a.md",
  ],
  ["git@bitbucket.org:shop/app.git", "https://bitbucket.org/shop/app/src/sightline/notes/0/1/a.md"],
  [
    "https://bitbucket.example.org/scm/KEY/app.git",
    "https://bitbucket.example.org/projects/KEY/repos/app/browse/notes/0/1/a.md?at=refs%2Fheads%2Fsightline",
  ],
  [
    "ssh://git@bitbucket.example.org:7999/~ann/app.git",
    "https://bitbucket.example.org/users/ann/repos/app/browse/notes/0/1/a.md?at=refs%2Fheads%2Fsightline",
  ],
  ...[
    "https://dev.azure.com/shop/The%20App/_git/app",
    "https://shop@dev.azure.com/shop/The%20App/_git/app",
    "https://shop.visualstudio.com/The%20App/_git/app",
    "https://shop.visualstudio.com/DefaultCollection/The%20App/_git/app",
    "git@ssh.dev.azure.com:v3/shop/The App/app",
    "shop@vs-ssh.visualstudio.com:v3/shop/The App/app",
  ].map(
    (remote) =>
      [
        remote,
        "https://dev.azure.com/shop/The%20App/_git/app?path=%2Fnotes%2F0%2F1%2Fa.md&version=GBsightline&_a=preview",
      ] as const,
  ),
  [
    "https://dev.azure.com/shop/_git/app",
    "https://dev.azure.com/shop/app/_git/app?path=%2Fnotes%2F0%2F1%2Fa.md&version=GBsightline&_a=preview",
  ],
  ["https://codeberg.org/shop/app.git", "https://codeberg.org/shop/app/src/branch/sightline/notes/0/1/a.md"],
  [
    "git@gitea.example.org:shop/app.git",
    "https://gitea.example.org/shop/app/src/branch/sightline/notes/0/1/a.md",
  ],
  ["git@git.sr.ht:~ann/app", "https://git.sr.ht/~ann/app/tree/sightline/item/notes/0/1/a.md"],
];

const unknown = [
  "http://gitlab.lan.example:8080/g/app.git",
  "",
  "/srv/git/app.git",
  "../app.git",
  "C:\\repos\\app.git",
  "C:/repos/app.git",
  "file:///srv/git/app.git",
  "git@example.org:shop/app.git",
  "work:shop/app.git",
  "github:shop/app.git",
  "https://evil.example/github.com/shop/app.git",
  "https://github.com/shop",
  "https://github.com/shop/app/extra",
  "javascript:alert(1)//github.com/shop/app",
  "https://dev.azure.com/shop/app",
];

describe("the page of a note on its git host", () => {
  for (const [remote, page] of known)
    it(`is known for ${remote}`, () => assert.equal(fileOnHost(remote, "sightline", "notes/0/1/a.md"), page));

  for (const remote of unknown)
    it(`is not guessed for "${remote}"`, () =>
      assert.equal(fileOnHost(remote, "sightline", "notes/0/1/a.md"), undefined));

  it("is known for a host of one's own that the setting names", () => {
    const own = new Map([["code.lan.example", "gitlab"]] as const);
    const remote = "git@code.lan.example:g/app.git";
    assert.equal(fileOnHost(remote, "sightline", "a.md"), undefined);
    assert.equal(
      fileOnHost(remote, "sightline", "a.md", own),
      "https://code.lan.example/g/app/-/blob/sightline/a.md",
    );
  });

  it("names a branch with a slash or a sign in it", () => {
    assert.equal(
      fileOnHost("git@github.com:shop/app.git", "team/notes #1", "a.md"),
      "https://github.com/shop/app/blob/team/notes%20%231/a.md",
    );
  });

  it(`is a web address without a password, whatever the remote is (seed ${seed})`, () => {
    const piece = fc.constantFrom(
      "https://",
      "ssh://",
      "git@",
      "github.com",
      "gitlab.com",
      "/",
      ":",
      "a",
      "..",
      "user:pw@",
      '"><',
      " ",
      "\n",
      ".git",
      "?x=",
      "#",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
        const page = fileOnHost(pieces.join(""), "sightline", "a.md");
        if (page === undefined) return;
        assert.match(page, /^https:\/\/[a-z0-9.:-]+\/[A-Za-z0-9~._/%?=&-]*$/);
        assert.equal(page.includes("pw"), false);
        assert.equal(new URL(page).username, "");
      }),
      { seed, numRuns: 2000 },
    );
  });
});

describe("Tell your PM", () => {
  const { note } = new Story(ann, "2026-11-10", {
    title: "One\u202E query",
    impact: "Search takes 5 s\nin March",
  });

  it("says what it is, what users will notice, and three ways to read on", () => {
    const id = note.id;
    assert.equal(
      tellYourPm({ note, remoteUrl: "git@github.com:shop/app.git", branch: "sightline", wording: inEnglish }),
      [
        "One query",
        "Search takes 5 s in March",
        "",
        `Read it in the browser: ${noteOnHost("git@github.com:shop/app.git", "sightline", id) ?? ""}`,
        `Ask or decide in VS Code: vscode://sightline.sightline/note/${id}`,
      ].join("\n"),
    );
    assert.match(
      noteOnHost("git@github.com:shop/app.git", "sightline", id) ?? "",
      new RegExp(`/${id.slice(0, 12)}\\.md$`),
    );
    assert.equal(recordUri("note", id), `vscode://sightline.sightline/note/${id}`);
  });

  it("leaves out the page where its address is not known, and asks for help where the effect is not", () => {
    const bare = new Story(ann, "2026-11-10", { impact: "" }).note;
    const message = tellYourPm({ note: bare, remoteUrl: undefined, branch: "sightline", wording: inEnglish });
    assert.match(message, /Effect on users: not known yet\. Can you help find out\?/);
    assert.equal(message.includes("browser"), false);
  });
});
