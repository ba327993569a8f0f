import assert from "node:assert/strict";
import { Sessions } from "../../../src/host/sessions.ts";
import type { FindRepository, SessionChange, WindowFolder } from "../../../src/host/sessions.ts";
import { bareSession, foundRepository } from "../../support/host/bare-session.ts";
import type { BareSession } from "../../support/host/bare-session.ts";

const rethrow = (error: unknown) => {
  throw error;
};
const folder = (path: string, realPath = path): WindowFolder => ({ path, realPath });

/** A window with folders, and repositories by the folder they start at. */
function open(folders: WindowFolder[], repositories: Readonly<Record<string, BareSession>>) {
  const found = Object.fromEntries(
    Object.entries(repositories).map(([top, session]) => [top, foundRepository(top, session)]),
  );
  const find: FindRepository = (at) => {
    const top = Object.keys(found)
      .filter((one) => at === one || at.startsWith(`${one}/`))
      .sort((one, other) => other.length - one.length)[0];
    const repository = top === undefined ? undefined : found[top];
    return Promise.resolve(
      repository === undefined ? { kind: "notARepository", detail: at } : { kind: "found", repository },
    );
  };
  return { sessions: new Sessions(find, () => Promise.resolve(folders), rethrow), found };
}

describe("the sessions of a window", () => {
  it("are loading until they have been opened", async () => {
    const { sessions } = open([folder("/shop")], { "/shop": bareSession("/shop") });
    assert.equal(sessions.state(), "loading");
    await sessions.opened();
    assert.equal(sessions.state(), "ready");
  });

  it("are one for two folders of one repository", async () => {
    const { sessions, found } = open([folder("/shop/web"), folder("/shop/api")], {
      "/shop": bareSession("/shop"),
    });
    assert.equal((await sessions.opened()).length, 1);
    assert.equal(found["/shop"]?.opened(), 1);
    assert.equal(sessions.fileIn("/shop/api/cart.ts")?.path, "api/cart.ts");
  });

  it("are opened once, however many ask at the same time", async () => {
    const { sessions, found } = open([folder("/shop")], { "/shop": bareSession("/shop") });
    await Promise.all([sessions.opened(), sessions.opened(), sessions.opened()]);
    assert.equal(found["/shop"]?.opened(), 1);
  });

  it("find a file in the innermost repository", async () => {
    const { sessions } = open([folder("/shop"), folder("/shop/vendor/lib")], {
      "/shop": bareSession("/shop"),
      "/shop/vendor/lib": bareSession("/shop/vendor/lib"),
    });
    await sessions.opened();
    assert.equal(sessions.fileIn("/shop/vendor/lib/src/a.ts")?.session.repository.top, "/shop/vendor/lib");
    assert.equal(sessions.fileIn("/shop/vendor/lib/src/a.ts")?.path, "src/a.ts");
    assert.equal(sessions.fileIn("/shop/vendor/other.ts")?.session.repository.top, "/shop");
  });

  it("do not take a neighbour with a longer name for a file inside", async () => {
    const { sessions } = open([folder("/shop")], { "/shop": bareSession("/shop") });
    await sessions.opened();
    assert.equal(sessions.fileIn("/shop-two/a.ts"), undefined);
    assert.equal(sessions.fileIn("/shop"), undefined);
    assert.equal(sessions.fileIn("/shop/..two/a.ts")?.path, "..two/a.ts");
  });

  it("know a file through the link that the folder was opened by, both ways", async () => {
    const { sessions } = open([folder("/home/me/link", "/disk/shop/web")], {
      "/disk/shop": bareSession("/disk/shop"),
    });
    const [session] = await sessions.opened();
    assert.ok(session);
    assert.equal(sessions.fileIn("/home/me/link/a.ts")?.path, "web/a.ts");
    assert.equal(sessions.fileOf(session, "web/a.ts"), "/home/me/link/a.ts");
    assert.equal(sessions.fileOf(session, "api/b.ts"), "/disk/shop/api/b.ts");
  });

  it("follow the folders of the window", async () => {
    const folders = [folder("/shop")];
    const one = bareSession("/shop");
    const two = bareSession("/bank");
    const { sessions } = open(folders, { "/shop": one, "/bank": two });
    await sessions.opened();
    folders.splice(0, 1, folder("/bank"));
    await sessions.reopen();
    assert.deepEqual(sessions.all(), [two]);
    assert.equal(one.isDisposed(), true);
    assert.equal(two.isDisposed(), false);
  });

  it("pass on what changes in each, and nothing after it was closed", async () => {
    const folders = [folder("/shop"), folder("/bank")];
    const shop = bareSession("/shop");
    const bank = bareSession("/bank");
    const { sessions } = open(folders, { "/shop": shop, "/bank": bank });
    await sessions.opened();
    const heard: SessionChange[] = [];
    sessions.onDidChange((change) => heard.push(change));
    bank.changes.emit({ records: "all" });
    folders.pop();
    await sessions.reopen();
    bank.changes.emit({ records: "all" });
    assert.deepEqual(
      heard.map(({ session }) => session.repository.top),
      ["/bank"],
    );
  });

  it("say why a folder has none, while another has", async () => {
    const { sessions } = open([folder("/plain"), folder("/shop")], { "/shop": bareSession("/shop") });
    await sessions.opened();
    assert.equal(sessions.state(), "ready");
    assert.equal(sessions.problemOf("/plain/a.ts")?.kind, "notARepository");
    assert.equal(sessions.problemOf("/shop/a.ts"), undefined);
  });

  it("say that there is no folder, or no repository", async () => {
    const none = open([], {}).sessions;
    await none.opened();
    assert.equal(none.state(), "noFolder");
    const plain = open([folder("/plain")], {}).sessions;
    await plain.opened();
    assert.equal(plain.state(), "notARepository");
  });

  it("find a repository that was made since", async () => {
    const folders = [folder("/plain")];
    const repositories: Record<string, BareSession> = {};
    const session = bareSession("/plain");
    const sessions = new Sessions(
      (at) =>
        Promise.resolve(
          repositories[at] === undefined
            ? { kind: "notARepository", detail: "" }
            : { kind: "found", repository: foundRepository(at, session) },
        ),
      () => Promise.resolve(folders),
      rethrow,
    );
    await sessions.opened();
    repositories["/plain"] = session;
    assert.deepEqual(await sessions.reopen(), [session]);
  });

  it("survive a folder that can't be opened, and say so", async () => {
    const failures: unknown[] = [];
    const sessions = new Sessions(
      () => Promise.reject(new Error("broken")),
      () => Promise.resolve([folder("/shop")]),
      (error) => failures.push(error),
    );
    assert.deepEqual(await sessions.opened(), []);
    assert.equal(sessions.state(), "failed");
    assert.equal(failures.length, 1);
  });

  it("close everything at the end", async () => {
    const session = bareSession("/shop");
    const { sessions } = open([folder("/shop")], { "/shop": session });
    await sessions.opened();
    sessions.dispose();
    assert.equal(session.isDisposed(), true);
  });
});
