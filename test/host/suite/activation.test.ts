import assert from "node:assert/strict";
import * as vscode from "vscode";
import { z } from "zod/mini";

const Manifest = z.object({
  contributes: z.object({ commands: z.array(z.object({ command: z.string() })) }),
});

describe("activation", () => {
  const extension = () => {
    const found = vscode.extensions.getExtension("sightline.sightline");
    assert.ok(found, "the extension is not there");
    return found;
  };

  it("succeeds in a repository", async () => {
    await extension().activate();
    assert.equal(extension().isActive, true);
  });

  it("registers every command of the manifest", async () => {
    await extension().activate();
    const registered = new Set(await vscode.commands.getCommands(true));
    const { contributes } = Manifest.parse(extension().packageJSON);
    assert.ok(contributes.commands.length > 0);
    const missing = contributes.commands
      .map(({ command }) => command)
      .filter((command) => !registered.has(command));
    assert.deepEqual(missing, []);
  });
});
