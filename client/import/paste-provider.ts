import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { pasteRequest, type PasteParams, type PasteResult } from '../../server/lsp/protocol';
import { RECORD_SELECTOR } from '../languages';
import { textEdits } from './write-import';

// What VS Code has had since 1.97, and its declarations of the version that the manifest names do not know: only what is used of it.
interface Kind { append(...parts: string[]): Kind }
interface PasteEdit { yieldTo?: readonly Kind[]; additionalEdit?: vscode.WorkspaceEdit }
interface PasteEditProvider {
  provideDocumentPasteEdits(document: vscode.TextDocument, ranges: readonly vscode.Range[], data: vscode.DataTransfer, context: unknown, token: vscode.CancellationToken): Promise<PasteEdit[] | undefined>;
}
interface SincePaste {
  DocumentDropOrPasteEditKind?: { Empty: Kind; Text: Kind };
  DocumentPasteEdit?: new (insertText: string, title: string, kind: Kind) => PasteEdit;
  languages: { registerDocumentPasteEditProvider?(selector: vscode.DocumentSelector, provider: PasteEditProvider, metadata: { providedPasteEditKinds: Kind[]; pasteMimeTypes: string[] }): vscode.Disposable };
}

const TITLES = { judgements: 'Paste as Judgements', findings: 'Paste as Findings' };

/**
 * Offers to paste a table as judgements and a list as findings, where VS Code can ask for that. Plain text is what is pasted unless the text
 * can hardly be meant so.
 */
export function registerPasteProvider(client: BaseLanguageClient): vscode.Disposable {
  const { DocumentDropOrPasteEditKind: kinds, DocumentPasteEdit: Edit, languages } = vscode as unknown as SincePaste;
  if (!kinds || !Edit || !languages.registerDocumentPasteEditProvider) return new vscode.Disposable(() => {});
  const kind = kinds.Empty.append('inspectionRecords');
  return languages.registerDocumentPasteEditProvider(RECORD_SELECTOR, {
    provideDocumentPasteEdits: async (document, [range, ...more], data, _context, token) => {
      // What is marked is to go: that is for plain text.
      if (!range?.isEmpty || more.length > 0) return undefined;
      const text = await data.get('text/plain')?.asString();
      if (!text || token.isCancellationRequested) return undefined;
      const params: PasteParams = { textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) }, position: { line: range.start.line, character: range.start.character }, text };
      const result = await client.sendRequest<PasteResult>(pasteRequest, params, token);
      if ('refusal' in result) return undefined;
      const edit = new Edit('', TITLES[result.as], kind.append(result.as));
      edit.additionalEdit = new vscode.WorkspaceEdit();
      edit.additionalEdit.set(document.uri, textEdits([result.edit]));
      if (!result.isCertain) edit.yieldTo = [kinds.Text];
      return [edit];
    },
  }, { providedPasteEditKinds: [kind], pasteMimeTypes: ['text/plain'] });
}
