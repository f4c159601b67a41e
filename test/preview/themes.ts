/** What VS Code gives a webview: classes of the body and the colours of the theme. */
export interface ThemeStyle {
  classes: string[];
  colours: Record<string, string>;
}

const FONT = { '--vscode-font-family': 'system-ui, sans-serif', '--vscode-font-size': '13px', '--vscode-editor-font-family': 'monospace', '--text-link-decoration': 'none' };

/** VS Code's own style sheet, which it puts at the beginning of a webview's page, before the page's own rules: the part that concerns ours. */
export const DEFAULT_STYLES = `
body { background-color: transparent; color: var(--vscode-editor-foreground); font-family: var(--vscode-font-family); font-size: var(--vscode-font-size); margin: 0; padding: 0 20px; }
a { color: var(--vscode-textLink-foreground); }
p > a { text-decoration: var(--text-link-decoration); }
a:focus { outline: 1px solid -webkit-focus-ring-color; outline-offset: -1px; }
blockquote { background: #888; border-color: red; }
`;

function theme(classes: string[], colours: Record<string, string>): ThemeStyle {
  return { classes, colours: { ...FONT, ...colours } };
}

/** The four kinds of theme, with the colours of VS Code's own. */
export const THEMES = {
  'vscode-light': theme(['vscode-light'], {
    '--vscode-editor-foreground': '#3b3b3b', '--vscode-editor-background': '#ffffff', '--vscode-textLink-foreground': '#005fb8', '--vscode-focusBorder': '#005fb8',
  }),
  'vscode-dark': theme(['vscode-dark'], {
    '--vscode-editor-foreground': '#cccccc', '--vscode-editor-background': '#1f1f1f', '--vscode-textLink-foreground': '#4daafc', '--vscode-focusBorder': '#0078d4',
  }),
  'vscode-high-contrast': theme(['vscode-high-contrast'], {
    '--vscode-editor-foreground': '#ffffff', '--vscode-editor-background': '#000000', '--vscode-textLink-foreground': '#21a6ff', '--vscode-focusBorder': '#f38518',
    '--vscode-contrastBorder': '#6fc3df', '--vscode-contrastActiveBorder': '#f38518',
  }),
  'vscode-high-contrast-light': theme(['vscode-high-contrast-light', 'vscode-high-contrast'], {
    '--vscode-editor-foreground': '#292929', '--vscode-editor-background': '#ffffff', '--vscode-textLink-foreground': '#0f4a85', '--vscode-focusBorder': '#006bbd',
    '--vscode-contrastBorder': '#0f4a85', '--vscode-contrastActiveBorder': '#006bbd',
  }),
};

export type Theme = keyof typeof THEMES;
