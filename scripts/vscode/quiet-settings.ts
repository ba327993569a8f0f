/** A value of settings.json. */
export type Setting = string | number | boolean | null | readonly Setting[] | { readonly [name: string]: Setting };
export type Settings = Readonly<Record<string, Setting>>;

/** User settings that keep a fresh VS Code to itself: no trust dialog, no welcome page, no network. */
export const quietSettings: Settings = {
  "security.workspace.trust.enabled": false,
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.enableExperiments": false,
  "telemetry.telemetryLevel": "off",
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "update.mode": "none",
  "git.openRepositoryInParentFolders": "never",
  "git.autofetch": false,
  "chat.commandCenter.enabled": false,
  "window.confirmBeforeClose": "never",
};
