import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { projectRoot } from "../../scripts/project.ts";
import type { PanelPage } from "../support/fake-host.ts";
import { notePage } from "../support/panel-fixtures.ts";
import { usePanels } from "../support/panel-suite.ts";
import { readAloud } from "../support/read-aloud.ts";

/** What a screen reader says is kept as a text to be read: a change of it is looked at like a change of a picture. */
describe("read aloud", () => {
  const panels = usePanels();
  const sounds = async (panel: PanelPage, name: string) => {
    const kept = `test/fixtures/read-aloud/${name}.txt`;
    const heard = await readAloud(panel);
    const file = path.join(projectRoot, "out/read-aloud", `${name}.txt`);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, heard);
    assert.equal(
      heard,
      await readFile(path.join(projectRoot, kept), "utf8"),
      `${kept} sounds otherwise now: read out/read-aloud/${name}.txt, and keep it if it is well said`,
    );
  };

  it("Now is sentences", async () => {
    await sounds(await panels.panel(), "now");
  });

  it("a note is sentences", async () => {
    await sounds(await panels.note(notePage(), { height: 2400 }), "note");
  });
});
