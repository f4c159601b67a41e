#!/usr/bin/env node
// Makes the extension as VS Code installs it: inspection-records.vsix for the desktop and for remote windows, inspection-records-web.vsix for
// VS Code for the Web. Each brings along only what runs there, so that nobody downloads everything twice.
import fs from 'node:fs';
import path from 'node:path';
import { createVSIX, listFiles } from '@vscode/vsce';
import { buildAll } from '../esbuild.mjs';
import { root } from './cache.mjs';

/** `without`: files that do not run there, and the field of package.json that is about them. */
const PACKAGES = [
  { file: 'inspection-records.vsix', without: /^dist\/[^/]*\.browser\.js$/, field: 'browser' },
  { file: 'inspection-records-web.vsix', target: 'web', without: /^dist\/(?![^/]*\.browser\.js$)[^/]*\.m?js$/, field: 'main' },
];

/** Fields of package.json for those who work on it, and for npm. */
const NOT_FOR_VSCODE = ['private', 'scripts', 'devDependencies', 'bin', 'exports', 'types'];

/** Chapters of the README that are for people who have the repository. */
const NOT_FOR_USERS = ['Two commands', 'Install', 'Development'];

/** The README as people read it in VS Code: without pictures and pages that do not come along, as there is no address to fetch them from. */
function readmeForUsers(text, isIncluded) {
  const chapters = text.split(/^(?=## )/m).filter(chapter => !NOT_FOR_USERS.some(name => chapter.startsWith(`## ${name}\n`)));
  const unlessHere = otherwise => (match, words, target) => (/^[a-z]+:|^#/.test(target) || isIncluded(target) ? match : otherwise(words));
  return chapters.join('')
    .replace(/^!\[([^\]]*)\]\(([^)]+)\)\n\n?/gm, unlessHere(() => ''))
    .replace(/\[([^\]]*)\]\(([^)]+)\)/g, unlessHere(words => words));
}

const read = name => fs.readFileSync(path.join(root, name), 'utf8');

/** Lays out in `folder` what goes into a package. */
function layOut(folder, files, field) {
  fs.rmSync(folder, { recursive: true, force: true });
  for (const file of files) fs.cpSync(path.join(root, file), path.join(folder, file));
  const manifest = Object.entries(JSON.parse(read('package.json'))).filter(([name]) => name !== field && !NOT_FOR_VSCODE.includes(name));
  fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify(Object.fromEntries(manifest), null, 2));
  // All that lies here goes in.
  fs.writeFileSync(path.join(folder, '.vscodeignore'), '');
  fs.writeFileSync(path.join(folder, 'README.md'), readmeForUsers(read('README.md'), file => files.includes(file)));
}

// The same sources make the same bytes, whenever and wherever they are packed: files in order of name, and all of one day.
process.env.SOURCE_DATE_EPOCH = String(Date.UTC(2000, 0, 1) / 1000);
process.env.TZ = 'UTC';

await buildAll();
// .vscodeignore has the list.
const included = await listFiles({ cwd: root, dependencies: false });
for (const { file, target, without, field } of PACKAGES) {
  const folder = path.join(root, 'out', 'package');
  layOut(folder, included.filter(name => !without.test(name)), field);
  // Everything it needs is bundled into dist/, so no dependency goes in.
  await createVSIX({ cwd: folder, packagePath: path.join(root, file), target, dependencies: false, allowMissingRepository: true, rewriteRelativeLinks: false });
  console.log(`${file}: ${(fs.statSync(path.join(root, file)).size / 1000).toFixed(0)} kB`);
}
