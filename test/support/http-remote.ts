import { spawn } from "node:child_process";
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname } from "node:path";
import type { World } from "./world.ts";

/** What the server does to a request before, or instead of, handing it to git. */
export type Trouble =
  /** Asks for this name and password. */
  | { readonly kind: "signIn"; readonly name: string; readonly password: string }
  /** Answers pushes with 403, as hosts do to those who may only read. */
  | { readonly kind: "mayNotPush" }
  | { readonly kind: "status"; readonly status: number }
  /** Never answers. */
  | { readonly kind: "hangs" }
  /** Breaks off in the middle of the answer, or of what is sent, of a request whose path ends in `at`. */
  | { readonly kind: "breaksOff"; readonly at: "git-upload-pack" | "git-receive-pack" };

export interface HttpRemote {
  /** URL of the world's bare remote. */
  readonly url: string;
  readonly requests: string[];
  trouble: Trouble | undefined;
  close(): Promise<void>;
}

/** Serves the bare remote of a world over http, by git's own `git http-backend` (RFC 3875, CGI). */
export async function serveOverHttp(world: World): Promise<HttpRemote> {
  await world.remote.git("config", "http.receivepack", "true");
  const requests: string[] = [];
  let trouble: Trouble | undefined;
  const server = createServer((request, response) => {
    requests.push(`${request.method ?? ""} ${request.url ?? ""}`);
    if (!isKeptOut(request, response, trouble)) serve(world, request, response, trouble);
  });
  await new Promise<void>((ready) => {
    server.listen(0, "127.0.0.1", ready);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/remote.git`,
    requests,
    get trouble() {
      return trouble;
    },
    set trouble(next) {
      trouble = next;
    },
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => {
          closed();
        });
      }),
  };
}

function isKeptOut(
  request: IncomingMessage,
  response: ServerResponse,
  trouble: Trouble | undefined,
): boolean {
  const url = request.url ?? "";
  switch (trouble?.kind) {
    case "hangs":
      return true;
    case "status":
      response.writeHead(trouble.status).end();
      return true;
    case "mayNotPush":
      if (!url.includes("git-receive-pack")) return false;
      response.writeHead(403).end("denied");
      return true;
    case "signIn": {
      const expected = `Basic ${Buffer.from(`${trouble.name}:${trouble.password}`).toString("base64")}`;
      if (request.headers.authorization === expected) return false;
      response.writeHead(401, { "WWW-Authenticate": 'Basic realm="test"' }).end();
      return true;
    }
    case "breaksOff":
      if (request.method !== "POST" || !url.endsWith(trouble.at)) return false;
      if (trouble.at === "git-receive-pack") {
        request.once("data", () => request.socket.destroy());
        return true;
      }
      return false;
    case undefined:
      return false;
  }
}

function serve(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  trouble: Trouble | undefined,
): void {
  const { pathname, search } = new URL(request.url ?? "/", "http://localhost");
  const backend = spawn(world.git.path, ["http-backend"], {
    env: {
      ...world.environment,
      GIT_PROJECT_ROOT: dirname(world.remote.folder),
      GIT_HTTP_EXPORT_ALL: "1",
      PATH_INFO: pathname,
      QUERY_STRING: search.slice(1),
      REQUEST_METHOD: request.method ?? "GET",
      CONTENT_TYPE: request.headers["content-type"] ?? "",
      HTTP_CONTENT_ENCODING: request.headers["content-encoding"] ?? "",
      HTTP_GIT_PROTOCOL: String(request.headers["git-protocol"] ?? ""),
      ...(request.headers["content-length"] === undefined
        ? {}
        : { CONTENT_LENGTH: request.headers["content-length"] }),
      REMOTE_USER: "somebody",
      REMOTE_ADDR: "127.0.0.1",
    },
  });
  request.pipe(backend.stdin.on("error", () => undefined));
  let head: Buffer | undefined = Buffer.alloc(0);
  backend.stdout.on("data", (chunk: Buffer) => {
    if (head === undefined) {
      response.write(chunk);
      return;
    }
    head = Buffer.concat([head, chunk]);
    const end = head.indexOf("\r\n\r\n");
    if (end === -1) return;
    const lines = head.subarray(0, end).toString("latin1").split("\r\n");
    const fields = lines.map(
      (line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1).trim()] as const,
    );
    const status = Number(fields.find(([name]) => name === "Status")?.[1].slice(0, 3) ?? "200");
    response.writeHead(status, Object.fromEntries(fields.filter(([name]) => name !== "Status")));
    const body = head.subarray(end + 4);
    head = undefined;
    if (trouble?.kind === "breaksOff") {
      response.write(body.subarray(0, 20), () => request.socket.destroy());
      backend.kill("SIGKILL");
      return;
    }
    response.write(body);
  });
  backend.on("close", () => {
    response.end();
  });
}
