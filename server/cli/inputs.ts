import path from 'node:path';
import { visible } from '../text/visible';
import type { Arguments } from './arguments';
import { readBoundedStream } from './bounded';
import { findFiles, relativePath, type FoundFile } from './find-files';
import { loadConfiguration, type LoadedConfiguration } from './load-configuration';
import { decode, readFiles, type Decoded, type FileText } from './read-files';
import { describeSystemError } from './system-error';
import { paintFor, say } from './terminal';
import { UsageError } from './usage-error';

/** What a command is to work on: the files that its paths stand for, or standard input. */
export interface Inputs extends LoadedConfiguration {
  files: readonly FoundFile[];
  /** The folders in which something that matters here may come, go or change; whole paths. */
  folders: readonly string[];
  /** The texts in order of their paths. What cannot be read is named on standard error; `beforeSaying` is called first. */
  texts(beforeSaying?: () => void): AsyncGenerator<FoundFile & Decoded>;
  /** Whether something could not be read, as far as was looked. */
  readonly hasProblems: boolean;
}

/**
 * Finds what is to be read, and the configuration that holds for it. Throws a UsageError where the command line or the configuration is wrong.
 * @param tell is told of everything that cannot be read, or is not there
 */
export async function openInputs(args: Arguments, tell: (message: string) => void = say): Promise<Inputs> {
  const stdinName = args.value('stdin-filepath');
  if (stdinName !== undefined && args.positionals.length > 0) throw new UsageError("With '--stdin-filepath' the text comes from standard input: no other path can be named.");
  const paths = stdinName === undefined && args.positionals.length === 0 ? ['.'] : args.positionals;
  const loaded = loadConfiguration(stdinName ?? paths[0]!, args.value('config'), paintFor(process.stderr, { noColor: args.has('no-color') }));
  let hasProblems = false;
  const problem = (message: string) => {
    hasProblems = true;
    tell(visible(message));
  };
  const { files, folders, isPartIgnored } = stdinName === undefined ? findFiles(paths, loaded.configuration, loaded.home, problem) : { files: [{ file: path.resolve(stdinName), shown: relativePath(process.cwd(), stdinName) }], folders: [], isPartIgnored: false };
  if (files.length === 0 && !hasProblems) tell(`There are no records here: no file in ${paths.map(visible).join(', ')} is called NAME.inspection.yaml or NAME.inspection.yml${isPartIgnored ? ', apart from what the configuration ignores' : ''}.`);
  return {
    ...loaded,
    files,
    folders: [...new Set([...folders, loaded.home, ...loaded.dataFiles.map(({ name }) => path.dirname(name))])],
    get hasProblems() { return hasProblems; },
    async *texts(beforeSaying) {
      for await (const found of stdinName === undefined ? readFiles(files) : [await readStandardInput(files[0]!)]) {
        if ('text' in found) yield found;
        else {
          beforeSaying?.();
          problem(`${found.shown}: ${found.problem}`);
        }
      }
    },
  };
}

async function readStandardInput(found: FoundFile): Promise<FileText> {
  try {
    return { ...found, ...decode(await readBoundedStream(process.stdin)) };
  } catch (error) {
    const meaning = describeSystemError(error);
    if (!meaning) throw error;
    return { ...found, problem: `${meaning}.` };
  }
}
