import { writeJourney } from '../summary/journey/html';
import { viewJourney } from '../summary/journey/journey';
import { journeyPicture } from '../summary/journey/picture';
import type { JourneyView } from '../summary/journey/view';
import type { ServerContext } from './context';
import { PageFiles } from './placed-records';
import type { WholePage } from './whole-page';
import type { JourneySubject, PictureResult } from './protocol';

/** The page about an authority; null where no such authority is known. */
export function journeyPage(subject: JourneySubject, context: ServerContext): WholePage | null {
  const found = journeyOf(subject, context);
  return found ? { title: found.view.title, html: writeJourney(found.view, { leadsToText: true }).text, files: found.files.addresses } : null;
}

/** Its time line, as a file of its own. */
export function picture(subject: JourneySubject, context: ServerContext): PictureResult | null {
  const view = journeyOf(subject, context)?.view;
  return view ? journeyPicture(view) : null;
}

/** What it shows, and the files that it leads to; undefined where no such authority is known. */
export function journeyOf({ authority: name, near }: JourneySubject, context: ServerContext): { view: JourneyView; files: PageFiles } | undefined {
  const { reference, context: { today } } = context.checkerFor(near);
  const authority = reference.authorities.named(name);
  if (!authority) return undefined;
  const files = new PageFiles(context);
  return { view: viewJourney({ authority, recordsOf: other => context.workspace.journey(other).map(files.place), reference, today }), files };
}
