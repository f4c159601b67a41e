import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** A folder on disk for one test. Names may lead through folders; these are made. */
export class TemporaryFolder {
  readonly path = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'inspection records-'));

  /** @param files names and texts */
  constructor(files: Readonly<Record<string, string>> = {}) {
    for (const [name, text] of Object.entries(files)) this.write(name, text);
  }

  write(name: string, text: string): void {
    const file = path.join(this.path, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }

  read(name: string): string {
    return fs.readFileSync(path.join(this.path, name), 'utf8');
  }

  remove(name = '.'): void {
    fs.rmSync(path.join(this.path, name), { recursive: true, force: true });
  }

  rename(from: string, to: string): void {
    fs.renameSync(path.join(this.path, from), path.join(this.path, to));
  }

  /** The address of a file, as most editors spell it. */
  uri(name: string): string {
    return pathToFileURL(path.join(this.path, name)).href;
  }
}
