import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import { idlePatterns, readConfiguration, type ConfigurationProblem } from '../findings/configuration';
import type { RecordStream } from '../records/stream';
import { lineStarts, positionAt } from '../text/lines';
import type { Range, Span } from '../text/span';
import type { ServerContext } from './context';
import type { OpenDocument } from './documents';
import { SEVERITY, SOURCE } from './translate';

/** The mistakes in a configuration, and in the files with reference data that it names. */
export function configurationDiagnostics({ key, stream }: OpenDocument, { configurations }: ServerContext): Diagnostic[] {
  const { text } = stream;
  const saved = configurations.saved(key);
  // What it names counts as it was saved, so what is said of that can be placed in the saved text only.
  const named = saved?.text === text ? [...idlePatterns(saved.configuration, saved.data.map(({ name }) => name)), ...spoiltData(saved, configurations)] : [];
  return [...readConfiguration(text).problems, ...named].map(({ severity, message, ...span }) => (
    { range: rangeIn(stream, span), severity: SEVERITY[severity], code: 'configuration', source: SOURCE, message }));
}

/** The mistakes in a file with reference data. */
export function dataDiagnostics({ key, stream }: OpenDocument, { configurations }: ServerContext): Diagnostic[] {
  return configurations.dataProblems(key, stream.text).map(({ message, ...span }) => (
    { range: rangeIn(stream, span), severity: DiagnosticSeverity.Error, code: 'reference-data', source: SOURCE, message }));
}

/** The first mistake of each file that is named, told where it is named: the file itself may not be open. */
function spoiltData({ configuration, data }: NonNullable<ReturnType<ServerContext['configurations']['saved']>>, configurations: ServerContext['configurations']): ConfigurationProblem[] {
  const problems = configurations.problemsIn(data);
  return data.flatMap(({ name, text }): ConfigurationProblem[] => {
    const first = problems.find(({ file }) => file === name);
    const pattern = configuration.frameworks.find(({ fits }) => fits(name));
    if (!first || !pattern) return [];
    return [{ start: pattern.start, end: pattern.end, severity: 'error', message: `${name}, line ${positionAt(lineStarts(text), first.start).line + 1}: ${first.message}` }];
  });
}

function rangeIn(stream: RecordStream, { start, end }: Span): Range {
  const positionOf = (offset: number) => { const at = stream.locateOffset(offset); return stream.positionOf(at.index, at.offset); };
  return { start: positionOf(start), end: positionOf(end) };
}
