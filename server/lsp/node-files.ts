import { promises as fs } from 'node:fs';
import path from 'node:path';
import { URI } from 'vscode-uri';
import { normalize } from './address';
import { isYamlFile, SKIPPED_FOLDERS, type Files } from './host';

/** Larger files are not read from disk: no data set of the whole country comes near. In bytes. */
const LARGEST_FILE = 64 * 1024 * 1024;

/** Files on the disks of this machine. Links are not followed, so nothing outside a folder is read. */
export const nodeFiles: Files = {
  normalize,

  async *list(folder) {
    const root = URI.parse(folder);
    if (root.scheme === 'file') yield* walk(root.fsPath);
  },

  async isLinked(uri, folder) {
    const [file, root] = [URI.parse(uri).fsPath, URI.parse(folder).fsPath];
    try {
      return path.relative(await fs.realpath(root), await fs.realpath(file)).toLowerCase() !== path.relative(root, file).toLowerCase();
    } catch {
      return false;
    }
  },

  async read(uri) {
    const file = URI.parse(uri);
    if (file.scheme !== 'file') return undefined;
    try {
      if ((await fs.stat(file.fsPath)).size > LARGEST_FILE) return undefined;
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await fs.readFile(file.fsPath));
    } catch {
      return undefined;
    }
  },

  async isThere(uri) {
    try {
      return (await fs.stat(URI.parse(uri).fsPath)).isFile();
    } catch {
      return false;
    }
  },
};

async function* walk(folder: string): AsyncGenerator<string> {
  // Piece by piece: a folder may hold tens of thousands of files.
  try {
    for await (const entry of await fs.opendir(folder)) {
      const full = path.join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!SKIPPED_FOLDERS.includes(entry.name)) yield* walk(full);
      } else if (entry.isFile() && isYamlFile(entry.name)) {
        yield URI.file(full).toString();
      }
    }
  } catch {
    // It is gone, or nobody may look into it: there is nothing to be read then.
  }
}
