import { createHash } from 'node:crypto';
import path from 'node:path';
import pageScript from 'generated:page-script';
import { today } from '../lsp/today';
import { matched } from '../reference/match';
import type { Authority } from '../reference/authorities';
import { writeJourney } from '../summary/journey/html';
import { viewJourney } from '../summary/journey/journey';
import { journeyMarkdown } from '../summary/journey/markdown';
import { journeyPicture } from '../summary/journey/picture';
import { journeyText } from '../summary/journey/text';
import type { Markup } from '../summary/markup';
import { writeOverview } from '../summary/overview/html';
import { overviewMarkdown } from '../summary/overview/markdown';
import { viewOverview } from '../summary/overview/overview';
import { overviewText } from '../summary/overview/text';
import { standalonePage } from '../summary/page';
import pagesCss from '../summary/pages.css';
import type { Placed } from '../summary/placed';
import recordCss from '../summary/preview.css';
import { alternatives, didYouMean } from '../text/did-you-mean';
import type { WorkspaceRecord } from '../workspace/record';
import type { Arguments } from './arguments';
import type { Records } from './records';
import { UsageError } from './usage-error';

/** What a summary is about that is no record by itself. */
export type Page = { kind: 'journey'; authority: string } | { kind: 'overview' };

/** Pages by what they are about and their format. A pdf is made of the html. */
const WRITERS: { [K in Page['kind']]: Record<string, (page: Extract<Page, { kind: K }>, records: Records, folder: string) => string> } = {
  journey: {
    html: (page, records) => whole(viewOf(page, records), view => writeJourney(view, { leadsToText: false })),
    markdown: (page, records) => journeyMarkdown(viewOf(page, records)),
    text: (page, records) => journeyText(viewOf(page, records)),
    svg: (page, records) => journeyPicture(viewOf(page, records)),
  },
  overview: {
    html: (_, records, folder) => whole(overviewOf(records, folder), view => writeOverview(view, { leadsToText: false })),
    markdown: (_, records, folder) => overviewMarkdown(overviewOf(records, folder)),
    text: (_, records, folder) => overviewText(overviewOf(records, folder)),
  },
};

/** Formats that only pages have. */
export const PAGE_FORMATS = ['svg'];

/**
 * The page that the command line asks for; undefined where it asks for records one by one. Throws a UsageError where it asks for two, or
 * for one in a format that it does not have.
 */
export function pageAsked(args: Arguments): Page | undefined {
  const authority = args.value('journey');
  if (authority !== undefined && args.has('overview')) throw new UsageError("'--journey' and '--overview' are two pages: ask for one of them.");
  const page: Page | undefined = authority !== undefined ? { kind: 'journey', authority } : args.has('overview') ? { kind: 'overview' } : undefined;
  if (page && args.has('style')) throw new UsageError(`'--style' says how records are told one by one; it does not go with '--${page.kind}'.`);
  const format = args.value('format')!;
  if (!page && PAGE_FORMATS.includes(format)) throw new UsageError(`Only a journey has a picture: '--format ${format}' goes with '--journey AUTHORITY'.`);
  const formats = page && [...Object.keys(WRITERS[page.kind]), 'pdf'];
  if (page && !formats!.includes(format)) throw new UsageError(`The page of '--${page.kind}' is written as ${alternatives(formats!)}, not '${format}'.`);
  return page;
}

/** The page in a format that it has: as text, or for `pdf` what is to be printed. */
export function writePage(page: Page, args: Arguments, records: Records): string {
  const format = args.value('format')!;
  const [first = '.', ...others] = args.positionals;
  const folder = others.length ? `${others.length + 1} paths` : path.basename(path.resolve(first));
  const write = WRITERS[page.kind][format === 'pdf' ? 'html' : format] as (page: Page, records: Records, folder: string) => string;
  return write(page, records, folder);
}

function viewOf({ authority: name }: { authority: string }, { reference, workspace, files }: Records) {
  const match = reference.authorities.match(name);
  const authority: Authority | undefined = matched(match);
  if (!authority) throw new UsageError(`There is no authority '${name}'.${didYouMean(name, match.kind === 'unknown' ? match.guesses.map(guess => guess.name) : [])}`);
  const place = placing(files.map(file => file.path));
  return viewJourney({ authority, recordsOf: other => workspace.journey(other).map(place), reference, today: today() });
}

function overviewOf({ reference, workspace, files }: Records, folder: string) {
  const place = placing(files.map(file => file.path));
  return viewOverview({ folder, records: [...workspace.all()].map(place), reference, today: today() });
}

function placing(paths: readonly string[]): (record: WorkspaceRecord) => Placed {
  const numbers = new Map(paths.map((shown, number) => [shown, number]));
  return record => ({ inspection: record.inspection, file: numbers.get(record.uri)!, fileName: record.uri, lineOf: offset => record.stream.positionOf(record.index, offset).line });
}

/** A file of its own, with its style sheet and the script of its tables. */
function whole<V extends { title: string }>(view: V, write: (view: V) => Markup): string {
  const css = `${recordCss}\n${pagesCss}`;
  return standalonePage(write(view), view.title, { css, sha256: sha256(css) }, { js: pageScript, sha256: sha256(pageScript) });
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
