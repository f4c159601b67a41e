// What the user of a VS Code has set that tests and `npm start` run in.

/** Nothing that asks the network, greets the user or moves by itself; and nothing saved unasked, which is the way of VS Code in a browser. */
export const QUIET_SETTINGS = {
  'telemetry.telemetryLevel': 'off', 'update.mode': 'none', 'update.showReleaseNotes': false,
  'extensions.autoCheckUpdates': false, 'extensions.autoUpdate': false, 'extensions.ignoreRecommendations': true,
  'workbench.enableExperiments': false, 'workbench.startupEditor': 'none', 'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden', 'workbench.reduceMotion': 'on', 'editor.cursorBlinking': 'solid',
  'files.autoSave': 'off', 'security.workspace.trust.enabled': false, 'chat.disableAIFeatures': true, 'git.openRepositoryInParentFolders': 'never',
};
