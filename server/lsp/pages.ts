import type { ServerContext } from './context';
import { guard } from './guard';
import { journeyPage, picture } from './journey-page';
import { overviewPage } from './overview-page';
import { pageRequest, pagesChangedNotification, pictureRequest, type PageParams, type PageResult, type PictureParams, type PictureResult } from './protocol';

/** Answers requests for pages about many records, and tells when what they show may be different. */
export function registerPages(context: ServerContext): { changed(): void } {
  const { connection } = context;
  let wasAsked = false;
  connection.onRequest(pageRequest, guard<PageParams, PageResult | null>(connection, 'page', null, async ({ subject }) => {
    wasAsked = true;
    await context.allRead();
    return subject.kind === 'journey' ? journeyPage(subject, context) : overviewPage(subject, context);
  }));
  connection.onRequest(pictureRequest, guard<PictureParams, PictureResult | null>(connection, 'picture', null, async ({ subject }) => {
    await context.allRead();
    return picture(subject, context);
  }));
  return { changed: () => { if (wasAsked) void connection.sendNotification(pagesChangedNotification, {}); } };
}
