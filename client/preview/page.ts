import type * as vscode from 'vscode';

/**
 * The page around a preview. Only our script and our style sheet are let in, and nothing may be loaded from anywhere else; the record itself
 * is put into it by the script. `fileOf` tells where a file of the page lies.
 */
export function previewPage(webview: vscode.Webview, fileOf: (name: string) => vscode.Uri): string {
  const address = (name: string): string => webview.asWebviewUri(fileOf(name)).toString();
  const nonce = randomNonce();
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Inspection record</title>
<link rel="stylesheet" href="${address('preview.css')}">
</head>
<body class="preview">
<div id="record"><main id="view" lang="en-GB"><h1 class="waiting">The record is being read …</h1></main></div>
<script nonce="${nonce}" src="${address('preview.js')}"></script>
</body>
</html>`;
}

function randomNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
}
