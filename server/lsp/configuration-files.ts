import type { Diagnostic } from 'vscode-languageserver';
import { readConfiguration } from '../findings/configuration';
import type { OpenDocument } from './documents';
import { SEVERITY, SOURCE } from './translate';

/** The mistakes in a configuration. */
export function configurationDiagnostics({ stream }: OpenDocument): Diagnostic[] {
  const positionAt = (offset: number) => { const at = stream.locateOffset(offset); return stream.positionOf(at.index, at.offset); };
  return readConfiguration(stream.text).problems.map(({ start, end, severity, message }) => (
    { range: { start: positionAt(start), end: positionAt(end) }, severity: SEVERITY[severity], code: 'configuration', source: SOURCE, message }));
}
