import * as protocol from '../../../server/lsp/protocol';
import {
  choicesRequest, exportRequest, finishImportNotification, gatherRequest, insertionRequest, newRecordRequest, pageExportRequest, pageRequest, pasteRequest, pictureRequest, placeImportRequest, previewClosedNotification,
  readFileRequest, readFolderRequest, readSourceRequest,
} from '../../../server/lsp/protocol';
import { REQUESTS } from '../../lsp/requests';

export const URI = 'file:///records/kent.inspection.yaml';

/** A record with mistakes in it, so that there is something to tell of. */
export const RECORD = `id: kent-2024
authority: Kent
event: ILACS standard inspection
fieldwork: 2024-03-04/2024-03-08
published: 2024-13-01
judgements:
  Overall effectiveness: Splendid
---
id: kent-2025
authority: Kent
follows: kent-2024
event: Focused visit
`;

const textDocument = { uri: URI };
const position = { line: 1, character: 12 };
const at = { textDocument, position };

/** Every request that the server may be sent, with params that it can do something with. */
export const VALID: Readonly<Record<string, object>> = {
  ...Object.fromEntries(Object.entries(REQUESTS).filter(([name]) => !name.includes(',')).map(([method, params]) => [method, { textDocument, ...params(position) }])),
  'textDocument/completion': { ...at, context: { triggerKind: 2, triggerCharacter: ' ' } },
  'codeLens/resolve': { range: { start: position, end: position }, data: { document: 1, kind: 'preview' } },
  'completionItem/resolve': { label: 'Good' },
  'textDocument/codeAction': { textDocument, range: { start: position, end: position }, context: { diagnostics: [], only: ['quickfix'] } },
  'textDocument/diagnostic': { textDocument, previousResultId: 'x' },
  'workspace/diagnostic': { previousResultIds: [{ uri: URI, value: 'x' }], partialResultToken: 'part' },
  'textDocument/prepareRename': { textDocument, position: { line: 0, character: 6 } },
  'textDocument/rename': { textDocument, position: { line: 0, character: 6 }, newName: 'kent-2023' },
  [choicesRequest]: { near: URI },
  [newRecordRequest]: { near: URI, authority: 'Kent', event: 'Focused visit', start: '2024-03-04', textDocument },
  [insertionRequest]: { ...at, what: 'judgements' },
  [pasteRequest]: { ...at, text: 'Overall effectiveness Good' },
  [exportRequest]: { ...at, format: 'text', style: 'record' },
  [pageRequest]: { subject: { kind: 'journey', authority: 'Kent', near: URI } },
  [readSourceRequest]: { name: 'table.csv', content: 'YXV0aG9yaXR5LGV2ZW50LHB1Ymxpc2hlZApLZW50LEZvY3VzZWQgdmlzaXQsMjAyNC0wMy0wNAo=', near: URI },
  [gatherRequest]: { readings: [1], near: URI },
  [placeImportRequest]: { import: 2, near: URI, into: { kind: 'document', textDocument, position } },
  [pageExportRequest]: { subject: { kind: 'journey', authority: 'Kent', near: URI }, format: 'html' },
  [pictureRequest]: { subject: { kind: 'journey', authority: 'Kent', near: URI } },
};

/** Every notification likewise: about a document of its own, so that what they do is seen nowhere else. */
const scratch = { uri: 'file:///records/scratch.yaml', version: 2 };
export const NOTIFICATIONS: Readonly<Record<string, object>> = {
  'textDocument/didOpen': { textDocument: { ...scratch, languageId: 'yaml', text: '# nothing\n' } },
  'textDocument/didChange': { textDocument: scratch, contentChanges: [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } }, text: '#' }] },
  'textDocument/didSave': { textDocument: scratch },
  'textDocument/didClose': { textDocument: scratch },
  'workspace/didChangeConfiguration': { settings: {} },
  'workspace/didChangeWatchedFiles': { changes: [{ uri: 'file:///records/gone.yaml', type: 3 }] },
  'workspace/didChangeWorkspaceFolders': { event: { added: [{ uri: 'file:///nowhere', name: '' }], removed: [{ uri: 'file:///nowhere', name: '' }] } },
  'window/workDoneProgress/cancel': { token: 'x' },
  '$/setTrace': { value: 'off' },
  '$/cancelRequest': { id: 4711 },
  [previewClosedNotification]: { preview: 'b' },
  [finishImportNotification]: { import: 4711, readings: [4711], uris: [scratch.uri] },
};

/** The requests that go with each thing that a server may say of itself. */
const OF: Readonly<Record<string, (said: object) => string[]>> = {
  positionEncoding: () => [], textDocumentSync: () => [], workspace: () => [],
  diagnosticProvider: said => ['textDocument/diagnostic', ...('workspaceDiagnostics' in said ? ['workspace/diagnostic'] : [])],
  completionProvider: said => ['textDocument/completion', ...('resolveProvider' in said ? ['completionItem/resolve'] : [])],
  definitionProvider: () => ['textDocument/definition'],
  referencesProvider: () => ['textDocument/references'],
  renameProvider: said => ['textDocument/rename', ...('prepareProvider' in said ? ['textDocument/prepareRename'] : [])],
  workspaceSymbolProvider: () => ['workspace/symbol'],
  codeActionProvider: () => ['textDocument/codeAction'],
  documentFormattingProvider: () => ['textDocument/formatting'],
  documentRangeFormattingProvider: () => ['textDocument/rangeFormatting'],
  documentOnTypeFormattingProvider: () => ['textDocument/onTypeFormatting'],
  hoverProvider: () => ['textDocument/hover'],
  foldingRangeProvider: () => ['textDocument/foldingRange'],
  selectionRangeProvider: () => ['textDocument/selectionRange'],
  documentLinkProvider: () => ['textDocument/documentLink'],
  documentHighlightProvider: () => ['textDocument/documentHighlight'],
  inlayHintProvider: () => ['textDocument/inlayHint'],
  documentSymbolProvider: () => ['textDocument/documentSymbol'],
  semanticTokensProvider: () => ['textDocument/semanticTokens/full', 'textDocument/semanticTokens/range'],
  codeLensProvider: said => ['textDocument/codeLens', ...('resolveProvider' in said ? ['codeLens/resolve'] : [])],
};

/** Those beyond LSP, but for what the server asks. */
const OURS = Object.entries(protocol).filter(([name]) => name.endsWith('Request')).map(([, method]) => method as string).filter(method => method !== readFolderRequest && method !== readFileRequest);

/** All requests that a server answers, by what it says of itself. Fails for something that it says and is not known here. */
export function requestsOf(capabilities: Readonly<Record<string, object>>): string[] {
  return [...OURS, ...Object.entries(capabilities).flatMap(([name, said]) => {
    const requests = OF[name];
    if (!requests) throw new Error(`The server says ${name}: which requests go with it, and with what, is to be written down in methods.ts.`);
    return requests(said);
  })];
}
