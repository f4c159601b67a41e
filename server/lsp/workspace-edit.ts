import type { SnippetTextEdit, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { ServerContext } from './context';

/**
 * Edits of files as the client takes them. Where it can tell, each is bound to the version that it was worked out for, so that it is
 * refused rather than put in a wrong place of a text that has changed meanwhile.
 * @param edits by address, as the workspace or the client spells it
 */
export function toWorkspaceEdit({ client, documents }: ServerContext, edits: readonly { uri: string; edit: TextEdit }[]): WorkspaceEdit {
  const changes: Record<string, TextEdit[]> = {};
  for (const { uri, edit } of edits) (changes[documents.get(uri)?.uri ?? uri] ??= []).push(edit);
  if (!client.workspace?.workspaceEdit?.documentChanges) return { changes };
  return { documentChanges: Object.entries(changes).map(([uri, edits]) => bound(uri, edits, documents)) };
}

/** Whether a client takes edits with gaps, and leads through them. */
export function canFillIn({ client: { workspace } }: Pick<ServerContext, 'client'>): boolean {
  return !!workspace?.workspaceEdit?.documentChanges && !!workspace.workspaceEdit.snippetEditSupport;
}

/** An edit with gaps, for such a client. @param uri of a document that is open */
export function toFillInEdit({ documents }: ServerContext, uri: string, edit: SnippetTextEdit): WorkspaceEdit {
  return { documentChanges: [bound(uri, [edit], documents)] };
}

function bound(uri: string, edits: TextDocumentEdit['edits'], documents: ServerContext['documents']): TextDocumentEdit {
  return { textDocument: { uri, version: documents.get(uri)?.version ?? null }, edits };
}
