import * as vscode from "vscode";
import type { Translate } from "../base/translate.ts";

const { t: localize } = vscode.l10n;

/** The language of this window, for everything below that is handed a {@link Translate}. */
export const translate: Translate = (message, values = {}) => localize(message, { ...values });
