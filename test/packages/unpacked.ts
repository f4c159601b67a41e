import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';

export const DESKTOP = 'inspection-records.vsix';
export const WEB = 'inspection-records-web.vsix';

/** The packaged extension, unpacked into a folder of its own as VS Code does when it installs it; the caller removes it. */
export function unpackExtension(vsix: string): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'inspection-records-extension-'));
  const inside = 'extension/';
  for (const [name, bytes] of Object.entries(unzipSync(fs.readFileSync(vsix)))) {
    if (!name.startsWith(inside) || name.endsWith('/')) continue;
    const file = path.join(folder, name.slice(inside.length));
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, bytes);
  }
  return folder;
}
