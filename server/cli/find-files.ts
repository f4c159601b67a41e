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
  /** @param name of the folder as it was given, for messages */
  const walk = (name: string, folder: string) => {
    folders.add(folder);
    const [shown, fromHome] = [relativePath(process.cwd(), folder), relativePath(home, folder)];
    for (const entry of attempt(name, problem, () => fs.readdirSync(folder, { withFileTypes: true })) ?? []) {
      const isWanted = entry.isDirectory() ? !SKIPPED_FOLDERS.includes(entry.name) : entry.isFile() && isRecordFile(entry.name);
      if (!isWanted) continue;
      if (configuration.ignores(within(fromHome, entry.name))) {
        isPartIgnored = true;
        continue;
      }
      // Put together from what is known of the folder: there may be thousands.
      const file = folder.endsWith(path.sep) ? folder + entry.name : folder + path.sep + entry.name;
      if (entry.isDirectory()) walk(path.join(name, entry.name), file);
      else found.set(file, { file, shown: within(shown, entry.name) });
    }
  };
  for (const name of paths) {
    const file = path.resolve(name);
    const there = attempt(name, problem, () => fs.statSync(name));
    if (there?.isDirectory()) walk(name, file);
    else folders.add(path.dirname(file));
    if (there && !there.isDirectory()) found.set(file, { file, shown: relativePath(process.cwd(), name), isStream: !there.isFile() });
  }
  return { files: [...found.values()].sort((a, b) => (a.shown < b.shown ? -1 : 1)), folders: [...folders], isPartIgnored };
}

/** The path of what lies in a folder; both with `/`. */
function within(folder: string, name: string): string {
  return folder === '' || folder.endsWith('/') ? folder + name : `${folder}/${name}`;
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
