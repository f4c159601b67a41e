import type { Diagnostic, TextEdit } from 'vscode-languageserver';
import { idlePatterns, readConfiguration, type ConfigurationProblem } from '../findings/configuration';
import type { RecordStream } from '../records/stream';
import { lineStarts, positionAt } from '../text/lines';
import type { Range, Span } from '../text/span';
import { visible } from '../text/visible';
import type { Configurations, SavedConfiguration } from './configurations';
import type { ServerContext } from './context';
import type { OpenDocument } from './documents';
import { DiagnosticSeverity } from './kinds';
import { SEVERITY, SOURCE } from './translate';

/** One way to mend a mistake of a configuration. */
export interface ConfigurationFix {
  title: string;
  isPreferred: boolean;
  diagnostic: Diagnostic;
  edits: TextEdit[];
}

type Document = Pick<OpenDocument, 'key' | 'stream'>;

/** What mends the mistakes of a configuration that a range touches. */
export function configurationFixes({ stream }: Document, range: Range): ConfigurationFix[] {
  const offsetOf = (position: Range['start']) => { const { index, offset } = stream.locate(position); return stream.offsets[index]! + offset; };
  const [from, to] = [offsetOf(range.start), offsetOf(range.end)];
  const touched = readConfiguration(stream.text).problems.filter(({ start, end }) => start <= to && from <= end);
  return touched.flatMap(problem => (problem.fixes ?? []).map(({ title, edits }, index) => ({
    title, isPreferred: index === 0, diagnostic: toDiagnostic(problem, stream), edits: edits.map(({ text, ...span }) => ({ range: rangeIn(stream, span), newText: text })),
  })));
}

/** The mistakes in a configuration, and in the files with reference data that it names. */
export function configurationDiagnostics({ key, stream }: Document, { configurations }: ServerContext): Diagnostic[] {
  const { text } = stream;
  const saved = configurations.saved(key);
  // What it names counts as it was saved, so what is said of that can be placed in the saved text only.
  const named = saved?.text === text ? [...idlePatterns(saved.configuration, saved.data.map(({ path }) => path)), ...spoiltData(saved, configurations)] : [];
  return [...readConfiguration(text).problems, ...named].map(problem => toDiagnostic(problem, stream));
}

/** The mistakes in a file with reference data. */
export function dataDiagnostics({ key, stream }: Document, { configurations }: ServerContext): Diagnostic[] {
  return configurations.dataProblems(key, stream.text).map(({ message, ...span }) => (
    { range: rangeIn(stream, span), severity: DiagnosticSeverity.Error, code: 'reference-data', source: SOURCE, message }));
}

/** The first mistake of each file that is named, told where it is named: records mean something else because of it. */
function spoiltData({ configuration, data }: SavedConfiguration, configurations: Configurations): ConfigurationProblem[] {
  return data.flatMap(({ uri, path, text }): ConfigurationProblem[] => {
    const [first] = configurations.dataProblems(uri, text);
    const pattern = configuration.frameworks.find(({ fits }) => fits(path));
    if (!first || !pattern) return [];
    return [{ start: pattern.start, end: pattern.end, severity: 'error', message: `${path}, line ${positionAt(lineStarts(text), first.start).line + 1}: ${first.message}` }];
  });
}

function toDiagnostic({ severity, message, ...span }: ConfigurationProblem, stream: RecordStream): Diagnostic {
  return { range: rangeIn(stream, span), severity: SEVERITY[severity], code: 'configuration', source: SOURCE, message: visible(message) };
}

function rangeIn(stream: RecordStream, { start, end }: Span): Range {
  const positionOf = (offset: number) => { const at = stream.locateOffset(offset); return stream.positionOf(at.index, at.offset); };
  return { start: positionOf(start), end: positionOf(end) };
}
