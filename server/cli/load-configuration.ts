import fs from 'node:fs';
import path from 'node:path';
import { CONFIGURATION_FILE, idlePatterns, NO_CONFIGURATION, readConfiguration, type Configuration } from '../findings/configuration';
import type { Paint } from '../reports/text';
import { relativePath } from './find-files';
import { BUILT_IN, loadData, type LoadedData } from './load-data';
import { markedProblem } from './marked-problem';
import { readText } from './read-text';
import { say } from './terminal';
import { UsageError } from './usage-error';

/** A configuration with the reference data that it names, and the folder that its paths count from. */
export interface LoadedConfiguration extends LoadedData {
  configuration: Configuration;
  home: string;
}

/**
 * Reads the configuration that is named, or else the nearest at or above `start`. Where there is none, nothing is configured.
 * Throws a UsageError that names every mistake in it; what is no mistake is said and does no harm.
 * @param start a file or folder; it need not exist
 */
export function loadConfiguration(start: string, named: string | undefined, paint: Paint): LoadedConfiguration {
  const file = named ?? nearestConfiguration(path.resolve(start));
  if (file === undefined) return { configuration: NO_CONFIGURATION, home: process.cwd(), ...BUILT_IN };
  const home = path.dirname(path.resolve(file));
  const text = readText(file);
  const { configuration, problems } = readConfiguration(text);
  if (problems.some(({ severity }) => severity === 'error')) throw new UsageError(problems.map(problem => markedProblem(file, text, problem, paint)).join(''), { isMarked: true });
  const loaded = loadData(configuration, home, paint);
  const idle = idlePatterns(configuration, loaded.dataFiles.map(({ name }) => relativePath(home, name)));
  const told = [...problems, ...idle].map(problem => markedProblem(file, text, problem, paint)).join('');
  if (told !== '') say(told.trimEnd());
  return { configuration, home, ...loaded };
}

function nearestConfiguration(start: string): string | undefined {
  const file = path.join(start, CONFIGURATION_FILE);
  if (fs.existsSync(file)) return file;
  const above = path.dirname(start);
  return above === start ? undefined : nearestConfiguration(above);
}
