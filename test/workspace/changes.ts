import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../../server/findings/finding';
import { RecordStream } from '../../server/records/stream';
import { placeOf } from '../../server/workspace/among';
import type { WorkspaceRecord } from '../../server/workspace/record';
import type { Workspace } from '../../server/workspace/workspace';

// Few words, so that records often have them in common.
export const IDS = ['kent-1', 'kent-2', 'leeds-1', 'nobody'];
export const AUTHORITIES = ['Kent', 'Leeds', 'Kentt'];
const FILES = ['file:///a.inspection.yaml', 'file:///b.inspection.yaml', 'file:///c.inspection.yaml'];

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const record = fc.record({
  id: optional(fc.constantFrom(...IDS)), follows: optional(fc.constantFrom(...IDS)), step: optional(fc.constantFrom(...IDS, 'a finding')),
  authority: fc.constantFrom(...AUTHORITIES), event: fc.constantFrom('ILACS standard inspection', 'ILACS short inspection', 'Monitoring visit'),
  start: optional(fc.constantFrom('2018-03-05', '2018-03', '2018', '2019-06-03', '2022-05-09')), ordinal: optional(fc.integer({ min: 1, max: 2 })),
  grade: fc.constantFrom('Good', 'Inadequate', 'Requires improvement to be good'), broken: fc.boolean(),
}).map(({ id, follows, step, authority, event, start, ordinal, grade, broken }) => [
  id && `id: ${id}`, `authority: ${authority}`, `event: ${event}`, start && `fieldwork:\n  start: ${start}`, ordinal && `ordinal: ${ordinal}`,
  `judgements:\n  Overall effectiveness: ${grade}`, follows && `follows: ${follows}`, step && `follow_up:\n  - follows: ${step}`, broken && 'notes: "unclosed',
].filter(line => line).join('\n'));
const text = fc.array(record, { maxLength: 5 }).map(records => records.map(each => `${each}\n`).join('---\n'));

const file = fc.constantFrom(...FILES);
/** What may happen to the files of a workspace. */
export const change = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('set' as const), file, text, anew: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete' as const), file }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('edit' as const), file, at: fc.nat(), length: fc.nat(30), text: fc.oneof(fc.constantFrom('', '\n---\n', 'kent-1', '#'), text) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('move' as const), file, from: fc.nat(), to: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('read some' as const), count: fc.nat(3) }) },
);

export type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

export function apply(change: Change, workspace: Workspace): void {
  if (change.do === 'read some') {
    let left = change.count;
    workspace.advance(() => left-- === 0);
    return;
  }
  const before = workspace.stream(change.file);
  if (change.do === 'delete') workspace.delete(change.file);
  else if (change.do === 'set') workspace.set(change.file, RecordStream.of(change.text, change.anew ? undefined : before));
  else if (before) workspace.set(change.file, change.do === 'move' ? moved(before, change.from, change.to) : edited(before, change));
}

function edited(stream: RecordStream, { at, length, text }: { at: number; length: number; text: string }): RecordStream {
  const document = TextDocument.create('', '', 0, stream.text);
  const start = at % (stream.length + 1);
  return stream.edit({ range: { start: document.positionAt(start), end: document.positionAt(start + length) }, text });
}

/** The same records in another order, as when a file is sorted on disk. */
function moved(stream: RecordStream, from: number, to: number): RecordStream {
  const texts = stream.text.split(/^---\n/m);
  const [one] = texts.splice(from % texts.length, 1);
  texts.splice(to % (texts.length + 1), 0, one!);
  return RecordStream.of(texts.join('---\n'), stream);
}

/** A finding, with places as words. */
export function described({ related, ...finding }: Finding): unknown {
  return { ...finding, related: related?.map(({ in: other, ...words }) => ({ ...words, in: other && place(placeOf(other)!) })) };
}

export function place({ uri, index, stream, inspection }: WorkspaceRecord): string {
  const { line, character } = stream.positionOf(index, inspection.root.start);
  return `${uri} ${line}:${character}`;
}
