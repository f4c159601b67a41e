import type { Inspection } from '../reference/inspection';
import { matched } from '../reference/match';
import { renderPreview, type Around, type Preview } from '../summary/preview';
import type { ServerContext } from './context';
import { findingsOf, isWholeWorkspaceRead } from './findings-of';
import { guard } from './guard';
import { previewChangedNotification, previewRequest, type PreviewParams, type PreviewResult } from './protocol';

const NONE: PreviewResult = { version: null, title: '', html: '', recordIndex: 0, stale: false };

/** Answers requests for the preview, and tells of changes to documents whose preview has been asked for. */
export function registerPreview(context: ServerContext): { changed(uri: string): void; refresh(): void } {
  const { connection, documents, checkerFor } = context;
  const shown = new Map<string, Preview>();
  connection.onRequest(previewRequest, guard(connection, 'preview', NONE, ({ textDocument: { uri }, position }: PreviewParams): PreviewResult => {
    const document = documents.get(uri);
    if (!document) return NONE;
    const index = position ? document.stream.locate(position).index : 0;
    const preview = renderPreview(document.stream, index, checkerFor(uri), shown.get(uri), isWholeWorkspaceRead(context) ? amongOthers(context, uri) : undefined);
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

/** A record with all that the workspace knows of its authority. */
function amongOthers(context: ServerContext, uri: string): Around {
  return {
    findings: slice => findingsOf(context, uri, slice),
    others: (inspection: Inspection) => {
      const authority = matched(inspection.authority?.match)?.name;
      return authority === undefined ? [] : context.workspace.journey(authority).map(place => place.inspection);
    },
  };
}
