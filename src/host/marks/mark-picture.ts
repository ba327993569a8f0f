import * as vscode from "vscode";
import type { MarkShape } from "./mark.ts";

/** The picture of a mark, for either kind of background. */
export const markPicture = (
  media: vscode.Uri,
  shape: MarkShape,
): { readonly light: vscode.Uri; readonly dark: vscode.Uri } => ({
  light: vscode.Uri.joinPath(media, "gutter", `${shape}-light.svg`),
  dark: vscode.Uri.joinPath(media, "gutter", `${shape}-dark.svg`),
});
