import assert from "node:assert/strict";
import type { Session } from "../../../src/app/session.ts";
import { PageHost } from "../../../src/host/panel/page-host.ts";
import type { OutsideThePage } from "../../../src/host/panel/page-host.ts";
import { Sessions } from "../../../src/host/sessions.ts";
import { ToPage } from "../../../src/protocol/messages.ts";
import type { HostMessage, PageRequest, ReplyBody } from "../../../src/protocol/messages.ts";
import type { Route } from "../../../src/protocol/route.ts";
import { inEnglish, Machine, ann } from "../app-world.ts";
import { FakeTime } from "../fake-time.ts";
import { MemoryRemote } from "../memory-store.ts";
import { foundRepository } from "./bare-session.ts";

const rethrow = (error: unknown) => {
  throw error;
};

/** The host's side of a page in front of a repository: what the page was told, and a way to ask. */
export async function hostedPage({ route, folders = 1 }: { route?: Route; folders?: number } = {}) {
  const time = new FakeTime();
  const machine = new Machine(ann, new MemoryRemote(), time);
  const session: Session = await machine.open();
  const repository = foundRepository(session.repository.top, session);
  const sessions = new Sessions(
    () => Promise.resolve({ kind: "found", repository }),
    () =>
      Promise.resolve(
        folders === 0 ? [] : [{ path: session.repository.top, realPath: session.repository.top }],
      ),
    rethrow,
  );
  const done: string[] = [];
  const outside: OutsideThePage = {
    showPlace: (_session, note, place) => {
      done.push(`showPlace ${note} ${place}`);
      return Promise.resolve(place === "gone" ? { kind: "lostItsCode", note } : undefined);
    },
    comparePlace: (_session, note, at) => {
      done.push(`comparePlace ${note} ${at}`);
      return Promise.resolve(undefined);
    },
    searchPlace: (note, at) => {
      done.push(`searchPlace ${note} ${at}`);
      return Promise.resolve();
    },
    chooseLines: (note, at) => {
      done.push(`chooseLines ${note} ${at}`);
      return new Promise(() => undefined);
    },
    importDates: (repository) => {
      done.push(`importDates ${repository}`);
      return Promise.resolve();
    },
    exportDates: (repository) => {
      done.push(`exportDates ${repository}`);
      return Promise.resolve();
    },
    tellYourPm: (_session, note) => {
      done.push(`tellYourPm ${note}`);
      return Promise.resolve(undefined);
    },
    sync: () => {
      done.push("sync");
      return Promise.resolve();
    },
    startIncident: () => {
      done.push("startIncident");
      return Promise.resolve();
    },
    copyIncident: (_session, note, which) => {
      done.push(`copyIncident ${note} ${which}`);
      return Promise.resolve(undefined);
    },
    addPlace: (_session, note) => {
      done.push(`addPlace ${note}`);
      return Promise.resolve(undefined);
    },
    showFile: (_session, path) => {
      done.push(`showFile ${path}`);
      return Promise.resolve(path === "gone.ts" ? { kind: "noFile" } : undefined);
    },
    flagFile: (_session, path) => {
      done.push(`flagFile ${path}`);
      return Promise.resolve(undefined);
    },
    flag: () => {
      done.push("flag");
      return Promise.resolve();
    },
    copy: (text) => {
      done.push(`copy ${text}`);
      return Promise.resolve();
    },
    said: () => {
      done.push("said");
      return Promise.resolve();
    },
  };
  const messages: HostMessage[] = [];
  const replies = new Map<number, ReplyBody>();
  const warnings: string[] = [];
  const host = new PageHost(
    {
      sessions,
      outside,
      today: () => time.today(),
      togetherOpened: () => false,
      wording: inEnglish,
      words: { Notes: "Notes" },
      isVisible: () => true,
      log: {
        info: () => undefined,
        warn: (message) => warnings.push(message),
        failed: (message) => warnings.push(message),
        show: () => undefined,
      },
      post: (message) => {
        // What the page would refuse must never be sent.
        const parsed = ToPage.parse(message);
        if ("message" in parsed) messages.push(parsed.message);
        else {
          assert.equal(replies.has(parsed.reply), false, "answered twice");
          replies.set(parsed.reply, parsed.body);
        }
      },
    },
    route,
  );
  let last = 0;
  const ask = async (request: PageRequest): Promise<ReplyBody> => {
    const id = ++last;
    await host.receive({ id, request });
    const reply = replies.get(id);
    assert.ok(reply, `${request.type} was not answered`);
    return reply;
  };
  const told = (type: HostMessage["type"]) => messages.filter((message) => message.type === type);
  return { session, sessions, machine, host, ask, messages, told, done, warnings, time };
}
