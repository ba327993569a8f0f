import path from "node:path";
import type { Server } from "./server.ts";

/**
 * The address of a VS Code window: `folder` is what it opens (null: nothing), `developing` are folders of extensions under development to
 * load besides those installed, `tests` is a module to run in the extension host (`extensionTestsPath`).
 */
export const windowAddress = (
  server: Pick<Server, "address" | "port">,
  folder: string | null,
  developing: readonly string[] = [],
  tests?: string,
): string => {
  const remote = (file: string): string => `vscode-remote://127.0.0.1:${server.port}${path.resolve(file)}`;
  const payload = [
    ...developing.map((extension) => ["extensionDevelopmentPath", remote(extension)]),
    ...(tests === undefined ? [] : [["extensionTestsPath", remote(tests)]]),
  ];
  const query = new URLSearchParams(folder === null ? { ew: "true" } : { folder: path.resolve(folder) });
  if (payload.length > 0) query.set("payload", JSON.stringify(payload));
  return `${server.address}/?${query.toString()}`;
};
