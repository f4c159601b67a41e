import type { Diagnostic } from 'vscode-languageserver';
import { idlePatterns, readConfiguration, type ConfigurationProblem } from '../findings/configuration';
import type { RecordStream } from '../records/stream';
import { lineStarts, positionAt } from '../text/lines';
import type { Range, Span } from '../text/span';
import type { Configurations, SavedConfiguration } from './configurations';
import type { ServerContext } from './context';
import type { OpenDocument } from './documents';
import { DiagnosticSeverity } from './kinds';
import { SEVERITY, SOURCE } from './translate';

type Document = Pick<OpenDocument, 'key' | 'stream'>;

/** The mistakes in a configuration, and in the files with reference data that it names. */
export function configurationDiagnostics({ key, stream }: Document, { configurations }: ServerContext): Diagnostic[] {
  const { text } = stream;
  const saved = configurations.saved(key);
  // What it names counts as it was saved, so what is said of that can be placed in the saved text only.
  const named = saved?.text === text ? [...idlePatterns(saved.configuration, saved.data.map(({ path }) => path)), ...spoiltData(saved, configurations)] : [];
  return [...readConfiguration(text).problems, ...named].map(({ severity, message, ...span }) => (
    { range: rangeIn(stream, span), severity: SEVERITY[severity], code: 'configuration', source: SOURCE, message }));
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

function rangeIn(stream: RecordStream, { start, end }: Span): Range {
  const positionOf = (offset: number) => { const at = stream.locateOffset(offset); return stream.positionOf(at.index, at.offset); };
  return { start: positionOf(start), end: positionOf(end) };
}
