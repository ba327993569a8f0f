import { readFile } from "node:fs/promises";
import path from "node:path";
import * as vscode from "vscode";
import type { Workshop } from "../workshop.ts";
import { linesOf } from "../../followed/notes.ts";
import type { Expectation, Expected } from "../../followed/notes.ts";
import type { Followed } from "./repository.ts";

const PAUSE_MS = 25;
const LIMIT_MS = 20_000;

const shown = (lines: { readonly startLine: number; readonly endLine: number } | undefined): string =>
  lines === undefined ? "nowhere" : `${lines.startLine}-${lines.endLine}`;

/** Sees every mark that is shown, all along, and knows where each may be. */
export class Witness implements vscode.Disposable {
  readonly #shop: Workshop;
  readonly #here: Followed;
  readonly #wrong = new Set<string>();
  readonly #subscriptions: { dispose(): void }[];
  #allowed: readonly Expectation[];
  #step = "at the start";
  #looks = 0;

  constructor(shop: Workshop, here: Followed, start: Expectation) {
    this.#shop = shop;
    this.#here = here;
    this.#allowed = [start];
    const often = setInterval(() => {
      for (const { document } of vscode.window.visibleTextEditors) this.#look(document);
    }, 10);
    this.#subscriptions = [
      { dispose: () => clearInterval(often) },
      shop.bench.marks.onDidChange((document) => this.#look(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#look(document)),
    ];
  }

  /** How often a mark that is shown was looked at. */
  get looks(): number {
    return this.#looks;
  }

  /** Every mark that stood where its note is not, by the text of its document at that time. */
  get wrong(): readonly string[] {
    return [...this.#wrong];
  }

  /** From now on the code goes from where it was to `next`, over `between`. */
  begin(step: string, next: Expectation, between: readonly Expectation[] = []): void {
    this.#step = step;
    this.#allowed = [...this.#allowed.slice(-1), ...between, next];
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #look(document: vscode.TextDocument): void {
    const relative = this.#pathOf(document);
    if (relative === undefined || document.isClosed) return;
    const text = document.getText();
    for (const { note, place, lines } of this.#shop.bench.marks.in(document)) {
      this.#looks++;
      if (place.status === "orphaned") continue;
      const name = note.fields.title.value;
      const right = this.#allowed.flatMap((expectation) => {
        const spot = expectation[name];
        return spot === undefined || spot === "gone" || spot[0] !== relative
          ? []
          : (linesOf(spot, text) ?? []);
      });
      if (right.some((one) => shown(one) === shown(lines))) continue;
      const first = document.lineAt(Math.min(lines.startLine, document.lineCount) - 1).text.trim();
      this.#wrong.add(
        `${this.#step}: "${name}" at ${shown(lines)} of ${relative} ("${first}"), not ${right.map(shown).join(" or ")}`,
      );
    }
  }

  #pathOf({ uri }: vscode.TextDocument): string | undefined {
    const relative = path.relative(this.#here.folder, uri.fsPath);
    return uri.scheme !== "file" || relative.startsWith("..")
      ? undefined
      : relative.split(path.sep).join("/");
  }

  /**
   * Waits until every file that is shown is as on disk, and its marks are where they belong; then until every note is said to be where it is,
   * those of files that nobody looks at included; then opens the files that code was moved to.
   */
  async settled(): Promise<void> {
    const expectation = this.#allowed.at(-1) ?? {};
    await this.#untilShown(expectation);
    await this.#untilSaid(expectation);
    const away = [...this.#here.session.notes().values()].flatMap((note) => {
      const expected = expectation[note.fields.title.value] ?? "gone";
      return expected === "gone" || expected[0] === note.anchors[0]?.anchor.path ? [] : expected[0];
    });
    for (const file of new Set(away)) {
      await vscode.window.showTextDocument(vscode.Uri.file(this.#here.file(file)), {
        viewColumn: vscode.ViewColumn.Four,
        preview: true,
        preserveFocus: true,
      });
      await this.#untilShown(expectation);
    }
  }

  #untilShown(expectation: Expectation): Promise<void> {
    return this.#untilNone(() => this.#differences(expectation));
  }

  #untilSaid(expectation: Expectation): Promise<void> {
    return this.#untilNone(() => this.#misplaced(expectation));
  }

  async #untilNone(look: () => Promise<readonly string[]>): Promise<void> {
    const end = performance.now() + LIMIT_MS;
    for (;;) {
      const differences = await look();
      if (differences.length === 0) return;
      if (performance.now() > end) throw new Error(`${this.#step}:\n${differences.join("\n")}`);
      await new Promise((resume) => setTimeout(resume, PAUSE_MS));
    }
  }

  /** The notes of which the session says something else than is so. It learns of another HEAD from the file system, which takes its time. */
  async #misplaced(expectation: Expectation): Promise<readonly string[]> {
    const wrong: string[] = [];
    for (const note of this.#here.session.notes().values()) {
      const name = note.fields.title.value;
      const expected = expectation[name] ?? "gone";
      const [place] = await this.#here.session.places(note);
      const is =
        place === undefined || place.status === "orphaned" ? "gone" : `${place.path} ${shown(place)}`;
      const should = await this.#wordsFor(expected);
      if (is !== should) wrong.push(`"${name}" is ${is} (${place?.reason ?? ""}), and should be ${should}`);
    }
    return wrong;
  }

  async #differences(expectation: Expectation): Promise<readonly string[]> {
    const differences: string[] = [];
    for (const { document } of vscode.window.visibleTextEditors) {
      const relative = this.#pathOf(document);
      if (relative === undefined) continue;
      const text = document.getText();
      const onDisk = await readFile(document.uri.fsPath, "utf8").catch(() => undefined);
      // What an editor still shows of a file that is gone is nobody's concern.
      if (onDisk === undefined) continue;
      if (onDisk !== text && !document.isDirty) differences.push(`${relative} is not yet as on disk`);
      const should = Object.entries(expectation).flatMap(([name, spot]) =>
        spot !== "gone" && spot[0] === relative ? `${name} ${shown(linesOf(spot, text))}` : [],
      );
      const is = this.#shop.bench.marks
        .in(document)
        .filter(({ place }) => place.status !== "orphaned")
        .map(({ note, lines }) => `${note.fields.title.value} ${shown(lines)}`);
      if (is.sort().join() !== should.sort().join())
        differences.push(`${relative} shows ${is.join(", ")}; it should show ${should.join(", ")}`);
    }
    return differences;
  }

  async #wordsFor(expected: Expected): Promise<string> {
    if (expected === "gone") return "gone";
    const open = vscode.workspace.textDocuments.find(
      ({ uri, isDirty }) => isDirty && uri.fsPath === this.#here.file(expected[0]),
    );
    const text = open?.getText() ?? (await readFile(this.#here.file(expected[0]), "utf8"));
    return `${expected[0]} ${shown(linesOf(expected, text))}`;
  }
}
