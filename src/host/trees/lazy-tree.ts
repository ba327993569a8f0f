import * as vscode from "vscode";

/** A tree whose data is loaded when VS Code first asks for it. Until then VS Code shows that it is on its way. */
export function lazyTree<Node>(
  id: string,
  load: () => Promise<vscode.TreeDataProvider<Node>>,
): vscode.TreeView<Node> {
  const changed = new vscode.EventEmitter<undefined>();
  let loading: Promise<vscode.TreeDataProvider<Node>> | undefined;
  const data = () =>
    (loading ??= load().then((loaded) => {
      loaded.onDidChangeTreeData?.(() => {
        changed.fire(undefined);
      });
      return loaded;
    }));
  return vscode.window.createTreeView<Node>(id, {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: async (node) => await (await data()).getChildren(node),
      getTreeItem: async (node) => await (await data()).getTreeItem(node),
    },
  });
}
