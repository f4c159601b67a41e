// Serves VS Code for the Web on this machine: the workbench, extensions and a folder in memory. There is nothing behind it but files.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { ensureVSCodeWeb, VSCODE_WEB_VERSION } from './install.mjs';
import { QUIET_SETTINGS } from './settings.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.json': 'application/json',
  '.wasm': 'application/wasm', '.svg': 'image/svg+xml', '.png': 'image/png', '.ttf': 'font/ttf', '.md': 'text/markdown; charset=utf-8',
};

const escaped = text => text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`);

/** The page of a workbench with such a configuration, from the package's own modules under `base`. */
const page = (base, configuration) => `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>VS Code</title>
<meta id="vscode-workbench-web-configuration" data-settings="${escaped(JSON.stringify(configuration))}">
<link rel="stylesheet" href="${base}/out/vs/workbench/workbench.web.main.internal.css">
</head>
<body>
<script>globalThis._VSCODE_FILE_ROOT = '${base}/out/';</script>
<script type="module" src="${base}/out/nls.messages.js"></script>
<script type="module">import start from '${base}/workbench.js'; start();</script>
</body>
</html>
`;

/** What VS Code is told: which extensions there are, what is open, and where each part of it is served. */
function configurationOf(port, { extensions, development, tests, settings }) {
  const at = place => ({ scheme: 'http', authority: `localhost:${port}`, path: place });
  // Extensions and webviews run on origins of their own, as on vscode.dev.
  const elsewhere = `http://{{uuid}}.localhost:${port}/code`;
  return {
    productConfiguration: {
      // VS Code uses those origins only where it knows what it was built from.
      commit: VSCODE_WEB_VERSION, quality: 'stable', webEndpointUrlTemplate: elsewhere, enableTelemetry: false, extensionsGallery: undefined,
      webviewContentExternalBaseUrlTemplate: `${elsewhere}/out/vs/workbench/contrib/webview/browser/pre/`,
    },
    configurationDefaults: { ...QUIET_SETTINGS, ...settings },
    folderUri: { scheme: 'web-folder', authority: '', path: '/records' },
    additionalBuiltinExtensions: [at('/web-folder'), ...extensions.map((_, i) => at(`/extension-${i}`))],
    developmentOptions: development && { extensions: [at('/development')], ...(tests && { extensionTestsPath: at(`/development/${tests}`) }) },
  };
}

/** Answers with a file below one of the `roots` (by the first step of the address), or with one of the `texts`. */
function answer(request, response, roots, texts) {
  const place = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
  const headers = { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-store' };
  const send = (type, body) => response.writeHead(200, { ...headers, 'Content-Type': type }).end(body);
  if (place in texts) return send(TYPES[path.extname(place)] ?? TYPES['.html'], texts[place]);
  const [, first, ...steps] = place.split('/');
  const file = roots[first] && path.join(roots[first], ...steps);
  // Nothing outside the folders is handed out.
  const isInside = file && (file === roots[first] || file.startsWith(roots[first] + path.sep));
  if (!isInside || !fs.statSync(file, { throwIfNoEntry: false })?.isFile()) return response.writeHead(404, headers).end();
  send(TYPES[path.extname(file)] ?? 'application/octet-stream', fs.readFileSync(file));
}

/**
 * Serves VS Code for the Web on a free port of this machine.
 * - `files`: what lies in the folder that is open, texts by their names
 * - `extensions`: folders of extensions that are installed
 * - `development`, `tests`: the folder of an extension that is worked on, and the script in it that VS Code is to run in its extension host
 * - `settings`: the user's settings
 * Returns the workbench's `address`, the list of addresses that were `asked` for, and `stop()`.
 */
export async function startWeb({ files, extensions = [], development, tests, settings = {} }) {
  const roots = {
    'code': await ensureVSCodeWeb(), 'web-folder': path.join(import.meta.dirname, 'web-folder'), 'development': development,
    ...Object.fromEntries(extensions.map((folder, i) => [`extension-${i}`, folder])),
  };
  const texts = { '/web-folder/files.json': JSON.stringify(Object.fromEntries(Object.entries(files).map(([name, text]) => [`/records/${name}`, text]))) };
  const asked = [];
  const server = http.createServer((request, response) => {
    asked.push(request.url);
    answer(request, response, roots, texts);
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  texts['/'] = page(`http://localhost:${port}/code`, configurationOf(port, { extensions, development, tests, settings }));
  return {
    address: `http://localhost:${port}/`, asked,
    stop: () => new Promise(resolve => { server.close(resolve); server.closeAllConnections(); }),
  };
}
