import type { Checker } from '../findings/checker';
import type { Finding } from '../findings/finding';
import type { Slice } from '../records/slice';
import type { RecordStream } from '../records/stream';
import type { Inspection } from '../reference/inspection';
import { matched } from '../reference/match';
import { count } from '../text/words';
import { viewGuide } from './guide';
import { writeHtml, writeHtmlPart } from './html';
import { writeMarkdown } from './markdown';
import { html, type Markup } from './markup';
import { journeyOf } from './own-journey';
import { standalonePage, type Style } from './page';
import { viewRecord } from './record';
import { writeText } from './text';
import type { View } from './view';

/** A view of one record, and where its places lie in its file. */
export interface Chapter {
  view: View;
  /** The file in which it stands; absent where there is none. */
  stream?: RecordStream;
  /** Line (from 0) in its file of an offset in the record's slice. */
  lineOf(offset: number): number;
  /** Absent where there is no record to be told of. */
  inspection?: Inspection;
  /** All records of its authority in order of date. */
  journey: readonly Inspection[];
}

/** What is known of records from others. */
interface Known {
  findings(slice: Slice): readonly Finding[];
  /** Inspections among which those of the same authority are looked for. */
  others(inspection: Inspection): Iterable<Inspection>;
}

/**
 * The records of files, one after another, each among those of its authority; at least one chapter.
 * @param findings what is wrong with a record, where more is known of it than the checker finds in it alone
 */
export function chaptersOf(streams: readonly RecordStream[], checker: Checker, findings = (slice: Slice): readonly Finding[] => checker.findings(slice)): Chapter[] {
  const inspections = streams.flatMap(stream => stream.records.flatMap(({ slice }) => checker.inspection(slice) ?? []));
  const journeys = byAuthority(inspections);
  const known: Known = { findings, others: inspection => journeys.get(authorityOf(inspection)) ?? [] };
  const chapters = streams.flatMap(stream => stream.records.map(({ index }) => chapterOf(stream, index, checker, known)));
  return chapters.length ? chapters : [{ view: viewGuide([]), journey: [], lineOf: () => 0 }];
}

/** One record of a file, by the number of its slice. */
export function chapterOf(stream: RecordStream, index: number, checker: Checker, known: Known): Chapter {
  const slice = stream.slices[index]!;
  const inspection = checker.inspection(slice);
  const findings = known.findings(slice);
  const journey = inspection ? journeyOf(inspection, known.others(inspection)) : [];
  const view = inspection ? viewRecord(inspection, { findings, journey, today: checker.context.today }) : viewGuide(findings);
  return { view, stream, inspection, journey, lineOf: offset => stream.positionOf(index, offset).line };
}

/** One page about all records, with nothing beside it. */
export function htmlDocument(chapters: readonly Chapter[], style: Style): string {
  const [first] = chapters;
  if (chapters.length === 1) return standalonePage(writeHtml(first!.view, first!), titleOf(chapters), style);
  const title = titleOf(chapters);
  return standalonePage(severalRecords(chapters, title), title, style);
}

export function markdownDocument(chapters: readonly Chapter[]): string {
  if (chapters.length === 1) return writeMarkdown(chapters[0]!.view, { lineOf: chapters[0]!.lineOf, level: 1 });
  return [`# ${titleOf(chapters)}\n`, ...chapters.map(({ view, lineOf }) => writeMarkdown(view, { lineOf, level: 2 }))].join('\n');
}

export function textDocument(chapters: readonly Chapter[]): string {
  return chapters.map(({ view, lineOf }) => writeText(view, lineOf)).join(`\n${'='.repeat(80)}\n\n`);
}

function severalRecords(chapters: readonly Chapter[], title: string): Markup {
  const numbers = new Map(chapters.map(({ inspection }, index) => [inspection, index + 1] as const));
  return html`<main id="view" class="records" lang="en-GB">
<h1>${title}</h1>
<nav aria-label="Records"><ol>
${chapters.map(({ view }, index) => html`<li><a href="#record-${index + 1}">${view.title}</a></li>
`)}</ol></nav>
${chapters.map(({ view, lineOf, journey }, index) => {
  const recordAddress = (record: number) => {
    const number = numbers.get(journey[record]);
    return number === undefined ? undefined : `#record-${number}`;
  };
  return writeHtmlPart(view, { lineOf, recordAddress, prefix: `record-${index + 1}-` }, `record-${index + 1}`);
})}
</main>`;
}

/** What a document about them is called. */
export function titleOf(chapters: readonly Chapter[]): string {
  return chapters.length === 1 ? chapters[0]!.view.title : count(chapters.length, 'inspection record');
}

function authorityOf({ authority }: Inspection): string | undefined {
  return matched(authority?.match)?.name;
}

function byAuthority(inspections: readonly Inspection[]): Map<string | undefined, Inspection[]> {
  const journeys = new Map<string | undefined, Inspection[]>();
  for (const inspection of inspections) {
    const journey = journeys.get(authorityOf(inspection));
    if (journey) journey.push(inspection);
    else journeys.set(authorityOf(inspection), [inspection]);
  }
  return journeys;
}
