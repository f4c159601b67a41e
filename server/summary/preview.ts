import type { Checker } from '../findings/checker';
import type { Finding } from '../findings/finding';
import type { Slice } from '../records/slice';
import type { RecordStream } from '../records/stream';
import type { Inspection } from '../reference/inspection';
import { viewGuide } from './guide';
import { htmlBlocks, type HtmlBlock } from './html';
import { html } from './markup';
import { journeyOf } from './own-journey';
import { viewRecord } from './record';
import type { TextPlace } from './view';

/** A record as the panel shows it. */
export interface Preview {
  /** For a tab. */
  title: string;
  /** The note above the page, then the parts of the page, in order. */
  blocks: readonly HtmlBlock[];
  /** Whether it shows an earlier state of the record, because the text cannot be read at present. */
  stale: boolean;
  /** Number of the slice in its stream. */
  recordIndex: number;
  /** The record when it could be read last. */
  good?: { title: string; blocks: readonly HtmlBlock[] };
}

/** What is known of a record from others. */
export interface Around {
  findings(slice: Slice): readonly Finding[];
  /** Inspections among which those of the same authority are looked for. */
  others(inspection: Inspection): Iterable<Inspection>;
  /** Where another of them begins; undefined where that is not known. */
  placeOf(other: Inspection): TextPlace | undefined;
}

/**
 * Shows one record of a stream. A text that cannot be read at present does not take away what was to be seen: then the last good
 * view stays, under a note.
 * @param index number of the slice
 * @param last what was shown before; used only where it is of the same record
 * @param around where the record stands in a workspace; without it, what its own file tells
 */
export function renderPreview(stream: RecordStream, index: number, checker: Checker, last?: Preview, around = inItsFile(stream, checker)): Preview {
  const slice = stream.slices[index]!;
  const inspection = checker.inspection(slice);
  const placeOf = (offset: number): TextPlace => stream.positionOf(index, offset);
  const [fault] = slice.record.faults;
  const isReadable = inspection !== undefined && !fault;
  const good = !isReadable && last?.recordIndex === index ? last.good : undefined;
  if (good) {
    const note = noteThat(fault && placeOf(fault.start), 'This is how it was before.');
    return { title: good.title, blocks: [note, ...good.blocks], stale: true, recordIndex: index, good };
  }
  const { title, blocks } = pageOf(slice, inspection, checker, placeOf, around);
  if (isReadable) return { title, blocks: [NO_NOTE, ...blocks], stale: false, recordIndex: index, good: { title, blocks } };
  const note = inspection && fault ? noteThat(placeOf(fault.start), 'The rest of it is shown.') : NO_NOTE;
  return { title, blocks: [note, ...blocks], stale: false, recordIndex: index };
}

function pageOf(slice: Slice, inspection: Inspection | undefined, { context: { today } }: Checker, placeOf: (offset: number) => TextPlace, around: Around): { title: string; blocks: readonly HtmlBlock[] } {
  const findings = around.findings(slice);
  const journey = inspection ? journeyOf(inspection, around.others(inspection)) : [];
  const view = inspection ? viewRecord(inspection, { findings, journey, today }) : viewGuide(findings);
  const leads = { placeOf, recordPlace: (record: number) => around.placeOf(journey[record]!) };
  return { title: view.shortTitle, blocks: htmlBlocks(view, { lineOf: offset => placeOf(offset).line, leads }) };
}

function inItsFile(stream: RecordStream, checker: Checker): Around {
  return {
    findings: slice => checker.findings(slice),
    others: () => inspectionsOf(stream, checker),
    placeOf(other) {
      const index = stream.slices.findIndex(slice => checker.inspection(slice) === other);
      return index < 0 ? undefined : stream.positionOf(index, other.root.start);
    },
  };
}

function* inspectionsOf(stream: RecordStream, checker: Checker): Generator<Inspection> {
  for (const slice of stream.slices) {
    const inspection = checker.inspection(slice);
    if (inspection) yield inspection;
  }
}

/** The place of the note is always there, so that the page behind it stays the same when a note comes and goes. */
const NO_NOTE: HtmlBlock = { id: 'note', html: html`<div id="note"></div>`, places: [] };

function noteThat(place: TextPlace | undefined, what: string): HtmlBlock {
  const where = place === undefined ? html`There is no record in the text just now.` : html`The text cannot be read at <button type="button" class="place" data-from="0">line ${place.line + 1}</button> just now.`;
  return { id: 'note', html: html`<div id="note"><aside>${where} ${what}</aside></div>`, places: place ? [place] : [] };
}
