import { writeOverview } from '../summary/overview/html';
import { viewOverview } from '../summary/overview/overview';
import type { OverviewView } from '../summary/overview/view';
import type { ServerContext } from './context';
import { nameOf, PageFiles } from './placed-records';
import type { WholePage } from './whole-page';
import type { OverviewSubject } from './protocol';

/** The page about all records below a folder. */
export function overviewPage(subject: OverviewSubject, context: ServerContext): WholePage {
  const { view, files } = overviewOf(subject, context);
  return { title: view.title, html: writeOverview(view, { leadsToText: true }).text, files: files.addresses };
}

/** What it shows, and the files that it leads to. */
export function overviewOf({ folder }: OverviewSubject, context: ServerContext): { view: OverviewView; files: PageFiles } {
  const { workspace, documents } = context;
  const inside = `${documents.normalize(folder).replace(/(?<!\/)\/+$/, '')}/`;
  const { reference, context: { today } } = context.checkerFor(`${inside}x`);
  const files = new PageFiles(context);
  const records = [...workspace.all()].filter(({ uri }) => uri.startsWith(inside)).map(files.place);
  return { view: viewOverview({ folder: nameOf(folder), records, reference, today }), files };
}
