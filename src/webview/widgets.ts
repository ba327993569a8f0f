import {
  provideVSCodeDesignSystem,
  vsCodeButton,
  vsCodeCheckbox,
  vsCodeRadio,
  vsCodeRadioGroup,
  vsCodeTextArea,
  vsCodeTextField,
} from "@vscode/webview-ui-toolkit";

// The toolkit's repository is archived. What the page uses of it is registered here and named below, and nowhere else is it imported, so
// that a successor replaces this file. Lists to choose from are the platform's own `<select>`: the toolkit's cuts its list off at the edge
// of a scrolling area and loses its value when its options change.

/** Makes the elements `vscode-button`, `vscode-checkbox`, `vscode-radio`, `vscode-radio-group`, `vscode-text-area` and `vscode-text-field` known. */
export function registerWidgets(): void {
  provideVSCodeDesignSystem().register(
    vsCodeButton(),
    vsCodeCheckbox(),
    vsCodeRadio(),
    vsCodeRadioGroup(),
    vsCodeTextArea(),
    vsCodeTextField(),
  );
}

/** What the page reads of a text box of either kind. */
export interface TextWidget extends HTMLElement {
  value: string;
}

/** What the page reads of a check box. */
export interface CheckWidget extends HTMLElement {
  checked: boolean;
}

export const isTextWidget = (element: Element | null): element is TextWidget =>
  element !== null && (element.localName === "vscode-text-area" || element.localName === "vscode-text-field");
