import * as vscode from "vscode";
import { isRunning } from "../../domain/incident.ts";
import { compareCode } from "../compare-code.ts";
import { inRepository, linesOf } from "../flag/flag-target.ts";
import { quietlyAt } from "../incident/quiet-anchor.ts";
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
    return opened.kind === "opened" || opened.kind === "shown" ? undefined : opened;
  },
  comparePlace: async (session, id, place) => {
    const note = session.note(id);
    return note === undefined ? { kind: "noSuchNote" } : await compareCode(bench(), session, note, place);
  },
  chooseLines: async (note, place) => {
    await bench().run("sightline.showWhereItBelongs", { note, place });
  },
  searchPlace: async (note, place) => {
    await bench().run("sightline.searchForIt", { note, place });
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
  importDates: async (repository) => {
    await bench().run("sightline.importDates", { repository });
  },
  exportDates: async (repository) => {
    await bench().run("sightline.exportDates", { repository });
  },
  showFile: (session, path) => showFile(bench().sessions, session, path),
  flagFile: async (session, path) => {
    const problem = await showFile(bench().sessions, session, path);
    // Not waited for: the person now answers three questions.
    if (problem === undefined) void bench().run("sightline.flagConstraint");
    return problem;
  },
  startIncident: async () => {
    await bench().run("sightline.startIncident");
  },
  copyIncident: async (session, id, which) => {
    const text = session.incidentText(id, which);
    if (text === undefined) return { kind: "noSuchNote" };
    await bench().copy(text);
    return undefined;
  },
  addPlace: async (session, note) => {
    if (!bench().isTrusted()) return { kind: "restricted" };
    // The panel is in front, so no editor is the active one: the code that is on screen is meant.
    const [editor] = vscode.window.visibleTextEditors;
    if (editor === undefined) return { kind: "noEditor" };
    const { startLine, endLine } = linesOf(editor.selection);
    const aimed = await inRepository(bench().sessions, editor.document, startLine, endLine);
    if (aimed.kind !== "aimed") return aimed;
    if (aimed.target.session !== session) return { kind: "otherRepository" };
    const { anchor } = await quietlyAt(aimed.target, bench());
    const outcome = await session.perform({ type: "addAnchor", note, anchor });
    return outcome.kind === "refused" ? { kind: "refused", refusal: outcome.refusal } : undefined;
  },
  // Whoever is on a call has no time for a question that can wait: it comes with the first thing that is said afterwards.
  said: async (session) => {
    if (![...session.notes().values()].some(isRunning)) await afterSaying(bench(), session);
  },
  copy: (text) => bench().copy(text),
});
