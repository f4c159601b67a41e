import { FORMATS } from '../summary/formats';
import {
  choicesRequest, exportRequest, finishImportNotification, gatherRequest, insertionRequest, journeyRequest, newRecordRequest, pageExportRequest, pageRequest, pasteRequest, pictureRequest, placeImportRequest, previewClosedNotification,
  previewRequest, readSourceRequest, statusRequest,
} from './protocol';
import { anything, base64, count, either, flag, list, number, object, oneOf, optional, text, type Shape } from './shapes';

const position = object({ line: count, character: count });
const range = object({ start: position, end: position });
const textDocument = object({ uri: text });
const inDocument = { textDocument };
const atPlace = { ...inDocument, position };
const inRange = { ...inDocument, range };
const folders = list(object({ uri: text }));
const token = either(text, number);
const importPlace = either(
  object({ kind: oneOf('new document') }), object({ kind: oneOf('new files', 'folder'), folder: text }), object({ kind: oneOf('document'), textDocument, position: optional(position) }),
);
const journeySubject = object({ kind: oneOf('journey'), authority: text, near: text });
const pageSubject = either(journeySubject, object({ kind: oneOf('overview'), folder: text }));

/**
 * What everything that a client may say must come with, by its method: as much as is read of it. What does not fit is refused before
 * anything of ours sees it (gate.ts).
 */
export const PARAMS: Readonly<Record<string, Shape>> = {
  'initialize': object({
    processId: optional(count), rootUri: optional(text), workspaceFolders: optional(folders), capabilities: object({}),
    initializationOptions: optional(object({ rulePages: optional(text), commands: optional(list(text)) })), trace: optional(text),
  }),
  'initialized': anything,
  'shutdown': anything,
  '$/setTrace': object({ value: text }),
  'textDocument/didOpen': object({ textDocument: object({ uri: text, version: number, text }) }),
  'textDocument/didChange': object({ textDocument: object({ uri: text, version: optional(number) }), contentChanges: list(object({ text, range: optional(range) })) }),
  'textDocument/didSave': object(inDocument),
  'textDocument/didClose': object(inDocument),
  'workspace/didChangeConfiguration': object({ settings: anything }),
  'workspace/didChangeWatchedFiles': object({ changes: list(object({ uri: text, type: number })) }),
  'workspace/didChangeWorkspaceFolders': object({ event: object({ added: folders, removed: folders }) }),
  'window/workDoneProgress/cancel': object({ token }),

  'textDocument/codeAction': object({ ...inRange, context: object({ only: optional(list(text)) }) }),
  'textDocument/codeLens': object(inDocument),
  'textDocument/completion': object({ ...atPlace, context: optional(object({ triggerKind: optional(number), triggerCharacter: optional(text) })) }),
  'codeLens/resolve': object({ range, data: object({ document: count, kind: oneOf('preview', 'problems', 'journey') }) }),
  'completionItem/resolve': object({ label: text }),
  'textDocument/definition': object(atPlace),
  'textDocument/diagnostic': object({ ...inDocument, previousResultId: optional(text) }),
  'textDocument/documentHighlight': object(atPlace),
  'textDocument/documentLink': object(inDocument),
  'textDocument/documentSymbol': object(inDocument),
  'textDocument/foldingRange': object(inDocument),
  'textDocument/formatting': object(inDocument),
  'textDocument/hover': object(atPlace),
  'textDocument/inlayHint': object(inRange),
  'textDocument/onTypeFormatting': object({ ...atPlace, ch: text }),
  'textDocument/prepareRename': object(atPlace),
  'textDocument/rangeFormatting': object(inRange),
  'textDocument/references': object({ ...atPlace, context: object({ includeDeclaration: flag }) }),
  'textDocument/rename': object({ ...atPlace, newName: text }),
  'textDocument/selectionRange': object({ ...inDocument, positions: list(position) }),
  'textDocument/semanticTokens/full': object(inDocument),
  'textDocument/semanticTokens/range': object(inRange),
  'workspace/diagnostic': object({ previousResultIds: list(object({ uri: text, value: text })), partialResultToken: optional(token) }),
  'workspace/symbol': object({ query: text }),

  [choicesRequest]: object({ near: optional(text) }),
  [exportRequest]: object({ ...inDocument, position: optional(position), format: oneOf(...Object.keys(FORMATS)), style: oneOf('record', 'briefing') }),
  [finishImportNotification]: object({ import: optional(number), readings: list(number), uris: list(text) }),
  [gatherRequest]: object({ readings: list(number), near: optional(text) }),
  [insertionRequest]: object({ ...atPlace, what: oneOf('judgements', 'followUp') }),
  [journeyRequest]: object(atPlace),
  [newRecordRequest]: object({ near: optional(text), authority: text, event: text, start: text, textDocument: optional(textDocument) }),
  [pageExportRequest]: object({ subject: pageSubject, format: oneOf('text', 'markdown', 'html', 'docx') }),
  [pageRequest]: object({ subject: pageSubject }),
  [pasteRequest]: object({ ...atPlace, text }),
  [pictureRequest]: object({ subject: journeySubject }),
  [placeImportRequest]: object({ import: number, near: optional(text), into: importPlace }),
  [previewClosedNotification]: object({ preview: text }),
  [previewRequest]: object({ preview: text, ...inDocument, position: optional(position), revision: optional(count) }),
  [readSourceRequest]: object({ name: text, content: base64, near: optional(text) }),
  [statusRequest]: object(atPlace),
};

const said = optional(object({}));

/** What a client may say that it can do, as far as it is read and more than yes or no. */
export const CAPABILITIES: Shape = object({
  window: said,
  workspace: optional(object({ codeLens: said, configuration: optional(flag), diagnostics: said, didChangeConfiguration: said, didChangeWatchedFiles: said, inlayHint: said, workspaceEdit: said })),
  textDocument: optional(object({
    codeAction: said, documentLink: said, documentSymbol: said, synchronization: said,
    completion: optional(object({ completionItem: optional(object({
      insertTextModeSupport: optional(object({ valueSet: list(number) })), resolveSupport: optional(object({ properties: list(text) })), documentationFormat: optional(list(text)),
    })) })),
    diagnostic: optional(object({ tagSupport: optional(object({ valueSet: list(number) })) })),
    foldingRange: optional(object({ rangeLimit: optional(number) })),
    hover: optional(object({ contentFormat: optional(list(text)) })),
    publishDiagnostics: optional(object({ tagSupport: optional(object({ valueSet: list(number) })) })),
  })),
});
