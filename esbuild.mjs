// Builds everything that runs into dist/: `node esbuild.mjs [--watch] [--dev]`. --dev leaves the code readable.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import esbuild from 'esbuild';
import { generatedModules } from './scripts/generated-modules.mjs';
import { noticesFor } from './scripts/notices.mjs';
import { inParts, partsAsCommonJs } from './scripts/parts.mjs';

const root = path.dirname(fileURLToPath(import.meta.url));

/** What packages load when they are loaded, and nobody here calls: it looks for Node's modules, and has Node load what starts programs. */
const leftOut = {
  name: 'left-out',
  setup: build => build.onLoad({ filter: /[\\/]vscode-languageserver[\\/]lib[\\/]node[\\/]files\.js$/ }, () => ({ contents: 'module.exports = {};' })),
};

/** What a bundle of ours needs to be read: tests are bundled with the same plugins. */
export const plugins = [generatedModules, leftOut];

const node = { platform: 'node', target: 'node20', format: 'cjs' };
const browser = { platform: 'browser', target: 'es2022', format: 'iife' };

/** Bundles by the file they make in dist/. Adding an entry here is all that a new program needs. */
const bundles = {
  'server.js': { ...node, entryPoints: ['server/lsp/main.ts'] },
  'server.browser.js': { ...browser, entryPoints: ['server/lsp/browser-main.ts'] },
  'cli.js': { ...node, entryPoints: ['server/cli/main.ts'], program: 'cli' },
  // What reads files that are imported, in a thread of its own; the server and the command line start it when there is one. It loads the next
  // when it meets a report.
  'read-source.mjs': { ...node, format: 'esm', entryPoints: ['server/lsp/import/read-source-main.ts'], alias: { 'unpdf/pdfjs': './pdfjs.mjs' }, external: ['./pdfjs.mjs'] },
  // It reads what it is given, and has no means to make code of it or to fetch anything.
  'pdfjs.mjs': { ...node, format: 'esm', entryPoints: ['node_modules/unpdf/dist/pdfjs.mjs'], define: { Function: 'undefined', fetch: 'undefined', XMLHttpRequest: 'undefined' } },
  // What writes Word files; the server and the command line load it when one is asked for.
  'word.js': { ...node, entryPoints: ['server/summary/word/writers.ts'] },
  'client.js': { ...node, entryPoints: ['client/extension.ts'], external: ['vscode'] },
  'client.browser.js': { ...browser, format: 'cjs', entryPoints: ['client/extension.browser.ts'], external: ['vscode'] },
  'media/preview.js': { ...browser, entryPoints: ['client/webview/preview.ts'] },
  'media/pages.js': { ...browser, entryPoints: ['client/webview/pages.ts'] },
  'media/preview.css': { entryPoints: ['server/summary/preview.css'], loader: {} },
  'media/pages.css': { entryPoints: ['server/summary/pages.css'], loader: {} },
};

function options(outfile, { program, ...entry }, dev) {
  const output = program ? { ...inParts, outdir: path.join(root, 'dist'), entryNames: program, chunkNames: `${program}-[hash]` } : { outfile: path.join(root, 'dist', outfile) };
  return {
    absWorkingDir: root, bundle: true, plugins, metafile: true, logLevel: 'warning',
    minify: !dev, sourcemap: dev ? 'inline' : false,
    // Licences stand in THIRD-PARTY-NOTICES.txt; those that packages hold of yet others stay with the code.
    legalComments: 'eof', loader: { '.css': 'text' },
    // ESM builds where there are any: esbuild can leave out what is not used of them.
    mainFields: ['module', 'main'], alias: { yaml: path.join(root, 'node_modules/yaml/browser/dist/index.js') }, ...entry, ...output,
  };
}

/** The same for a build that puts into dist/ what it makes. */
function writing(outfile, entry, dev) {
  const { plugins: own, ...made } = options(outfile, entry, dev);
  return { ...made, plugins: entry.program ? [...own, partsAsCommonJs(entry.program)] : own };
}

/** How each program of dist/ is built, for tests that look into them. */
export const builds = () => Object.entries(bundles).map(([outfile, entry]) => [outfile, options(outfile, entry, false)]);

/** Builds what exists; resolves to the size in bytes of each file made. */
export async function buildAll({ dev = false, watch = false } = {}) {
  const made = {};
  const metafiles = [];
  for (const [outfile, entry] of Object.entries(bundles)) {
    if (!entry.entryPoints.every(file => fs.existsSync(path.join(root, file)))) continue;
    if (watch) { await (await esbuild.context(writing(outfile, entry, dev))).watch(); continue; }
    const { metafile } = await esbuild.build(writing(outfile, entry, dev));
    metafiles.push(metafile);
    for (const [file, { bytes }] of Object.entries(metafile.outputs)) made[file] = bytes;
  }
  if (metafiles.length > 0) fs.writeFileSync(path.join(root, 'dist/THIRD-PARTY-NOTICES.txt'), noticesFor(metafiles));
  if (fs.existsSync(path.join(root, 'dist/cli.js'))) fs.chmodSync(path.join(root, 'dist/cli.js'), 0o755);
  return made;
}

if (process.argv[1] && import.meta.url === pathToFileURL(fs.realpathSync(process.argv[1])).href) {
  const made = await buildAll({ dev: process.argv.includes('--dev'), watch: process.argv.includes('--watch') });
  for (const [file, bytes] of Object.entries(made)) console.log(`${(bytes / 1000).toFixed(0).padStart(6)} kB  ${file}`);
}
