import type * as vscode from 'vscode';

/** What a webview begins with, before its script puts a view into it. */
export interface Shell {
  title: string;
  /** To be read until there is a view. */
  waiting: string;
  /** Names of files that lie with the page. */
  styles: readonly string[];
  script: string;
  /** What pictures may be drawn from, beside none. */
  pictures?: 'data:';
}

const PREVIEW: Shell = { title: 'Inspection record', waiting: 'The record is being read …', styles: ['preview.css'], script: 'preview.js' };

/** The page around a preview. */
export function previewPage(webview: vscode.Webview, fileOf: (name: string) => vscode.Uri): string {
  return webviewPage(webview, fileOf, PREVIEW);
}

/**
 * The page around a view. Only our script and our style sheets are let in, and nothing may be loaded from anywhere else; the view itself is
 * put into it by the script. `fileOf` tells where a file of the page lies.
 */
export function webviewPage(webview: vscode.Webview, fileOf: (name: string) => vscode.Uri, { title, waiting, styles, script, pictures }: Shell): string {
  const address = (name: string): string => webview.asWebviewUri(fileOf(name)).toString();
  const nonce = randomNonce();
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}';${pictures ? ` img-src ${pictures};` : ''} base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${styles.map(style => `<link rel="stylesheet" href="${address(style)}">`).join('\n')}
</head>
<body class="preview">
<div id="record"><main id="view" lang="en-GB"><h1 class="waiting">${waiting}</h1></main></div>
<script nonce="${nonce}" src="${address(script)}"></script>
</body>
</html>`;
}

function randomNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
}
