import * as vscode from "vscode";
import { randomBytes } from "node:crypto";
import type { Disposable } from "../../base/emitter.ts";
import type { Route } from "../../protocol/route.ts";
import { PageHost } from "./page-host.ts";
import type { PageHostParts } from "./page-host.ts";
import { panelHtml } from "./panel-html.ts";

export const panelType = "sightline.panel";

/** The one tab *Sightline*, with what the host knows behind it. */
export class Panel implements Disposable {
  readonly #extension: vscode.Uri;
  readonly #parts: Omit<PageHostParts, "post" | "isVisible">;
  #open: { readonly view: vscode.WebviewPanel; readonly host: PageHost } | undefined;

  constructor(extension: vscode.Uri, parts: Omit<PageHostParts, "post" | "isVisible">) {
    this.#extension = extension;
    this.#parts = parts;
  }

  /** Shows a place of the panel, in the tab that is there or a new one. */
  show(route: Route): void {
    if (this.#open !== undefined) {
      this.#open.host.go(route);
      this.#open.view.reveal();
      return;
    }
    const view = vscode.window.createWebviewPanel(panelType, "Sightline", vscode.ViewColumn.Active, {
      enableFindWidget: true,
    });
    this.#fill(view, route);
  }

  /** Takes over the tab of a window that was reloaded. The page itself knows where it was. */
  restore(view: vscode.WebviewPanel): void {
    this.#open?.view.dispose();
    this.#fill(view, undefined);
  }

  dispose(): void {
    this.#open?.view.dispose();
  }

  #fill(view: vscode.WebviewPanel, route: Route | undefined): void {
    const local = (...path: string[]) => vscode.Uri.joinPath(this.#extension, ...path);
    const address = (...path: string[]) => view.webview.asWebviewUri(local(...path)).toString();
    const host = new PageHost(
      {
        ...this.#parts,
        post: (message) => void view.webview.postMessage(message),
        isVisible: () => view.visible,
      },
      route,
    );
    view.webview.onDidReceiveMessage((message: unknown) => host.receive(message));
    view.onDidChangeViewState(() => {
      if (!view.visible) host.hidden();
    });
    view.onDidDispose(() => {
      host.dispose();
      if (this.#open?.view === view) this.#open = undefined;
    });
    view.iconPath = { light: local("media", "tab-light.svg"), dark: local("media", "tab-dark.svg") };
    view.webview.options = { enableScripts: true, localResourceRoots: [local("dist"), local("media")] };
    view.webview.html = panelHtml({
      language: this.#parts.wording.language,
      source: view.webview.cspSource,
      script: address("dist", "panel.js"),
      styles: address("media", "panel.css"),
      nonce: randomBytes(16).toString("hex"),
    });
    this.#open = { view, host };
  }
}
