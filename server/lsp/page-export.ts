import { FORMATS } from '../summary/formats';
import { JOURNEY_FORMATS, OVERVIEW_FORMATS } from '../summary/page-formats';
import type { ServerContext } from './context';
import { exportedFile, fileName } from './exported-file';
import { guard } from './guard';
import type { Host } from './host';
import { journeyOf } from './journey-page';
import { overviewOf } from './overview-page';
import { pageExportRequest, type ExportResult, type PageExportParams } from './protocol';

const FAILED: ExportResult = { refusal: 'The export has failed; the log of the language server says why. Nothing was written.' };

/** Answers what pages about many records look like elsewhere. */
export function registerPageExport(context: ServerContext, host: Pick<Host, 'word'>): void {
  context.connection.onRequest(pageExportRequest, guard<PageExportParams, ExportResult>(context.connection, 'export of a page', FAILED, async params => {
    if (params.format === 'docx' && !host.word) return { refusal: 'Word files are made on the desktop and in remote windows, not in the browser. Choose another form.' };
    await context.allRead();
    const made = await pageIn(params, context, host);
    if (!made) return { refusal: 'There is nothing of which such a file could be made.' };
    return exportedFile(`${fileName(made.title) || 'inspection-records'}.${FORMATS[params.format]!.extension}`, made.written);
  }));
}

/** Undefined where there is no such page, or it does not come in such a form. */
async function pageIn({ subject, format }: PageExportParams, context: ServerContext, { word }: Pick<Host, 'word'>): Promise<{ title: string; written: string | Uint8Array } | undefined> {
  if (subject.kind === 'journey') {
    const view = journeyOf(subject, context)?.view;
    // Nothing here can draw: the table says what the picture would.
    return view && { title: view.title, written: await JOURNEY_FORMATS[format](view, { word: () => word!(), draw: () => Promise.resolve(undefined) }) };
  }
  const { view } = overviewOf(subject, context);
  return format === 'docx' ? undefined : { title: view.title, written: OVERVIEW_FORMATS[format](view) };
}
