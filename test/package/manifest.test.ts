import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import path from "node:path";
import { projectRoot } from "../../scripts/project.ts";
import { manifest, manifestWords, rawManifest } from "../support/manifest.ts";

const { contributes, activationEvents, engines } = manifest();
const commands = new Set(contributes.commands.map(({ command }) => command));
const english = manifestWords("");
const french = manifestWords("fr");

/** Every string of the manifest, with the names on the way to it. */
const strings = (
  value: unknown,
  where: readonly string[] = [],
): { where: readonly string[]; text: string }[] => {
  if (typeof value === "string") return [{ where, text: value }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => strings(inner, [...where, name]));
};
const all = strings(rawManifest());

/** Properties whose text a person reads. */
const READ =
  /^(title|name|description|markdownDescription|contents|label|altText|placeholder|enumDescriptions|markdownEnumDescriptions|enumItemLabels|deprecationMessage|displayName|userDescription|contextualTitle)$/;
const isRead = (where: readonly string[]): boolean =>
  where.some((name) => READ.test(name)) &&
  (where[0] === "contributes" || where[0] === "capabilities" || where.length === 1);
/** A name, the same in every language; and the name of the npm package. */
const isName = (text: string): boolean => text === "Sightline" || text === "sightline";
const isIcon = (text: string): boolean => text.startsWith("$(");
const KEY = /^%([\w.-]+)%$/;

describe("the manifest", () => {
  it("has a title and the category Sightline for every command", () => {
    for (const { command, title, category } of contributes.commands) {
      assert.match(command, /^sightline\./);
      const key = KEY.exec(title)?.[1];
      assert.ok(key !== undefined && (english[key] ?? "") !== "", `${command} has no title`);
      assert.equal(category, "Sightline", command);
      assert.doesNotMatch(english[key] ?? "", /^Sightline/, `${command}: the category says it already`);
    }
  });

  it("names no command twice", () => {
    assert.equal(commands.size, contributes.commands.length);
    const titles = contributes.commands.map(({ title }) => english[KEY.exec(title)?.[1] ?? ""]);
    assert.deepEqual(titles.length, new Set(titles).size);
  });

  it("names existing commands everywhere", () => {
    // VS Code makes one for each view.
    const ofViews = new Set(
      Object.values(contributes.views).flatMap((views) => views.map(({ id }) => `${id}.focus`)),
    );
    const used = [
      ...contributes.keybindings.map(({ command }) => command),
      ...Object.values(contributes.menus).flatMap((items) => items.map(({ command }) => command ?? "")),
      ...[...all.map(({ text }) => text), ...Object.values(english), ...Object.values(french)].flatMap(
        (text) =>
          [...text.matchAll(/(?:onCommand|command):(sightline\.[\w.]+)/g)].map(
            ([, command]) => command ?? "",
          ),
      ),
    ].filter((command) => command !== "");
    assert.ok(used.length > 0);
    assert.deepEqual(
      used.filter((command) => !commands.has(command) && !ofViews.has(command)),
      [],
    );
  });

  it("binds flagging and an incident to chords that are free on all three systems", () => {
    assert.deepEqual(
      contributes.keybindings.map(({ command, key, mac }) => [command, key, mac]),
      [
        ["sightline.flagConstraint", "ctrl+k n", "cmd+k n"],
        ["sightline.startIncident", "ctrl+k x", "cmd+k x"],
      ],
    );
  });

  it("does not start with every window in the way", () => {
    assert.ok(!activationEvents.includes("*"));
    assert.ok(activationEvents.length > 0);
  });

  it("asks for the VS Code that it is tested with", () => {
    assert.equal(engines.vscode, "^1.100.0");
  });

  it("has every text that is read in the tables of words", () => {
    const bare = all.filter(
      ({ where, text }) => isRead(where) && !KEY.test(text) && !isName(text) && !isIcon(text),
    );
    assert.deepEqual(
      bare.map(({ where, text }) => `${where.join(".")}: ${text}`),
      [],
    );
  });

  it("has the same words in English and French", () => {
    assert.deepEqual(Object.keys(french).sort(), Object.keys(english).sort());
    for (const [key, text] of Object.entries(french)) assert.notEqual(text.trim(), "", key);
  });

  it("has all the words that it names, and names all that it has", () => {
    const named = new Set(all.map(({ text }) => KEY.exec(text)?.[1]).filter((key) => key !== undefined));
    assert.deepEqual([...named].sort(), Object.keys(english).sort());
  });

  it("names existing pictures", () => {
    const pictures = all.map(({ text }) => text).filter((text) => /^(\.\/)?media\//.test(text));
    assert.ok(pictures.length > 0);
    assert.deepEqual(
      pictures.filter((picture) => !existsSync(path.join(projectRoot, picture))),
      [],
    );
  });
});
