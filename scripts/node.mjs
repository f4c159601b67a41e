// Other versions of Node than the one that runs this: VS Code wants a newer one, and what is installed is tried on several.
import path from 'node:path';
import { cached, unpack } from './cache.mjs';

const windows = process.platform === 'win32';

/** The program of a version of Node, fetched from the npm registry the first time. Throws where there is none for this machine. */
export async function ensureNode(version, say = message => console.error(message)) {
  if (process.versions.node === version) return process.execPath;
  const spec = `node-${windows ? 'win' : process.platform}-${process.arch}@${version}`;
  const folder = await cached(`node-${version}`, `${spec} 1`, building => {
    say(`fetching Node ${version} (45 MB, once)`);
    unpack(spec, building, 'bin');
  });
  return path.join(folder, windows ? 'node.exe' : 'node');
}
