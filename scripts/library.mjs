#!/usr/bin/env node
// Builds dist/library: the engine for programs, as ES modules with their types. `npm pack` calls it.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import esbuild from 'esbuild';
import ts from 'typescript';
import { plugins } from '../esbuild.mjs';
import { root } from './cache.mjs';

const sources = path.join(root, 'server/library');
const outdir = path.join(root, 'dist/library');

/** The modules of the public entry; their names are those of the files in dist/library. */
const modules = fs.readdirSync(sources).map(name => path.join(sources, name));

/** One file for each module, and others for what they share: so a bundler takes no more than is used. */
async function bundle() {
  const { metafile } = await esbuild.build({
    absWorkingDir: root, entryPoints: modules, outdir, bundle: true, splitting: true, chunkNames: 'parts/[hash]', format: 'esm', platform: 'neutral', target: 'es2022',
    // ESM builds where there are any: what is not used of them is left out.
    mainFields: ['module', 'main'], alias: { yaml: path.join(root, 'node_modules/yaml/browser/dist/index.js') },
    plugins, metafile: true, logLevel: 'warning',
  });
  return metafile;
}

/** Declarations of the public modules: they tell of each other and of nothing else. Throws where they cannot be made. */
function writeTypes() {
  const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile(path.join(root, 'tsconfig.json'), ts.sys.readFile).config, ts.sys, root);
  const program = ts.createProgram({
    rootNames: [...modules, path.join(root, 'server/generated.d.ts')],
    options: { ...options, types: [], noEmit: false, declaration: true, emitDeclarationOnly: true, stripInternal: true, outDir: outdir, rootDir: sources },
  });
  for (const file of modules) {
    const { diagnostics } = program.emit(program.getSourceFile(file), (name, text) => {
      // What is for ourselves only has nothing to declare. Node's rules want the names of files.
      if (text.trim() !== 'export {};') fs.writeFileSync(path.join(outdir, path.basename(name)), text.replace(/(from '\.\/[\w-]+)'/g, "$1.js'"));
    }, undefined, true);
    if (diagnostics.length) throw new Error(ts.formatDiagnostics(diagnostics, { getCanonicalFileName: name => name, getCurrentDirectory: () => root, getNewLine: () => '\n' }));
  }
}

/** Builds all of it; resolves to what esbuild tells of the files and of what went into each. */
export async function buildLibrary() {
  fs.rmSync(outdir, { recursive: true, force: true });
  const metafile = await bundle();
  writeTypes();
  fs.writeFileSync(path.join(outdir, 'package.json'), `${JSON.stringify({ type: 'module', sideEffects: false })}\n`);
  return metafile;
}

if (process.argv[1] && import.meta.url === pathToFileURL(fs.realpathSync(process.argv[1])).href) {
  const { outputs } = await buildLibrary();
  const bytes = Object.values(outputs).reduce((sum, file) => sum + file.bytes, 0);
  console.error(`dist/library: ${(bytes / 1000).toFixed(0)} kB in ${Object.keys(outputs).length} files`);
}
