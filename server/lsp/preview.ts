import type { Inspection } from '../reference/inspection';
import { matched } from '../reference/match';
import { renderPreview, type Around, type Preview } from '../summary/preview';
import type { ServerContext } from './context';
import { findingsOf, isWholeWorkspaceRead } from './findings-of';
import { guard } from './guard';
import { previewChangedNotification, previewRequest, type PreviewParams, type PreviewResult } from './protocol';
import type { TypingWatch } from './typing';

const NONE: PreviewResult = { version: null, title: '', html: '', recordIndex: 0, stale: false };

/**
 * Answers requests for the preview, and tells of changes to documents whose preview has been asked for. Of what is being typed it tells no
 * more than the editor does.
 */
export function registerPreview(context: ServerContext, typing: TypingWatch): { changed(uri: string): void; refresh(): void } {
  const { connection, documents, checkerFor } = context;
  const shown = new Map<string, Preview>();
  connection.onRequest(previewRequest, guard(connection, 'preview', NONE, ({ textDocument: { uri }, position }: PreviewParams): PreviewResult => {
    const document = documents.get(uri);
    if (!document) return NONE;
    const index = position ? document.stream.locate(position).index : 0;
    const checker = checkerFor(uri);
    const around: Around = {
      findings: slice => typing.visible(document, index, findingsOf(context, uri, slice), checker),
      others: inspection => (isWholeWorkspaceRead(context) ? journeyOf(inspection, context) : document.stream.slices.flatMap(slice => checker.inspection(slice) ?? [])),
    };
    const preview = renderPreview(document.stream, index, checker, shown.get(uri), around);
    shown.set(uri, preview);
    return { version: document.version, title: preview.title, html: preview.html, recordIndex: preview.recordIndex, stale: preview.stale };
  }));
  const changed = (uri: string): void => {
    if (!shown.has(uri)) return;
    if (!documents.get(uri)) shown.delete(uri);
    else void connection.sendNotification(previewChangedNotification, { uri });
  };
  return { changed, refresh: () => [...shown.keys()].forEach(changed) };
}

/** All that the workspace knows of the authority of a record. */
function journeyOf(inspection: Inspection, { workspace }: ServerContext): Inspection[] {
  const authority = matched(inspection.authority?.match)?.name;
  return authority === undefined ? [] : workspace.journey(authority).map(record => record.inspection);
}
