import type { PagePiece } from '../../server/lsp/protocol';

/** The lines of a page that is sent in pieces of the one before. */
export function linesOf(pieces: readonly PagePiece[], before: readonly string[]): string[] {
  return pieces.flatMap(piece => (typeof piece === 'string' ? piece.split('\n') : before.slice(...piece)));
}
