#!/usr/bin/env node
// Makes inspection-records.vsix: the extension as VS Code installs it.
import fs from 'node:fs';
import path from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { buildAll } from '../esbuild.mjs';
import { root } from './cache.mjs';

const packagePath = path.join(root, 'inspection-records.vsix');
await buildAll();
// Everything it needs is bundled into dist/, so no dependency goes in.
await createVSIX({ cwd: root, packagePath, dependencies: false, allowMissingRepository: true, rewriteRelativeLinks: false });
console.log(`${path.basename(packagePath)}: ${(fs.statSync(packagePath).size / 1000).toFixed(0)} kB`);
