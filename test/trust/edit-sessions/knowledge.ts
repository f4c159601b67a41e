import type { CodeLens, CompletionList, Diagnostic, Position, Range, WorkspaceDiagnosticReport } from 'vscode-languageserver-protocol';
import { journeyRequest, statusRequest } from '../../../server/lsp/protocol';
import type { Wire } from './wire';

/** What a server tells, by what it was asked. */
export type Knowledge = Record<string, unknown>;

/** The place in a file about which a server is asked. */
export interface Asked {
  uri: string;
  place: Position;
  /** All of the text. */
  range: Range;
}

/** What a client may ask about a file while someone reads or writes in it. Behind a comma, why. */
function requestsAbout({ place: position, range }: Asked): Readonly<Record<string, object>> {
  const line = { start: { line: position.line, character: 0 }, end: position };
  return {
    'textDocument/documentSymbol': {}, 'textDocument/foldingRange': {}, 'textDocument/semanticTokens/full': {}, 'textDocument/semanticTokens/range': { range: line },
    'textDocument/codeLens': {}, 'textDocument/documentLink': {}, 'textDocument/inlayHint': { range }, 'textDocument/selectionRange': { positions: [position] },
    'textDocument/hover': { position }, 'textDocument/documentHighlight': { position }, 'textDocument/definition': { position },
    'textDocument/references': { position, context: { includeDeclaration: true } },
    'textDocument/codeAction': { range: line, context: { diagnostics: [] } },
    'textDocument/codeAction, to mend everything': { range: line, context: { diagnostics: [], only: ['source.fixAll'] } },
    'textDocument/formatting': { options: {} }, 'textDocument/rangeFormatting': { range: line, options: {} }, 'textDocument/onTypeFormatting': { position, ch: '\n', options: {} },
    'workspace/symbol': { query: '' }, [journeyRequest]: { position }, [statusRequest]: { position },
  };
}

/** How much is compared: what an editor shows all the time, or everything that can be asked. */
export type Extent = 'shown' | 'everything';

const SHOWN: ReadonlySet<string> = new Set(['textDocument/documentSymbol']);

/** What is to be known about a file, but for what depends on earlier answers. Completion is part of it at any extent. */
export async function askAbout(wire: Wire, asked: Asked, extent: Extent): Promise<Knowledge> {
  const { uri, place } = asked;
  const requests = Object.entries(requestsAbout(asked)).filter(([name]) => extent === 'everything' || SHOWN.has(name));
  const answers = requests.map(async ([name, params]) => [name, await wire.request(name.split(',')[0]!, { textDocument: { uri }, ...params })] as const);
  const known = Object.fromEntries([...await Promise.all(answers), ['textDocument/completion', await complete(wire, uri, place)]]) as Knowledge;
  const lenses = known['textDocument/codeLens'] as CodeLens[] | undefined;
  return { ...known, ...(lenses && { 'textDocument/codeLens': await Promise.all(lenses.map(lens => show(wire, lens))) }) };
}

/** What a lens says. How it was known till then is the server's own affair. */
async function show(wire: Wire, lens: CodeLens): Promise<CodeLens> {
  const { range, command } = await wire.request<CodeLens>('codeLens/resolve', lens);
  return { range, command };
}

/** What is offered at a place, and all that is told of the first of it. */
async function complete(wire: Wire, uri: string, position: Position): Promise<unknown> {
  const list = await wire.request<CompletionList>('textDocument/completion', { textDocument: { uri }, position, context: { triggerKind: 1 } });
  return { list, first: list.items[0] && await wire.request('completionItem/resolve', list.items[0]) };
}

/** A file of the folder in which something is always wrong: the server never waits until it has something to tell. */
export const ALWAYS_WRONG = 'always-wrong.inspection.yaml';

/** What is wrong with each file of the workspace in which something is: what a client knows that follows it, as it is told by parts. */
export class WorkspaceDiagnostics {
  private readonly known = new Map<string, { resultId?: string; items: readonly Diagnostic[] }>();

  constructor(private readonly wire: Wire) {}

  async ask(): Promise<Knowledge> {
    // Of a file whose number was forgotten there is always news.
    const previousResultIds = [...this.known].flatMap(([uri, { resultId: value }]) => (value === undefined || uri.endsWith(ALWAYS_WRONG) ? [] : [{ uri, value }]));
    const { items: reports } = await this.wire.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds });
    for (const report of reports) {
      const items = report.kind === 'full' ? report.items : this.known.get(report.uri)?.items ?? [];
      this.known.set(report.uri, { resultId: report.resultId, items });
    }
    return Object.fromEntries([...this.known].filter(([, { items }]) => items.length).sort(([a], [b]) => (a < b ? -1 : 1)).map(([uri, { items }]) => [uri, items]));
  }
}
