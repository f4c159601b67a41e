import type { RecordStream } from '../records/stream';
import type { Inspection } from '../reference/inspection';
import { matched } from '../reference/match';
import { renderPreview, type Around, type Preview } from '../summary/preview';
import type { WorkspaceRecord } from '../workspace/record';
import type { ServerContext } from './context';
import type { OpenDocument } from './documents';
import { findingsOf, isWholeWorkspaceRead } from './findings-of';
import { guard, guardNotification } from './guard';
import { changedBlocks } from './preview-blocks';
import { previewChangedNotification, previewClosedNotification, previewRequest, type PreviewClosedParams, type PreviewParams, type PreviewResult } from './protocol';
import type { TypingWatch } from './typing';

const NONE: PreviewResult = { version: null, title: '', blocks: [], revision: 0, since: null, recordIndex: 0, lines: { first: 0, last: 0 }, stale: false };

/** What one preview of the client shows. */
interface Shown {
  uri: string;
  revision: number;
  preview: Preview;
}

/**
 * Answers requests for previews, and tells of changes that they may have to follow. Of what is being typed a preview tells no more than the
 * editor does.
 * @returns what has to be told when something has changed: `edited` is the document that the client has edited just now, of which it knows
 */
export function registerPreview(context: ServerContext, typing: TypingWatch): { refresh(edited?: string): void } {
  const { connection, documents, checkerFor } = context;
  const previews = new Map<string, Shown>();
  let revision = 0;
  connection.onRequest(previewRequest, guard(connection, 'preview', NONE, ({ preview: id, textDocument: { uri }, position, revision: has }: PreviewParams): PreviewResult => {
    const document = documents.get(uri);
    if (!document) return NONE;
    const before = previews.get(id);
    const index = position ? document.stream.locate(position).index : 0;
    const preview = renderPreview(document.stream, index, checkerFor(uri), before?.uri === uri ? before.preview : undefined, aroundOf(document, index, context, typing));
    const shown = { uri, preview, revision: ++revision };
    previews.set(id, shown);
    return answer(shown, document, before?.revision === has ? before : undefined);
  }));
  connection.onNotification(previewClosedNotification, guardNotification(connection, 'closing a preview', ({ preview }: PreviewClosedParams) => { previews.delete(preview); }));
  return {
    refresh(edited) {
      // What changes in one document may belong to the journey of a record in another; to ask for what has stayed the same costs next to nothing.
      for (const uri of new Set([...previews.values()].map(shown => shown.uri))) {
        const document = documents.get(uri);
        if (document && document !== documents.get(edited ?? '')) void connection.sendNotification(previewChangedNotification, { uri });
      }
    },
  };
}

/** @param before what the client shows now; absent where that is not known */
function answer({ preview: { title, blocks, recordIndex, stale }, revision }: Shown, { version, stream }: OpenDocument, before: Shown | undefined): PreviewResult {
  return {
    version, title, blocks: changedBlocks(blocks, before?.preview.blocks), revision, since: before?.revision ?? null, recordIndex, lines: linesOf(stream, recordIndex), stale,
  };
}

/** The first and the last line of a slice. */
function linesOf({ firstLines, lineCount }: RecordStream, index: number): PreviewResult['lines'] {
  return { first: firstLines[index]!, last: (firstLines[index + 1] ?? lineCount) - 1 };
}

/** A record among all that is known of its authority: in the workspace, or in its own file while that is still read. */
function aroundOf(document: OpenDocument, index: number, context: ServerContext, typing: TypingWatch): Around {
  const checker = context.checkerFor(document.uri);
  const isRead = isWholeWorkspaceRead(context);
  return {
    findings: slice => typing.visible(document, index, findingsOf(context, document.uri, slice), checker),
    others: inspection => (isRead ? recordsLike(inspection, context).map(record => record.inspection) : document.stream.slices.flatMap(slice => checker.inspection(slice) ?? [])),
    placeOf(other) {
      const record = isRead ? recordsLike(other, context).find(({ inspection }) => inspection === other) : undefined;
      if (!record) return undefined;
      const place = record.stream.positionOf(record.index, other.root.start);
      return record.uri === document.key ? place : { ...place, uri: record.uri };
    },
  };
}

/** All that the workspace knows of the authority of a record. */
function recordsLike({ authority }: Inspection, { workspace }: ServerContext): readonly WorkspaceRecord[] {
  const name = matched(authority?.match)?.name;
  return name === undefined ? [] : workspace.journey(name);
}
