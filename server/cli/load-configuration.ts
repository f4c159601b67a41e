import fs from 'node:fs';
import path from 'node:path';
import { CONFIGURATION_FILE, NO_CONFIGURATION, readConfiguration, type Configuration, type ConfigurationProblem } from '../findings/configuration';
import { describePlace, markedLine, type Paint } from '../reports/text';
import { lineEnd, lineStarts, positionAt } from '../text/lines';
import { relativePath } from './find-files';
import { decode } from './read-files';
import { describeSystemError } from './system-error';
import { columnsOf, say } from './terminal';
import { UsageError } from './usage-error';

/** A configuration, and the folder that its paths count from. */
export interface LoadedConfiguration {
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
  if (file === undefined) return { configuration: NO_CONFIGURATION, home: process.cwd() };
  const text = readText(file);
  const { configuration, problems } = readConfiguration(text);
  const told = problems.map(problem => describeProblem(file, text, problem, paint)).join('');
  if (problems.some(({ severity }) => severity === 'error')) throw new UsageError(told);
  if (told !== '') say(told.trimEnd());
  return { configuration, home: path.dirname(path.resolve(file)) };
}

function nearestConfiguration(start: string): string | undefined {
  const file = path.join(start, CONFIGURATION_FILE);
  if (fs.existsSync(file)) return file;
  const above = path.dirname(start);
  return above === start ? undefined : nearestConfiguration(above);
}

function readText(file: string): string {
  const shown = relativePath(process.cwd(), file);
  try {
    const decoded = decode(fs.readFileSync(file));
    if ('text' in decoded) return decoded.text;
    throw new UsageError(`${shown}: ${decoded.problem}`);
  } catch (error) {
    const meaning = describeSystemError(error);
    throw meaning ? new UsageError(`${shown}: ${meaning}.`) : error;
  }
}

function describeProblem(file: string, text: string, { start, end, severity, message }: ConfigurationProblem, paint: Paint): string {
  const starts = lineStarts(text);
  const range = { start: positionAt(starts, start), end: positionAt(starts, end) };
  const line = text.slice(starts[range.start.line], lineEnd(text, starts, range.start.line));
  const place = paint('place', describePlace(relativePath(process.cwd(), file), range.start));
  return `${place} ${message}\n${markedLine(line, range, severity, { paint, width: columnsOf(process.stderr) })}`;
}
