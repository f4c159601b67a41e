import type { Checker } from '../findings/checker';
import type { Finding } from '../findings/finding';
import type { Slice } from '../records/slice';
import type { RecordStream } from '../records/stream';
import type { Inspection } from '../reference/inspection';
import { viewGuide } from './guide';
import { writeHtml } from './html';
import { html, type Markup } from './markup';
import { previousGraded } from './previous';
import { viewRecord } from './record';
import type { View } from './view';

/** A record as the panel shows it. */
export interface Preview {
  /** For a tab. */
  title: string;
  /** A fragment; elements carry the line of the document (from 0) that they stand for in `data-line`. */
  html: string;
  /** Whether it shows an earlier state of the record, because the text cannot be read at present. */
  stale: boolean;
  /** Number of the slice in its stream. */
  recordIndex: number;
  /** The record when it could be read last. */
  good?: { title: string; html: Markup };
}

/** What is known of a record from others. */
export interface Around {
  findings(slice: Slice): readonly Finding[];
  /** Inspections among which those before this one are looked for; others than those of its authority do no harm. */
  others(inspection: Inspection): Iterable<Inspection>;
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
  const lineOf = (offset: number) => stream.positionOf(index, offset).line;
  const [fault] = slice.record.faults;
  const isReadable = inspection !== undefined && !fault;
  const good = !isReadable && last?.recordIndex === index ? last.good : undefined;
  if (good) {
    const note = noteThat(fault && lineOf(fault.start), 'This is how it was before.');
    return { title: good.title, html: withNote(note, good.html), stale: true, recordIndex: index, good };
  }
  const view = viewOf(slice, inspection, around);
  const title = view.shortTitle;
  const page = writeHtml(view, { lineOf, leadsToText: true });
  if (isReadable) return { title, html: withNote(undefined, page), stale: false, recordIndex: index, good: { title, html: page } };
  const note = inspection && fault ? noteThat(lineOf(fault.start), 'The rest of it is shown.') : undefined;
  return { title, html: withNote(note, page), stale: false, recordIndex: index };
}

function viewOf(slice: Slice, inspection: Inspection | undefined, around: Around): View {
  const findings = around.findings(slice);
  return inspection ? viewRecord(inspection, { findings, previous: previousGraded(inspection, around.others(inspection)) }) : viewGuide(findings);
}

function inItsFile(stream: RecordStream, checker: Checker): Around {
  return { findings: slice => checker.findings(slice), others: () => inspectionsOf(stream, checker) };
}

function* inspectionsOf(stream: RecordStream, checker: Checker): Generator<Inspection> {
  for (const slice of stream.slices) {
    const inspection = checker.inspection(slice);
    if (inspection) yield inspection;
  }
}

/** The place of the note is always there, so that the page behind it stays the same when a note comes and goes. */
function withNote(note: Markup | undefined, page: Markup): string {
  return html`<div id="note">${note}</div>
${page}`.text;
}

function noteThat(line: number | undefined, what: string): Markup {
  const where = line === undefined ? html`There is no record in the text just now.` : html`The text cannot be read at <button type="button" class="place" data-line="${line}">line ${line + 1}</button> just now.`;
  return html`<aside>${where} ${what}</aside>`;
}
