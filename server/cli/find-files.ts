import fs from 'node:fs';
import path from 'node:path';
import type { Configuration } from '../findings/configuration';
import { isRecordFile, SKIPPED_FOLDERS } from '../lsp/host';
import { describeSystemError } from './system-error';

/** A file to be read. */
export interface FoundFile {
  /** Where it is. */
  file: string;
  /** As it is shown: relative to the current folder, with `/`. */
  shown: string;
  /** It is no file on a disk but a pipe or a device: such as standard input, or what another program writes. */
  isStream?: boolean;
}

/** A path with `/`, relative to a folder. */
export function relativePath(folder: string, file: string): string {
  return path.relative(folder, file).split(path.sep).join('/');
}

/** What paths stand for. */
export interface Found {
  /** Each once, in order of what is shown. */
  files: FoundFile[];
  /** The folders in which one of them may come, go or change; whole paths. */
  folders: string[];
  /** Whether the configuration ignores something there. */
  isPartIgnored: boolean;
}

/**
 * The files that paths stand for: a folder stands for the records below it, except what the configuration ignores; a file named
 * outright is itself. Links in a folder are not followed, so nothing outside it is read.
 * @param problem is told of every path that cannot be looked at
 * @param home the folder of the configuration
 */
export function findFiles(paths: readonly string[], configuration: Configuration, home: string, problem: (message: string) => void): Found {
  const found = new Map<string, FoundFile>();
  const folders = new Set<string>();
  let isPartIgnored = false;
  const add = (file: string, isStream = false) => found.set(path.resolve(file), { file: path.resolve(file), shown: relativePath(process.cwd(), file), isStream });
  const walk = (folder: string) => {
    folders.add(path.resolve(folder));
    for (const entry of attempt(folder, problem, () => fs.readdirSync(folder, { withFileTypes: true })) ?? []) {
      const file = path.join(folder, entry.name);
      const isWanted = entry.isDirectory() ? !SKIPPED_FOLDERS.includes(entry.name) : entry.isFile() && isRecordFile(entry.name);
      if (!isWanted) continue;
      if (configuration.ignores(relativePath(home, file))) {
        isPartIgnored = true;
        continue;
      }
      if (entry.isDirectory()) walk(file);
      else add(file);
    }
  };
  for (const name of paths) {
    const there = attempt(name, problem, () => fs.statSync(name));
    if (there?.isDirectory()) walk(name);
    else folders.add(path.dirname(path.resolve(name)));
    if (there && !there.isDirectory()) add(name, !there.isFile());
  }
  return { files: [...found.values()].sort((a, b) => (a.shown < b.shown ? -1 : 1)), folders: [...folders], isPartIgnored };
}

function attempt<T>(name: string, problem: (message: string) => void, action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    const meaning = describeSystemError(error);
    if (!meaning) throw error;
    problem(`${name}: ${meaning}.`);
    return undefined;
  }
}
