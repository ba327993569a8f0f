import * as z from "zod/mini";
import type { HostMessage, PageRequest, ReplyBody, Request } from "../protocol/messages.ts";
import { ToPage } from "../protocol/messages.ts";

/** What VS Code gives a webview, once. */
interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): VsCodeApi;

export interface HostLink {
  /** Asks the host; settles with its answer, whatever it is. It never rejects: what the host can't do it says. */
  request(request: PageRequest): Promise<ReplyBody>;
  /** What was handed to `keep` before the page was last reloaded: anything, until it is parsed. */
  kept(): unknown;
  /** Keeps a value over hiding, reloading and a restart of the window. */
  keep(value: unknown): void;
}

/** Connects the page with the host. Messages that don't fit the protocol are logged and dropped. */
export function openHostLink(heard: (message: HostMessage) => void): HostLink {
  const api = acquireVsCodeApi();
  const waiting = new Map<number, (body: ReplyBody) => void>();
  let last = 0;

  window.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    const parsed = ToPage.safeParse(data);
    if (!parsed.success) {
      console.warn(
        "Sightline dropped a message that does not fit:",
        z.prettifyError(parsed.error).slice(0, 500),
      );
    } else if ("message" in parsed.data) {
      heard(parsed.data.message);
    } else {
      waiting.get(parsed.data.reply)?.(parsed.data.body);
      waiting.delete(parsed.data.reply);
    }
  });

  return {
    request: (request) =>
      new Promise((settle) => {
        const id = ++last;
        waiting.set(id, settle);
        api.postMessage({ id, request } satisfies Request);
      }),
    kept: () => api.getState(),
    keep: (value) => {
      api.setState(value);
    },
  };
}
