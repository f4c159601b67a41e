import type { ClientCapabilities, Diagnostic, DiagnosticsCapabilities, DiagnosticTag, Location } from 'vscode-languageserver';
import type { Finding } from '../findings/finding';
import type { RecordStream } from '../records/stream';
import type { Severity } from '../rules/rule';
import { visible } from '../text/visible';
import { placeOf } from '../workspace/among';
import type { ServerContext } from './context';
import { DiagnosticSeverity } from './kinds';

/** Who says it: shown beside every message in the editor. */
export const SOURCE = 'inspection-records';

export const SEVERITY: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error, warning: DiagnosticSeverity.Warning, information: DiagnosticSeverity.Information, hint: DiagnosticSeverity.Hint,
};

/** A finding of record number `index` as the protocol has it. */
export function toDiagnostic(finding: Finding, stream: RecordStream, index: number, uri: string, context: Pick<ServerContext, 'rulePages' | 'client' | 'documents'>): Diagnostic {
  const { rulePages, client } = context;
  return {
    range: stream.rangeOf(index, finding),
    severity: SEVERITY[finding.severity],
    code: finding.rule,
    ...(rulePages && shows(client).codeDescriptionSupport && { codeDescription: { href: `${rulePages}${finding.rule}.md` } }),
    source: SOURCE,
    // Names of a workspace's own data are as whoever wrote them.
    message: visible(finding.message),
    ...(finding.unnecessary && shows(client).tagSupport?.valueSet.includes(UNNECESSARY) && { tags: [UNNECESSARY] }),
    ...(finding.related && shows(client).relatedInformation && { relatedInformation: finding.related.map(related => ({ message: visible(related.message), location: locate(related, stream, index, uri, context) })) }),
  };
}

/** LSP's tag for what may go without loss: editors show it faded. */
const UNNECESSARY: DiagnosticTag = 1;

/** Clients that ask for findings say of these what they say of the findings they listen to, or say it of the asking. */
function shows({ textDocument }: ClientCapabilities): DiagnosticsCapabilities {
  return { ...textDocument?.publishDiagnostics, ...textDocument?.diagnostic };
}

/** A related place: in the same record, or in the record of the workspace that it names. */
function locate(related: NonNullable<Finding['related']>[number], stream: RecordStream, index: number, uri: string, { documents }: Pick<ServerContext, 'documents'>): Location {
  const place = related.in && placeOf(related.in);
  return place ? { uri: documents.get(place.uri)?.uri ?? place.uri, range: place.stream.rangeOf(place.index, related) } : { uri, range: stream.rangeOf(index, related) };
}
