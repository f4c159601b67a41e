import type { CancellationToken } from 'vscode-languageserver';
import { matched } from '../reference/match';
import { briefing } from '../summary/briefing';
import { chapterOf, type Chapter } from '../summary/document';
import { FORMATS, type Means } from '../summary/formats';
import { decoded } from './address';
import type { ServerContext } from './context';
import type { OpenDocument } from './documents';
import { exportedFile, fileName } from './exported-file';
import { findingsOf } from './findings-of';
import { guard } from './guard';
import type { Host } from './host';
import { exportRequest, type ExportParams, type ExportResult } from './protocol';
import { Turns } from './turns';

const FAILED: ExportResult = { refusal: 'The export has failed; the log of the language server says why. Nothing was written.' };

/** Answers what records look like elsewhere: as pages, documents, tables. Long work gives way to other requests, and ends when it is cancelled. */
export function registerExport(context: ServerContext, host: Pick<Host, 'word'>): void {
  context.connection.onRequest(exportRequest, guard(context.connection, 'export', FAILED, async (params: ExportParams, token: CancellationToken): Promise<ExportResult> => {
    const document = context.documents.get(params.textDocument.uri);
    if (!document) return { refusal: 'Open the file first: only what is open can be exported.' };
    if (params.format === 'docx' && !host.word) return { refusal: 'Word files are made on the desktop and in remote windows, not in the browser. Choose another form.' };
    await context.allRead();
    const chapters = await chaptersOf(document, params, context, token);
    if (token.isCancellationRequested) return FAILED;
    if (!chapters.length) return { refusal: 'There is no record here yet.' };
    const format = FORMATS[params.format]!;
    const written = await format.write(chapters, meansOf(document, host));
    return exportedFile(`${nameOf(chapters, document)}${params.style === 'briefing' ? '-briefing' : ''}.${format.extension}`, written);
  }));
}

async function chaptersOf(document: OpenDocument, { position, style }: ExportParams, context: ServerContext, token: CancellationToken): Promise<Chapter[]> {
  const { stream, uri } = document;
  const checker = context.checkerFor(uri);
  const known = {
    findings: findingsFor(context, uri),
    others: ({ authority }: NonNullable<Chapter['inspection']>) => context.workspace.journey(matched(authority?.match)?.name ?? '').map(({ inspection }) => inspection),
  };
  const indexes = position ? [stream.locate(position).index] : stream.records.map(({ index }) => index);
  const turns = new Turns(context.clock);
  const chapters: Chapter[] = [];
  for (const index of indexes) {
    if (stream.slices[index]!.isBlank) continue;
    const chapter = chapterOf(stream, index, checker, known);
    chapters.push(style === 'briefing' ? briefing(chapter, fileNameOf(document)) : chapter);
    if (turns.isOver) await turns.next();
    if (token.isCancellationRequested) break;
  }
  return chapters;
}

function findingsFor(context: ServerContext, uri: string): Parameters<typeof chapterOf>[3]['findings'] {
  return slice => findingsOf(context, uri, slice);
}

function meansOf(document: OpenDocument, { word }: Pick<Host, 'word'>): Means {
  return {
    word: () => word!(),
    pathOf: () => fileNameOf(document),
  };
}

/** The last part of an address, as people read it. */
function fileNameOf({ uri }: OpenDocument): string {
  return decoded(uri.slice(uri.lastIndexOf('/') + 1));
}

/** "kirklees-july-2024" for one record; for several, the name of their file. */
function nameOf(chapters: readonly Chapter[], document: OpenDocument): string {
  const name = chapters.length === 1 ? chapters[0]!.view.shortTitle : fileNameOf(document).replace(/(?:\.inspection)?\.ya?ml$/i, '');
  return fileName(name) || 'inspection-record';
}
