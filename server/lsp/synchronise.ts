import type { Position, Range } from 'vscode-languageserver';
import { isConfiguration } from './configurations';
import type { ServerContext } from './context';
import type { Folders } from './folders';
import { guardNotification } from './guard';
import type { TypingWatch } from './typing';

/** What became of a document. */
export type DocumentChange = 'opened' | 'edited' | 'closed';

/**
 * Keeps the open documents, and the workspace, as the client has them. A document that is called as configurations are is one, and is
 * kept apart, as is one that a configuration names as reference data: nothing that is about records speaks on these.
 * @param changed told of each document that was opened, edited or closed
 */
export function registerDocuments({ connection, documents, configurationDocuments, dataDocuments, configurations, workspace, checkerFor }: ServerContext, folders: Folders, typing: TypingWatch, changed: (uri: string, what: DocumentChange) => void): void {
  connection.onDidOpenTextDocument(guardNotification(connection, 'opening', ({ textDocument: { uri, version, text } }) => {
    if (isConfiguration(uri)) configurationDocuments.opened(uri, version, text);
    else if (configurations.isData(documents.normalize(uri))) dataDocuments.opened(uri, version, text);
    else folders.take(documents.opened(uri, version, text, workspace.stream(documents.normalize(uri))));
    changed(uri, 'opened');
  }));
  connection.onDidChangeTextDocument(guardNotification(connection, 'change', ({ textDocument: { uri, version }, contentChanges }) => {
    if (configurationDocuments.changed(uri, version, contentChanges) ?? dataDocuments.changed(uri, version, contentChanges)) changed(uri, 'edited');
    const before = documents.get(uri);
    const document = documents.changed(uri, version, contentChanges);
    if (!before || !document) return;
    folders.take(document);
    const last = contentChanges.at(-1);
    if (last && 'range' in last && last.range) typing.typed(before, document, endOf(last), last.text, checkerFor(uri));
    changed(uri, 'edited');
  }));
  connection.onDidSaveTextDocument(guardNotification(connection, 'saving', ({ textDocument: { uri } }) => {
    const setting = configurationDocuments.get(uri) ?? dataDocuments.get(uri);
    if (setting) folders.saved(setting);
    typing.settled(uri);
  }));
  connection.onDidCloseTextDocument(guardNotification(connection, 'closing', ({ textDocument: { uri } }) => {
    typing.closed(uri);
    documents.closed(uri);
    configurationDocuments.closed(uri);
    dataDocuments.closed(uri);
    folders.release(uri);
    changed(uri, 'closed');
  }));
}

/** Where a change ends in the new text: there the caret is. */
function endOf({ range: { start }, text }: { range: Range; text: string }): Position {
  const lines = text.split(/\r\n|[\n\r]/);
  const last = lines.at(-1)!.length;
  return lines.length === 1 ? { line: start.line, character: start.character + last } : { line: start.line + lines.length - 1, character: last };
}
