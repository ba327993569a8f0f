import * as vscode from "vscode";
import { withoutIcons, withoutLinks } from "./plain-label.ts";
import type { Choice, ChoiceQuestion, Prompts, TextQuestion, Typed, Weight } from "./prompts.ts";

/** VS Code's own boxes, dialogs and messages. */
export const vscodePrompts: Prompts = {
  askText,
  choose,
  chooseMany,
  confirm: async (message, detail, buttons) =>
    await vscode.window.showInformationMessage(message, { modal: true, detail }, ...buttons),
  whileWaiting: async (what, work) =>
    await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title: what, cancellable: true },
      async (_, cancelled) => {
        const stop = new AbortController();
        const following = cancelled.onCancellationRequested(() => stop.abort());
        try {
          return await work(stop.signal);
        } finally {
          following.dispose();
        }
      },
    ),
  // Titles and what a remote said stand in messages: a link in them would run its command on a click.
  say: async (weight, message, buttons) => await speak[weight](withoutLinks(message), ...buttons),
};

const speak: Record<Weight, (message: string, ...buttons: string[]) => Thenable<string | undefined>> = {
  information: vscode.window.showInformationMessage,
  warning: vscode.window.showWarningMessage,
  error: vscode.window.showErrorMessage,
};

function askText(question: TextQuestion): Promise<Typed> {
  const box = vscode.window.createInputBox();
  box.title = question.title;
  box.prompt = question.prompt;
  box.placeholder = question.placeholder;
  box.value = question.value ?? "";
  box.ignoreFocusOut = true;
  box.step = question.step?.at;
  box.totalSteps = question.step?.of;
  return new Promise((settle) => {
    box.onDidChangeValue(() => (box.validationMessage = undefined));
    box.onDidAccept(() => {
      const why = question.refuse?.(box.value);
      box.validationMessage = why;
      if (why !== undefined) return;
      settle({ accepted: true, text: box.value });
      leave(box);
    });
    box.onDidHide(() => {
      settle({ accepted: false, text: box.value });
      box.dispose();
    });
    box.show();
  });
}

type Item<Value> = vscode.QuickPickItem & { readonly choice?: Choice<Value> };

function choose<Value>({
  title,
  prompt,
  choices,
  preselected,
  step,
  preview,
}: ChoiceQuestion<Value>): Promise<Value | undefined> {
  const pick = vscode.window.createQuickPick<Item<Value>>();
  pick.title = title;
  pick.placeholder = prompt;
  pick.ignoreFocusOut = true;
  pick.matchOnDescription = true;
  pick.step = step?.at;
  pick.totalSteps = step?.of;
  pick.items = choices.flatMap((choice): Item<Value>[] => [
    ...(choice.apart === true ? [{ label: "", kind: vscode.QuickPickItemKind.Separator }] : []),
    {
      label: withoutIcons(choice.label),
      description: choice.description && withoutIcons(choice.description),
      detail: choice.detail && withoutIcons(choice.detail),
      choice,
    },
  ]);
  const first = pick.items.find(({ choice }) => choice !== undefined && choice.value === preselected);
  if (first !== undefined) pick.activeItems = [first];
  return new Promise((settle) => {
    pick.onDidChangeActive(([item]) => {
      if (item?.choice !== undefined) preview?.(item.choice.value);
    });
    pick.onDidAccept(() => {
      const chosen = pick.selectedItems[0]?.choice;
      if (chosen === undefined) return;
      settle(chosen.value);
      leave(pick);
    });
    pick.onDidHide(() => {
      settle(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

async function chooseMany<Value>({
  title,
  prompt,
  choices,
}: ChoiceQuestion<Value>): Promise<readonly Value[] | undefined> {
  const items = choices.map((choice) => ({
    label: withoutIcons(choice.label),
    description: choice.description && withoutIcons(choice.description),
    picked: true,
    choice,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: prompt,
    canPickMany: true,
    ignoreFocusOut: true,
    matchOnDescription: true,
  });
  return picked?.map(({ choice }) => choice.value);
}

/**
 * Takes an answered box away once whoever asked had its chance to show the next one: in between the focus would be back in the code, and a
 * quick typist's next words with it.
 */
function leave(box: vscode.QuickInput): void {
  box.enabled = false;
  setImmediate(() => box.dispose());
}
