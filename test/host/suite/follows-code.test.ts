import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import * as vscode from "vscode";
import { timerScheduler } from "../../../src/host/scheduler.ts";
import { hoverTexts } from "../../../src/host/marks/hover.ts";
import { makeAnchor } from "../../../src/anchoring/make-anchor.ts";
import { until } from "../../support/until.ts";
import { watchFiles } from "../../../src/host/watched-files.ts";
import {
  linesOf,
  onEdited,
  onMain,
  onMoved,
  onOlder,
  onRemoved,
  onRenamed,
  withNames,
} from "../../support/followed/notes.ts";
import type { Expectation } from "../../support/followed/notes.ts";
import { followedRepository } from "../../support/host/followed/repository.ts";
import type { Followed } from "../../support/host/followed/repository.ts";
import { Witness } from "../../support/host/followed/witness.ts";
import { workshop } from "../../support/host/workshop.ts";
import type { Workshop } from "../../support/host/workshop.ts";

const run = promisify(execFile);

/** Changes a piece of a file, as another program does. */
async function change(
  { file }: Followed,
  name: string,
  before: string | RegExp,
  after: string | ((found: string) => string),
): Promise<void> {
  const text = await readFile(file(name), "utf8");
  const changed = text.replace(before, typeof after === "string" ? () => after : after);
  assert.notEqual(changed, text, name);
  await writeFile(file(name), changed);
}

/** Four spaces become two. */
const half = (spaces: string): string => spaces.slice(spaces.length / 2);

const editorsOf = ({ file }: Followed, name: string): readonly vscode.TextEditor[] =>
  vscode.window.visibleTextEditors.filter(({ document }) => document.uri.fsPath === file(name));

const { One, Two, Three, Four } = vscode.ViewColumn;
const COLUMNS = [One, Two, Three, Four];

const FILES = ["server/cart.ts", "server/prices.ts", "site/guide.md"];

interface Stage {
  readonly shop: Workshop;
  readonly here: Followed;
  readonly witness: Witness;
  /** Does something, and waits until every note is where it should be by then. */
  readonly step: (
    title: string,
    next: Expectation,
    act: () => PromiseLike<unknown>,
    between?: readonly Expectation[],
  ) => Promise<void>;
}

describe("notes follow the code", function () {
  this.timeout(180_000);
  const endings: (() => void)[] = [];

  before("VS Code's own git looks elsewhere", async () => {
    const git = vscode.workspace.getConfiguration("git");
    await git.update("autoRepositoryDetection", false, vscode.ConfigurationTarget.Global);
  });
  afterEach(() => {
    for (const end of endings.splice(0)) end();
  });

  const stage = async (...shownFiles: readonly string[]): Promise<Stage> => {
    const shop = await workshop({ scheduler: timerScheduler });
    const here = await followedRepository(shop);
    const watching = watchFiles(shop.bench.sessions);
    const witness = new Witness(shop, here, onMain);
    endings.push(() => {
      watching.dispose();
      witness.dispose();
    });
    for (const [at, file] of shownFiles.entries())
      await vscode.window.showTextDocument(vscode.Uri.file(here.file(file)), {
        viewColumn: COLUMNS[at] ?? vscode.ViewColumn.Beside,
        preview: false,
      });
    await witness.settled();
    const step: Stage["step"] = async (title, next, act, between) => {
      witness.begin(title, next, between);
      await act();
      await witness.settled();
      assert.deepEqual(witness.wrong, []);
    };
    return { shop, here, witness, step };
  };

  it("over five branches, and back and forth", async () => {
    const { here, step, witness } = await stage(...FILES);
    const to = (branch: string) => () => here.git("checkout", "--quiet", branch);
    await step("to where it was edited", onEdited, to("edited"));
    await step("to where it was moved", onMoved, to("moved"));
    await step("to where it is not", onRemoved, to("removed"));
    await step("to what is older", onOlder, to("older"));
    await step("to other names", onRenamed, to("renamed"));
    await step("to main", onMain, to("main"));
    await step("from main to other names", onRenamed, to("renamed"));
    await step("from other names to where it was moved", onMoved, to("moved"));
    await step("from there to what is older", onOlder, to("older"));
    await step("from the older to the edited", onEdited, to("edited"));
    await step("to main again", onMain, to("main"));
    assert.ok(witness.looks > 200, `${witness.looks}`);
  });

  it("through an interactive rebase that squashes", async () => {
    const { here, step } = await stage("server/prices.ts", "server/retry.ts", "server/mail.ts");
    await step("to the topic", onMain, () => here.git("checkout", "--quiet", "topic"));
    await step(
      "the rebase",
      onMoved,
      () =>
        here.git(
          ...["-c", "sequence.editor=sed -i -e '2s/^pick/squash/'", "-c", "core.editor=true"],
          ...["rebase", "--quiet", "--interactive", "moved"],
        ),
      [onMain],
    );
    assert.equal((await here.git("rev-list", "--count", "moved..HEAD")).trim(), "2");
    await step("to main", onMain, () => here.git("checkout", "--quiet", "main"));
  });

  it("through stash and stash pop", async () => {
    const { here, step } = await stage(...FILES, "server/mail.ts");
    const worked: Expectation = { ...onMain, "the reminder": "gone" };
    await step("work on four files", worked, async () => {
      await change(
        here,
        "server/cart.ts",
        "export interface",
        "// One.\n// Two.\n// Three.\nexport interface",
      );
      await change(here, "server/prices.ts", "CACHE_SECONDS = 300", "CACHE_SECONDS = 60");
      await change(here, "site/guide.md", "## Returns\n", "## Returns\n\nNobody likes them.\n");
      await change(here, "server/mail.ts", /\nexport async function sendReminder[\s\S]*?\n}\n/, "");
    });
    await step("stash", onMain, () => here.git("stash", "--quiet"));
    await step("stash pop", worked, () => here.git("stash", "pop", "--quiet"));
    await step("stash again", onMain, () => here.git("stash", "--quiet"));
  });

  it("into a folder that is renamed, by the editor and by others", async () => {
    const { here, step } = await stage(...FILES);
    const backend = withNames(onMain, { server: "backend" });
    await step("the editor renames the folder", backend, async () => {
      const edit = new vscode.WorkspaceEdit();
      edit.renameFile(vscode.Uri.file(here.file("server")), vscode.Uri.file(here.file("backend")));
      assert.ok(await vscode.workspace.applyEdit(edit));
    });
    await step("it is committed", backend, async () => {
      await here.git("add", "--all");
      await here.git("commit", "--quiet", "--message", "Call it backend");
    });
    const core = withNames(onMain, { server: "core" });
    await step("another program renames it", core, () => rename(here.file("backend"), here.file("core")));
    await step("everything back", onMain, async () => {
      await here.git("checkout", "--quiet", "--force", "main~1");
      await here.git("clean", "--quiet", "--force", "-d");
    });
  });

  it("through a formatter that is run over everything", async () => {
    const { here, step } = await stage(...FILES, "site/deploy.yaml");
    const extension = vscode.extensions.getExtension("sightline.sightline")?.extensionPath ?? "";
    const prettier = path.join(extension, "node_modules/prettier/bin/prettier.cjs");
    await step("the formatter", onMain, async () => {
      await run(process.execPath, [prettier, "--write", "--log-level", "warn", "server", "site"], {
        cwd: here.folder,
      });
      // Which knows neither Python nor SQL.
      for (const file of ["import_stock.py", "close_day.py", "schema.sql", "report.sql"])
        await change(here, `jobs/${file}`, /^(?: {4})+/gm, half);
    });
    assert.match(await readFile(here.file("server/cart.ts"), "utf8"), /^ {2}for .*\n {4}if .*\n {4}total/m);
    await step("it is committed", onMain, () =>
      here.git("commit", "--quiet", "--all", "--message", "Format"),
    );
    await step("to where it was edited", onEdited, () => here.git("checkout", "--quiet", "edited"));
    await step("back", onMain, () => here.git("checkout", "--quiet", "main"));
    await step("reset", onMain, () => here.git("reset", "--quiet", "--hard", "HEAD~1"));
  });

  it("through a commit that is reverted, and that revert", async () => {
    const { here, step } = await stage("site/theme.css", "server/mail.ts", "site/guide.md");
    const without: Expectation = { ...onMain, "the old price": "gone" };
    await step("revert", without, () => here.git("revert", "--no-edit", "HEAD"));
    await step("revert the revert", onMain, () => here.git("revert", "--no-edit", "HEAD"));
  });

  it("through reset --hard, back and forward", async () => {
    const { here, step } = await stage(...FILES);
    await step("four commits back", onOlder, () => here.git("reset", "--quiet", "--hard", "HEAD~4"));
    await step("forward", onMain, () => here.git("reset", "--quiet", "--hard", "ORIG_HEAD"));
    await step("to another line of work", onEdited, () => here.git("reset", "--quiet", "--hard", "edited"));
    await step("and back", onMain, () => here.git("reset", "--quiet", "--hard", "ORIG_HEAD"));
  });

  it("while somebody types above and inside, and undoes it", async () => {
    const { here, step } = await stage("server/prices.ts");
    const [editor] = editorsOf(here, "server/prices.ts");
    assert.ok(editor);
    await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
    const { document } = editor;
    const insert = (before: string, text: string) => {
      const at = document.positionAt(document.getText().indexOf(before));
      return editor.edit((edit) => edit.insert(at, text));
    };
    await step("above", onMain, () => insert("const CACHE", "// How long\n// a price holds.\n"));
    await step("inside", onMain, () => insert("        found.set(sku, row.price)", "        seen(row);\n"));
    await step("in the line", onMain, () => insert(" = 300", ": number"));
    const lost: Expectation = { ...onMain, "the query in a loop": "gone" };
    await step("all of it is deleted", lost, () => {
      const text = document.getText();
      const start = document.positionAt(text.indexOf("    // One query"));
      const end = document.positionAt(text.indexOf("    return found;"));
      return editor.edit((edit) => edit.delete(new vscode.Range(start, end)));
    });
    await step("undo", onMain, () => vscode.commands.executeCommand("undo"));
    await step("redo", lost, () => vscode.commands.executeCommand("redo"));
    await step("undo again", onMain, () => vscode.commands.executeCommand("undo"));
    await step("saved", onMain, () => document.save());
  });

  it("through a format on save", async () => {
    const { here, step } = await stage("jobs/import_stock.py");
    // For a language that VS Code itself brings no formatter for.
    const formatter = vscode.languages.registerDocumentFormattingEditProvider(
      { scheme: "file", pattern: new vscode.RelativePattern(here.folder, "**/*.py") },
      {
        provideDocumentFormattingEdits: (document) => {
          const all = new vscode.Range(0, 0, document.lineCount, 0);
          const text = document
            .getText()
            .replaceAll('"', "'")
            .replaceAll(/^(?: {4})+/gm, half);
          return [vscode.TextEdit.replace(all, text)];
        },
      },
    );
    const settings = vscode.workspace.getConfiguration("editor");
    await settings.update("formatOnSave", true, vscode.ConfigurationTarget.Global);
    endings.push(() => {
      formatter.dispose();
      void settings.update("formatOnSave", undefined, vscode.ConfigurationTarget.Global);
    });
    const editor = editorsOf(here, "jobs/import_stock.py")[0];
    assert.ok(editor);
    await editor.edit((edit) => edit.insert(new vscode.Position(2, 0), "# Formatted.\n"));
    await step("save", onMain, () => editor.document.save());
    assert.match(await readFile(here.file("jobs/import_stock.py"), "utf8"), /^ {2}sku = row\['sku'/m);
    await step("undo it all", onMain, async () => {
      while (editor.document.getText().includes("# Formatted.")) await vscode.commands.executeCommand("undo");
    });
  });

  it("in two editors on one file, and in one that is not saved when the branch changes", async () => {
    const { here, step, shop } = await stage("server/cart.ts", "server/cart.ts");
    const editors = editorsOf(here, "server/cart.ts");
    assert.equal(editors.length, 2);
    const [editor] = editors;
    assert.ok(editor);
    await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
    await step("typed in one", onMain, () =>
      editor.edit((edit) => edit.insert(new vscode.Position(0, 0), "// Not saved.\n")),
    );
    // VS Code keeps what was typed: for this file nothing changes.
    await step("to where it was edited", { ...onEdited, "gift wrapping": "gone" }, () =>
      here.git("checkout", "--quiet", "edited"),
    );
    assert.ok(editor.document.isDirty);
    await step("what is on disk is taken", onEdited, () =>
      vscode.commands.executeCommand("workbench.action.files.revert"),
    );
    assert.equal(shop.bench.marks.in(editor.document).length, 6);
  });

  it("also of a note that comes in by a sync, about a file that has another name here", async () => {
    const { here, step, shop } = await stage(...FILES);
    const { world } = shop;
    await here.git("remote", "add", "origin", world.remote.folder);
    await here.git("push", "--quiet", "origin", "--all");
    await step("to other names", onRenamed, () => here.git("checkout", "--quiet", "renamed"));
    const bens = path.join(world.folder, "bens-clone");
    await world.run(world.folder, ["clone", "--quiet", "--branch", "main", world.remote.folder, bens]);
    await world.run(bens, ["config", "user.name", "ben"]);
    shop.setFolders(here.folder, bens);
    const ben = (await shop.bench.sessions.reopen()).find(({ repository }) =>
      repository.top.endsWith("bens-clone"),
    );
    assert.ok(ben);
    const text = await readFile(path.join(bens, "server/cart.ts"), "utf8");
    const lines = linesOf(["server/cart.ts", "export interface CartLine", "}"], text);
    assert.ok(lines);
    const commit = (await world.run(bens, ["rev-parse", "HEAD"])).trim();
    const saved = await ben.perform({
      type: "openNote",
      fields: { title: "what is bought" },
      anchors: [makeAnchor({ path: "server/cart.ts", text, ...lines, commit })],
    });
    assert.equal(saved.kind, "saved");
    for (const session of [ben, here.session]) {
      const { remote } = await session.consent();
      assert.ok(remote);
      await session.setConsent("agreed", remote);
    }
    assert.equal((await ben.sync({ byHand: true })).kind, "synced");
    await step(
      "the sync",
      { ...onRenamed, "what is bought": ["server/basket.ts", "export interface CartLine", "}"] },
      () => here.session.sync({ byHand: true }),
    );
  });

  it("and says what changed: at the line, and then beside now", async () => {
    const { here, step, shop } = await stage("server/prices.ts");
    await step("to where it was edited", onEdited, () => here.git("checkout", "--quiet", "edited"));
    const [editor] = editorsOf(here, "server/prices.ts");
    assert.ok(editor);
    const mark = shop.bench.marks
      .in(editor.document)
      .find(({ note }) => note.fields.title.value === "the cache");
    assert.ok(mark);
    assert.equal(mark.place.status, "changed");
    const [said, links] = hoverTexts(mark, shop.time, shop.bench.wording);
    assert.match(
      said?.value.replaceAll("\\", "") ?? "",
      /The code here has changed\. Where it was, one line changed\./,
    );
    assert.match(links?.value ?? "", /\[Then and now\]\(command:sightline\.thenAndNow\?/);
    await shop.run("thenAndNow", { note: mark.note.id, place: mark.place.id });
    const texts = await until("the two sides", () => {
      const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      if (!(input instanceof vscode.TabInputTextDiff)) return undefined;
      const sides = [input.original, input.modified].map((side) =>
        vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === side.toString())?.getText(),
      );
      return sides.includes(undefined) ? undefined : sides;
    });
    assert.deepEqual(texts, ["const CACHE_SECONDS = 300;\n", "const CACHE_SECONDS = 900;\n"]);
  });
});
