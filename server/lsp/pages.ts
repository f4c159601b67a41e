import type { ServerContext } from './context';
import { guard, guardNotification } from './guard';
import { journeyPage, picture } from './journey-page';
import { overviewPage } from './overview-page';
import { changedPieces, changedPlaces, pageText, type PageText } from './page-text';
import { pageClosedNotification, pageRequest, pagesChangedNotification, pictureRequest, type PageClosedParams, type PageParams, type PageResult, type PictureParams, type PictureResult } from './protocol';

/** What one page of the client was sent. */
interface Sent {
  revision: number;
  text: PageText;
  files: readonly string[];
}

const NOTHING: Omit<Sent, 'revision'> = { text: { lines: [], places: [] }, files: [] };

/** Answers requests for pages about many records with what has changed of them, and tells when what they show may be different. */
export function registerPages(context: ServerContext): { changed(): void } {
  const { connection } = context;
  const pages = new Map<string, Sent>();
  let revision = 0;
  connection.onRequest(pageRequest, guard<PageParams, PageResult | null>(connection, 'page', null, async ({ page, subject, revision: has }) => {
    await context.allRead();
    const whole = subject.kind === 'journey' ? journeyPage(subject, context) : overviewPage(subject, context);
    if (!whole) return null;
    const before = pages.get(page);
    const sent: Sent = { revision: ++revision, text: pageText(whole.html), files: whole.files };
    pages.set(page, sent);
    return answer(whole.title, sent, before?.revision === has ? before : undefined);
  }));
  connection.onNotification(pageClosedNotification, guardNotification(connection, 'closing a page', ({ page }: PageClosedParams) => { pages.delete(page); }));
  connection.onRequest(pictureRequest, guard<PictureParams, PictureResult | null>(connection, 'picture', null, async ({ subject }) => {
    await context.allRead();
    return picture(subject, context);
  }));
  return { changed: () => { if (pages.size) void connection.sendNotification(pagesChangedNotification, {}); } };
}

/** @param before what the page shows now; absent where that is not known */
function answer(title: string, { revision, text, files }: Sent, before: Sent | undefined): PageResult {
  const known = before ?? NOTHING;
  const hasSameFiles = files.length === known.files.length && files.every((file, i) => file === known.files[i]);
  return {
    title, revision, since: before?.revision ?? null,
    pieces: changedPieces(text.lines, known.text.lines), places: changedPlaces(text.places, known.text.places), files: hasSameFiles ? undefined : [...files],
  };
}
