import type * as Lsp from 'vscode-languageserver-protocol';

// The numbers and words that LSP has for what the server says of things. The types hold them equal to those of the protocol's own
// package, whose code stays out of the bundle.

export type SymbolKind = Lsp.SymbolKind;
export const SymbolKind = { Property: 7, Array: 18, Object: 19 } as const satisfies Partial<typeof Lsp.SymbolKind>;
export type CompletionItemKind = Lsp.CompletionItemKind;
export const CompletionItemKind = { Field: 5, Module: 9, Property: 10, Snippet: 15, EnumMember: 20, Constant: 21, Event: 23 } as const satisfies Partial<typeof Lsp.CompletionItemKind>;
export const InsertTextFormat = { PlainText: 1, Snippet: 2 } as const satisfies Partial<typeof Lsp.InsertTextFormat>;
export const InsertTextMode = { asIs: 1 } as const satisfies Partial<typeof Lsp.InsertTextMode>;
export const CodeActionKind = { QuickFix: 'quickfix', RefactorRewrite: 'refactor.rewrite' } as const satisfies Partial<typeof Lsp.CodeActionKind>;
export type DiagnosticSeverity = Lsp.DiagnosticSeverity;
export const DiagnosticSeverity = { Error: 1, Warning: 2, Information: 3, Hint: 4 } as const satisfies Partial<typeof Lsp.DiagnosticSeverity>;
export const DocumentDiagnosticReportKind = { Full: 'full', Unchanged: 'unchanged' } as const satisfies Partial<typeof Lsp.DocumentDiagnosticReportKind>;
export const DocumentHighlightKind = { Read: 2, Write: 3 } as const satisfies Partial<typeof Lsp.DocumentHighlightKind>;
export const FoldingRangeKind = { Comment: 'comment' } as const satisfies Partial<typeof Lsp.FoldingRangeKind>;
export const InlayHintKind = { Type: 1 } as const satisfies Partial<typeof Lsp.InlayHintKind>;
export const MarkupKind = { PlainText: 'plaintext', Markdown: 'markdown' } as const satisfies Partial<typeof Lsp.MarkupKind>;
export const TextDocumentSyncKind = { Incremental: 2 } as const satisfies Partial<typeof Lsp.TextDocumentSyncKind>;
export const FileChangeType = { Deleted: 3 } as const satisfies Partial<typeof Lsp.FileChangeType>;
export const WatchKind = { Create: 1, Change: 2, Delete: 4 } as const satisfies Partial<typeof Lsp.WatchKind>;
/** For a request that is understood but cannot be done, and one for whose answer nobody waits. */
export const LSPErrorCodes = { RequestFailed: -32803, RequestCancelled: -32800 } as const satisfies Partial<typeof Lsp.LSPErrorCodes>;
