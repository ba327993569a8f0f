import * as vscode from "vscode";
import { compareCode } from "../compare-code.ts";
import { openPlace } from "../open-place.ts";
import { showFile } from "../show-file.ts";
import { afterSaying } from "../share/after-saying.ts";
import { copyMessageForPm } from "../share/copy-message-for-pm.ts";
import type { Workbench } from "../workbench.ts";
import type { OutsideThePage } from "./page-host.ts";

/** What the page asks for, done with the rest of the workbench: which is put together after the page is. */
export const outsideThePage = (bench: () => Workbench): OutsideThePage => ({
  showPlace: async (session, id, place) => {
    const note = session.note(id);
    if (note === undefined) return { kind: "noSuchNote" };
    const opened = await openPlace(bench(), session, note, place);
    return opened.kind === "opened" ? undefined : opened;
  },
  comparePlace: async (session, id, place) => {
    const note = session.note(id);
    return note === undefined ? { kind: "noSuchNote" } : await compareCode(bench(), session, note, place);
  },
  chooseLines: async (note, place) => {
    await bench().run("sightline.showWhereItBelongs", { note, place });
  },
  tellYourPm: async (session, id) => {
    const note = session.note(id);
    if (note === undefined) return { kind: "noSuchNote" };
    await copyMessageForPm(bench(), session, note);
    return undefined;
  },
  sync: async () => {
    await bench().run("sightline.sync");
  },
  flag: async () => {
    // The panel is in front, so no editor is the active one: the code that is on screen is meant.
    const [beside] = vscode.window.visibleTextEditors;
    if (beside !== undefined)
      await vscode.window.showTextDocument(beside.document, {
        viewColumn: beside.viewColumn,
        selection: beside.selection,
      });
    await bench().run("sightline.flagConstraint");
  },
  showFile: (session, path) => showFile(bench().sessions, session, path),
  flagFile: async (session, path) => {
    const problem = await showFile(bench().sessions, session, path);
    // Not waited for: the person now answers three questions.
    if (problem === undefined) void bench().run("sightline.flagConstraint");
    return problem;
  },
  said: (session) => afterSaying(bench(), session),
});
