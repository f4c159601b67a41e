import { renderPreview, type Preview } from '../summary/preview';
import type { ServerContext } from './context';
import { guard } from './guard';
import { previewChangedNotification, previewRequest, type PreviewParams, type PreviewResult } from './protocol';

const NONE: PreviewResult = { version: null, title: '', html: '', recordIndex: 0, stale: false };

/** Answers requests for the preview, and tells of changes to documents whose preview has been asked for. */
export function registerPreview({ connection, documents, checkerFor }: ServerContext): { changed(uri: string): void } {
  const shown = new Map<string, Preview>();
  connection.onRequest(previewRequest, guard(connection, 'preview', NONE, ({ textDocument: { uri }, position }: PreviewParams): PreviewResult => {
    const document = documents.get(uri);
    if (!document) return NONE;
    const index = position ? document.stream.locate(position).index : 0;
    const preview = renderPreview(document.stream, index, checkerFor(uri), shown.get(uri));
    shown.set(uri, preview);
    return { version: document.version, title: preview.title, html: preview.html, recordIndex: preview.recordIndex, stale: preview.stale };
  }));
  return {
    changed(uri) {
      if (!shown.has(uri)) return;
      if (!documents.get(uri)) shown.delete(uri);
      else void connection.sendNotification(previewChangedNotification, { uri });
    },
  };
}
