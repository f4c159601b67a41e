import { html, Markup } from './markup';

/** The style sheet of a page, and its SHA-256 in base64: the page lets in nothing else, so that whatever is in a record stays text. */
export interface Style {
  css: string;
  sha256: string;
}

/** A script of ours, and its SHA-256 in base64: likewise. */
export interface Script {
  js: string;
  sha256: string;
}

/** A whole page that needs nothing beside it: one file, nothing loaded from anywhere, and no script but one of ours for a page that has use for it. */
export function standalonePage(fragment: Markup, title: string, { css, sha256 }: Style, script?: Script): string {
  return html`<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${sha256}'${script && html`; script-src 'sha256-${script.sha256}'`}; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${Markup.trusted(css)}</style>
</head>
<body>
${fragment}
${script && html`<script>${Markup.trusted(script.js)}</script>
`}</body>
</html>
`.text;
}
