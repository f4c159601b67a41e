import path from 'node:path';
import { loadWordWriters } from '../lsp/node-word';
import { today } from '../lsp/today';
import type { Authority } from '../reference/authorities';
import { matched } from '../reference/match';
import { viewJourney } from '../summary/journey/journey';
import { journeyPicture } from '../summary/journey/picture';
import type { JourneyView } from '../summary/journey/view';
import { viewOverview } from '../summary/overview/overview';
import type { OverviewView } from '../summary/overview/view';
import { JOURNEY_FORMATS, OVERVIEW_FORMATS, type PageFormat, type PageMeans } from '../summary/page-formats';
import type { Placed } from '../summary/placed';
import { alternatives, didYouMean } from '../text/did-you-mean';
import type { WorkspaceRecord } from '../workspace/record';
import type { Arguments } from './arguments';
import { drawPicture, printPage } from './chromium';
import type { Records } from './records';
import { say } from './terminal';
import { UsageError } from './usage-error';

/** What a summary is about that is no record by itself. */
export type Page = { kind: 'journey'; authority: string } | { kind: 'overview' };

const JOURNEY: Readonly<Record<string, PageFormat<JourneyView>>> = { ...JOURNEY_FORMATS, png: view => drawPicture(journeyPicture(view)), pdf: view => printPage(JOURNEY_FORMATS.html(view)) };
const OVERVIEW: Readonly<Record<string, PageFormat<OverviewView>>> = { ...OVERVIEW_FORMATS, pdf: view => printPage(OVERVIEW_FORMATS.html(view)) };

/** Formats that only pages have. */
export const PAGE_FORMATS = ['svg', 'png'];

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
  const formats = page && Object.keys(page.kind === 'journey' ? JOURNEY : OVERVIEW);
  if (page && !formats!.includes(format)) throw new UsageError(`The page of '--${page.kind}' is written as ${alternatives(formats!)}, not '${format}'.`);
  return page;
}

/** The page in a format that it has. */
export async function writePage(page: Page, args: Arguments, records: Records): Promise<string | Uint8Array> {
  const format = args.value('format')!;
  return page.kind === 'journey' ? JOURNEY[format]!(journeyOf(page.authority, records), MEANS) : OVERVIEW[format]!(overviewOf(args, records), MEANS);
}

const MEANS: PageMeans = {
  word: loadWordWriters,
  async draw(picture) {
    try {
      return { ...picture, png: await drawPicture(picture) };
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      say(`The file holds the table of the journey, and no picture of its time line. ${error.message}`);
      return undefined;
    }
  },
};

function journeyOf(name: string, { reference, workspace, files }: Records): JourneyView {
  const match = reference.authorities.match(name);
  const authority: Authority | undefined = matched(match);
  if (!authority) throw new UsageError(`There is no authority '${name}'.${didYouMean(name, match.kind === 'unknown' ? match.guesses.map(guess => guess.name) : [])}`);
  const place = placing(files.map(file => file.path));
  return viewJourney({ authority, recordsOf: other => workspace.journey(other).map(place), reference, today: today() });
}

function overviewOf(args: Arguments, { reference, workspace, files }: Records): OverviewView {
  const [first = '.', ...others] = args.positionals;
  const folder = others.length ? `${others.length + 1} paths` : path.basename(path.resolve(first));
  const place = placing(files.map(file => file.path));
  return viewOverview({ folder, records: [...workspace.all()].map(place), reference, today: today() });
}

function placing(paths: readonly string[]): (record: WorkspaceRecord) => Placed {
  const numbers = new Map(paths.map((shown, number) => [shown, number]));
  return record => ({ inspection: record.inspection, file: numbers.get(record.uri)!, fileName: record.uri, lineOf: offset => record.stream.positionOf(record.index, offset).line });
}
