/** What stands in a settings.json. */
export type Settings = Readonly<Record<string, unknown>>;

/** User settings that keep a fresh VS Code to itself: no welcome page, no questions, no network. */
export const quietSettings: Settings = {
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.enableExperiments": false,
  "telemetry.telemetryLevel": "off",
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "update.mode": "none",
  "files.autoSave": "off", // as on the desktop; in a browser VS Code saves by itself
  "git.openRepositoryInParentFolders": "never",
  "git.autofetch": false,
  "chat.commandCenter.enabled": false,
  "window.confirmBeforeClose": "never",
};
