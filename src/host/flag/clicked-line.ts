import * as vscode from "vscode";
import * as z from "zod/mini";

/** A line that was right-clicked, as VS Code's menu of the line numbers names it. */
export interface ClickedLine {
  readonly uri: vscode.Uri;
  /** From 1. */
  readonly lineNumber: number;
}

const Clicked = z.object({
  uri: z.custom<vscode.Uri>((value) => value instanceof vscode.Uri),
  lineNumber: z.int().check(z.gte(1)),
});

export const clickedLine = (argument: unknown): ClickedLine | undefined => Clicked.safeParse(argument).data;
