import type * as vscode from 'vscode';
import type { Place } from '../../server/lsp/protocol';

/** Where a place is after a change of the text: it moves with the words around it. */
export function moved(place: Place, { range: { start, end }, text }: Pick<vscode.TextDocumentContentChangeEvent, 'range' | 'text'>): Place {
  const isBehind = end.line < place.line || (end.line === place.line && end.character <= place.character);
  if (isBehind) {
    const lines = text.split(/\r\n|[\n\r]/);
    const line = place.line - (end.line - start.line) + lines.length - 1;
    if (end.line < place.line) return { line, character: place.character };
    return { line, character: place.character - end.character + lines.at(-1)!.length + (lines.length === 1 ? start.character : 0) };
  }
  const isInside = start.line < place.line || (start.line === place.line && start.character < place.character);
  return isInside ? { line: start.line, character: start.character } : place;
}
