import { beforeNewRecord } from '../../features/new-record-place';
import type { Draft } from '../../import/draft';
import { KnownRecords, mayBeAbout } from '../../import/match-records';
import { mergeAll, type MergedAll } from '../../import/merge-all';
import { byFile } from '../../import/places';
import { writeRecords } from '../../import/write-record';
import type { Slice } from '../../records/slice';
import { RecordStream } from '../../records/stream';
import type { Inspection } from '../../reference/inspection';
import { differingPart } from '../../text/differing-part';
import { lineBreakOf } from '../../text/lines';
import { isRecordFile, type Host } from '../host';
import type { ServerContext } from '../context';
import { nameOf } from '../placed-records';
import { Turns } from '../turns';
import type { ImportPlace, PlacedFile, PlaceImportResult } from './protocol';

/** Where each value was read is shown on hover, and not written into the records. */
const PLAIN = { evidence: false };

type ChangedFile = Extract<PlacedFile, { edits: unknown }>;

/** A file as it is, open or not. */
interface Known {
  uri: string;
  version: number | null;
  stream: RecordStream;
}

/** What is to be written where, so that records come to a place. What is there already stays as it is. */
export async function placeImport(drafts: readonly Draft[], into: ImportPlace, context: ServerContext, host: Pick<Host, 'files' | 'now' | 'yield'>): Promise<PlaceImportResult> {
  if (into.kind === 'new document') return written([{ text: writeRecords(drafts, PLAIN), records: drafts.length }], drafts);
  if (into.kind === 'new files') return written([...byFile(drafts)].map(([name, own]) => ({ uri: addressIn(into.folder, name), text: writeRecords(own, PLAIN), records: own.length })), drafts);
  if (into.kind === 'folder') return intoFolder(drafts, into.folder, context, host);
  return intoDocument(drafts, into, context);
}

function written(files: PlacedFile[], drafts: readonly Draft[]): PlaceImportResult {
  return { files, added: drafts.length, completed: 0, notes: [] };
}

function intoDocument(drafts: readonly Draft[], { textDocument: { uri }, position }: ImportPlace & { kind: 'document' }, { documents, checkerFor }: ServerContext): PlaceImportResult {
  const document = documents.get(uri);
  if (!document) return { files: [], added: 0, completed: 0, notes: ['The document is not open any more.'] };
  const checker = checkerFor(uri);
  const records = new KnownRecords();
  for (const slice of document.stream.slices) know(records, slice, checker.inspection(slice));
  const { slice } = document.stream.locate(position ?? { line: 0, character: 0 });
  const inspection = checker.inspection(slice);
  const isBegun = (draft: Draft) => position !== undefined && drafts.length === 1 && inspection !== undefined && slice.record.faults.length === 0 && mayBeAbout(draft, inspection);
  const merged = mergeAll(drafts, records, PLAIN, draft => (isBegun(draft) ? { slice, inspection: inspection! } : undefined));
  return result(merged, [changed(document, merged.texts, merged.others)]);
}

async function intoFolder(drafts: readonly Draft[], folder: string, context: ServerContext, host: Pick<Host, 'files' | 'now' | 'yield'>): Promise<PlaceImportResult> {
  const turns = new Turns(host);
  const records = new KnownRecords();
  const { files, notes } = await filesBelow(folder, context, host);
  for (const { uri, stream } of files) {
    const checker = context.checkerFor(uri);
    for (const slice of stream.slices) {
      know(records, slice, checker.inspection(slice));
      if (turns.isOver) await turns.next();
    }
  }
  const merged = mergeAll(drafts, records, PLAIN);
  const others = new Map([...byFile(merged.others)].map(([name, own]) => [host.files.normalize(addressIn(folder, name)), own]));
  const changes = files.map(file => changed(file, merged.texts, others.get(host.files.normalize(file.uri)) ?? []));
  const there = new Set(files.map(({ uri }) => host.files.normalize(uri)));
  const made = [...others].filter(([uri]) => !there.has(uri)).map(([uri, own]) => ({ uri, text: writeRecords(own, PLAIN), records: own.length }));
  const { files: placed, ...rest } = result(merged, changes);
  return { ...rest, files: [...placed, ...made], notes: [...notes, ...rest.notes] };
}

/** The record files below a folder, as they are now: open documents as the editor has them. */
async function filesBelow(folder: string, { documents, workspace, isIgnored }: ServerContext, { files }: Pick<Host, 'files'>): Promise<{ files: Known[]; notes: string[] }> {
  const found: Known[] = [];
  const notes: string[] = [];
  for await (const uri of files.list(folder)) {
    if (!isRecordFile(uri) || isIgnored(uri)) continue;
    const open = documents.get(uri);
    const text = open ? undefined : await files.read(uri);
    if (open) found.push({ uri: open.uri, version: open.version, stream: open.stream });
    else if (text !== undefined) found.push({ uri, version: null, stream: RecordStream.of(text, workspace.stream(files.normalize(uri))) });
    else notes.push(`${nameOf(uri)}: it cannot be read, so what stands in it is not known.`);
  }
  return { files: found.sort((a, b) => (a.uri < b.uri ? -1 : 1)), notes };
}

/** A record that cannot be read as a whole is left alone. */
function know(records: KnownRecords, slice: Slice, inspection: Inspection | undefined): void {
  if (inspection && slice.record.faults.length === 0) records.add(slice, inspection);
}

/** A file with the new texts of its slices, and with further records at its end. */
function changed({ uri, version, stream }: Known, texts: ReadonlyMap<Slice, string>, others: readonly Draft[]): ChangedFile {
  const last = stream.slices.length - 1;
  const edits = stream.slices.flatMap((slice, index) => {
    const text = texts.get(slice) ?? slice.text;
    const whole = index === last ? withOthers(text, others) : text;
    const { text: newText, ...span } = differingPart(slice.text, whole);
    return whole === slice.text ? [] : [{ range: stream.rangeOf(index, span), newText }];
  });
  return { uri, version, edits };
}

function withOthers(text: string, others: readonly Draft[]): string {
  if (others.length === 0) return text;
  return text + beforeNewRecord(RecordStream.of(text)) + writeRecords(others, PLAIN).replaceAll('\n', lineBreakOf(text));
}

function result({ texts, others, conflicts }: MergedAll, files: ChangedFile[]): PlaceImportResult {
  const completed = [...texts].filter(([slice, text]) => slice.text !== text).length;
  return { files: files.filter(({ edits }) => edits.length > 0), added: others.length, completed, notes: conflicts };
}

function addressIn(folder: string, name: string): string {
  return `${folder.replace(/\/$/, '')}/${name}`;
}
