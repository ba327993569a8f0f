import "../../src/webview/no-eval.ts";
import * as z from "zod/mini";
import { Request, ToPage } from "../../src/protocol/messages.ts";
import type { HostMessage, PageRequest, ReplyBody } from "../../src/protocol/messages.ts";
import { targetOf } from "../../src/protocol/action.ts";
import type { ViewState } from "../../src/protocol/views.ts";
import type { NotePage } from "../../src/protocol/panel-state.ts";

// Stands in for VS Code and the extension inside the page under test. It is built on the real protocol: a request that does not fit is a failure of the
// page, a message that does not fit one of the test. It runs as a script of its own, before the page's.

/** What a test can do with it, from Node, through `page.evaluate`. */
export interface FakeHostControl {
  /** Everything asked so far, oldest first. */
  readonly requests: PageRequest[];
  /** What did not fit the protocol. */
  readonly misfits: string[];
  /** Breaches of the page's security policy. */
  readonly violations: string[];
  /** Sends a message unasked. */
  emit(message: HostMessage): void;
  /** Sends anything at all. */
  emitRaw(data: unknown): void;
  /** The next request of that type is answered with this. */
  answerNext(type: PageRequest["type"], body: ReplyBody): void;
  /** Answers wait for {@link release}. */
  hold(): void;
  release(): void;
  /** What `watch` answers, by note. */
  setNote(note: NotePage): void;
  forget(): void;
}

/** Put there by the test before this script runs. */
export interface FakeHostSetup {
  readonly state: HostMessage & { type: "state" };
  readonly notes: readonly NotePage[];
  /** What `watchView` answers. */
  readonly views?: readonly ViewState[];
  readonly theme: {
    readonly name: string;
    readonly id: string;
    readonly kind: string;
    readonly bodyClass: string;
    readonly variables: Readonly<Record<string, string>>;
  };
  readonly reduceMotion: boolean;
}

declare global {
  var fakeHost: FakeHostControl;
  var fakeHostSetup: FakeHostSetup;
  var acquireVsCodeApi: () => unknown;
  /** Answers wait from the first request on. */
  var holdFromTheStart: boolean | undefined;
}

const KEPT = "kept-by-vscode";
const TYPED = "kept-by-host";
const OPENED = "opened-before";

function install(setup: FakeHostSetup): void {
  const requests: PageRequest[] = [];
  const misfits: string[] = [];
  const violations: string[] = [];
  const answers = new Map<PageRequest["type"], ReplyBody[]>();
  const notes = new Map(setup.notes.map((note) => [note.id, note]));
  let held: (() => void)[] | undefined = globalThis.holdFromTheStart === true ? [] : undefined;

  document.addEventListener("securitypolicyviolation", (event) =>
    violations.push(`${event.effectiveDirective} ${event.sourceFile}:${event.lineNumber} ${event.sample}`),
  );
  applyTheme(setup);

  const deliver = (data: unknown) => {
    window.postMessage(data, "*");
  };
  const send = (data: unknown) => {
    const fits = ToPage.safeParse(data);
    if (!fits.success) throw new Error(`the test sends what does not fit: ${z.prettifyError(fits.error)}`);
    deliver(structuredClone(data));
  };
  const typedOf = (): Record<string, Record<string, string>> =>
    JSON.parse(sessionStorage.getItem(TYPED) ?? "{}") as Record<string, Record<string, string>>;
  const withTyped = (note: NotePage): NotePage => ({
    ...note,
    typed: { ...note.typed, ...typedOf()[note.id] },
  });

  const answer = (request: PageRequest): ReplyBody => {
    const prepared = answers.get(request.type)?.shift();
    if (prepared !== undefined) return prepared;
    switch (request.type) {
      case "watch": {
        const note = request.note === null ? undefined : notes.get(request.note);
        return { type: "note", note: note === undefined ? null : withTyped(note) };
      }
      case "watchView": {
        const { view } = request;
        const shown = setup.views?.find(
          (state) =>
            state.view === view?.view &&
            (!("id" in view) || view.id === undefined || ("id" in state && state.id === view.id)),
        );
        return { type: "view", view: shown ?? null };
      }
      case "perform":
        return {
          type: "performed",
          outcome: {
            kind: "saved",
            record: targetOf(request.action) ?? "f".repeat(64),
          },
        };
      case "keepTyped": {
        const typed = typedOf();
        const box = (typed[request.note] ??= {});
        if (request.text === "") Reflect.deleteProperty(box, request.key);
        else box[request.key] = request.text;
        sessionStorage.setItem(TYPED, JSON.stringify(typed));
        return { type: "done" };
      }
      default:
        return { type: "done" };
    }
  };

  const openedBefore = sessionStorage.getItem(OPENED) !== null;
  sessionStorage.setItem(OPENED, "yes");

  const receive = (data: unknown) => {
    const parsed = Request.safeParse(data);
    if (!parsed.success) {
      misfits.push(z.prettifyError(parsed.error));
      return;
    }
    const { id, request } = parsed.data;
    requests.push(request);
    const reply = () => {
      // Where to go is chosen when the panel is opened; after a reload the page itself knows.
      if (request.type === "ready")
        send({ message: openedBefore ? { ...setup.state, route: undefined } : setup.state });
      send({ reply: id, body: answer(request) });
    };
    if (held === undefined) reply();
    else held.push(reply);
  };

  globalThis.fakeHost = {
    requests,
    misfits,
    violations,
    emit: (message) => {
      send({ message });
    },
    emitRaw: deliver,
    answerNext: (type, body) => {
      answers.set(type, [...(answers.get(type) ?? []), body]);
    },
    hold: () => {
      held ??= [];
    },
    release: () => {
      const waiting = held ?? [];
      held = undefined;
      for (const reply of waiting) reply();
    },
    setNote: (note) => {
      notes.set(note.id, note);
    },
    forget: () => {
      requests.length = 0;
    },
  };
  let acquired = false;
  globalThis.acquireVsCodeApi = () => {
    if (acquired) throw new Error("acquireVsCodeApi may be called once");
    acquired = true;
    return {
      postMessage: (data: unknown) => {
        // VS Code hands messages over as clones, later.
        const clone: unknown = structuredClone(data);
        queueMicrotask(() => receive(clone));
      },
      getState: (): unknown => JSON.parse(sessionStorage.getItem(KEPT) ?? "null"),
      setState: (state: unknown) => {
        sessionStorage.setItem(KEPT, JSON.stringify(state));
      },
    };
  };
}

/** As VS Code does it: variables on the root element, classes and attributes on the body. */
function applyTheme({ theme, reduceMotion }: FakeHostSetup): void {
  for (const [name, value] of Object.entries(theme.variables))
    document.documentElement.style.setProperty(name, value);
  document.body.className = theme.bodyClass;
  if (reduceMotion) document.body.classList.add("vscode-reduce-motion");
  document.body.dataset["vscodeThemeKind"] = theme.kind;
  document.body.dataset["vscodeThemeName"] = theme.name;
  document.body.dataset["vscodeThemeId"] = theme.id;
}

install(globalThis.fakeHostSetup);
