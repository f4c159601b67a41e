// The one door through which the code of the language server library comes in: whoever imports it directly makes one more copy of the
// list of all it has, which takes longer at the start than the library itself.
export {
  CodeActionKind, CompletionItemKind, CompletionTriggerKind, DiagnosticSeverity, DocumentDiagnosticReportKind, DocumentHighlightKind, ErrorCodes, FileChangeType, FoldingRangeKind, InlayHintKind,
  InsertTextFormat, InsertTextMode, LSPErrorCodes, MarkupKind, ResponseError, SymbolKind, TextDocumentSyncKind, WatchKind,
} from 'vscode-languageserver';
