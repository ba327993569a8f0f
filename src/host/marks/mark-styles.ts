import * as vscode from "vscode";
import type { Disposable } from "../../base/emitter.ts";
import type { Day } from "../../domain/dates.ts";
import { markPicture } from "./mark-picture.ts";
import { markShapes, shapeOf } from "./mark.ts";
import type { Mark, MarkShape } from "./mark.ts";

export interface MarkStyles extends Disposable {
  draw(editor: vscode.TextEditor, marks: readonly Mark[]): void;
}

/** A diamond in the gutter beside the first line, and a bar in the overview ruler along all of them. */
export function createMarkStyles(media: vscode.Uri, today: () => Day): MarkStyles {
  const gutters = new Map(markShapes.map((shape) => [shape, gutter(media, shape)]));
  const bar = vscode.window.createTextEditorDecorationType({
    overviewRulerColor: new vscode.ThemeColor("charts.blue"),
    overviewRulerLane: vscode.OverviewRulerLane.Left,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  return {
    draw: (editor, marks) => {
      const shaped = marks.flatMap((mark) => {
        const shape = shapeOf(mark, today());
        return shape === undefined ? [] : [{ shape, mark }];
      });
      const drawn = new Set<number>();
      for (const shape of markShapes) {
        const lines = shaped
          .filter((one) => one.shape === shape)
          .map(({ mark }) => lineIn(editor.document, mark.lines.startLine))
          .filter((line) => !drawn.has(line));
        for (const line of lines) drawn.add(line);
        const type = gutters.get(shape);
        if (type !== undefined)
          editor.setDecorations(
            type,
            lines.map((line) => editor.document.lineAt(line).range),
          );
      }
      const standing = shaped.filter(({ mark }) => mark.place.status !== "orphaned");
      editor.setDecorations(
        bar,
        standing.map(({ mark }) => rangeOf(editor.document, mark)),
      );
    },
    dispose: () => {
      for (const type of [...gutters.values(), bar]) type.dispose();
    },
  };
}

const gutter = (media: vscode.Uri, shape: MarkShape) => {
  const { light, dark } = markPicture(media, shape);
  return vscode.window.createTextEditorDecorationType({
    light: { gutterIconPath: light },
    dark: { gutterIconPath: dark },
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
};

/** A line counted from 1, as editors count, inside the file as it is now. */
const lineIn = (document: vscode.TextDocument, line: number): number =>
  Math.min(Math.max(line - 1, 0), document.lineCount - 1);

export function rangeOf(document: vscode.TextDocument, { lines }: Pick<Mark, "lines">): vscode.Range {
  const last = document.lineAt(lineIn(document, lines.endLine));
  return new vscode.Range(lineIn(document, lines.startLine), 0, last.lineNumber, last.range.end.character);
}
