import fs from 'node:fs';
import path from 'node:path';
import referenceData from 'generated:reference-data';
import { CONFIGURATION_FILE, isDataFile, type Configuration } from '../findings/configuration';
import { readPacks, type PackFile } from '../findings/packs';
import { isRecordFile, SKIPPED_FOLDERS } from '../lsp/host';
import type { ReferenceData } from '../reference/data';
import type { Paint } from '../reports/text';
import { visible } from '../text/visible';
import { relativePath } from './find-files';
import { markedProblem } from './marked-problem';
import { readText } from './read-text';
import { describeSystemError } from './system-error';
import { UsageError } from './usage-error';

/** Reference data, and the files that it was read from beside what is built in; their names are whole paths. */
export interface LoadedData {
  data: ReferenceData;
  dataFiles: readonly PackFile[];
}

export const BUILT_IN: LoadedData = { data: referenceData, dataFiles: [] };

/**
 * Reads the reference data that a configuration names. Throws a UsageError that names every mistake in it.
 * @param home the folder of the configuration; nothing outside it is read
 */
export function loadData(configuration: Configuration, home: string, paint: Paint): LoadedData {
  if (!configuration.frameworks.length) return BUILT_IN;
  const dataFiles = filesBelow(home, home, configuration).sort().map(name => ({ name, text: readText(name) }));
  const { data, problems } = readPacks(dataFiles, referenceData);
  const textOf = (file: string) => dataFiles.find(({ name }) => name === file)!.text;
  if (problems.length) throw new UsageError(problems.map(problem => markedProblem(problem.file, textOf(problem.file), { ...problem, severity: 'error' }, paint)).join(''), { isMarked: true });
  return { data, dataFiles };
}

function filesBelow(folder: string, home: string, configuration: Configuration): string[] {
  return entriesOf(folder).flatMap(entry => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return SKIPPED_FOLDERS.includes(entry.name) ? [] : filesBelow(file, home, configuration);
    const isOther = isRecordFile(entry.name) || entry.name === CONFIGURATION_FILE;
    return entry.isFile() && !isOther && isDataFile(configuration, relativePath(home, file)) ? [file] : [];
  });
}

function entriesOf(folder: string): fs.Dirent[] {
  try {
    return fs.readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    const meaning = describeSystemError(error);
    throw meaning ? new UsageError(`${visible(relativePath(process.cwd(), folder))}: ${meaning}.`) : error;
  }
}
