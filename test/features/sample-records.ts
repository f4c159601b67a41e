import fs from 'node:fs';
import type { Slice } from '../../server/records/slice';
import { RecordStream } from '../../server/records/stream';
import { newChecker } from '../support/checker';

export const SAMPLES = ['kirklees', 'kent', 'other-events', 'national'] as const;

const checker = newChecker();
const streams = new Map(SAMPLES.map(name => [name, RecordStream.of(fs.readFileSync(`samples/${name}.inspection.yaml`, 'utf8'))]));

export function sample(name: (typeof SAMPLES)[number]): RecordStream {
  return streams.get(name)!;
}

/** The text of a record, without what stands before it. */
export function recordWithId(id: string): string {
  for (const { slices } of streams.values()) for (const { text } of slices) if (text.includes(`id: ${id}\n`)) return alone(text);
  throw new Error(`no sample has the id ${id}`);
}

/** Of each event, under each edition of its framework, the shortest record of the samples. */
export function recordOfEachKind(): { kind: string; text: string }[] {
  const kinds = new Map<string, string>();
  for (const { slices } of streams.values()) {
    for (const slice of slices) {
      const kind = kindOf(slice);
      const known = kinds.get(kind);
      if (known === undefined || slice.text.length < known.length) kinds.set(kind, slice.text);
    }
  }
  return [...kinds].map(([kind, text]) => ({ kind, text: alone(text) }));
}

/** The event and the edition in force: records of one kind differ in names, days and grades. */
export function kindOf(slice: Slice): string {
  const { event, edition } = checker.inspection(slice)!;
  return [event?.node.text, edition?.kind === 'one' ? edition.framework.short_name : ''].filter(Boolean).join(', ');
}

/** Without marker and without comments above the record. */
function alone(text: string): string {
  return text.replace(/^(?:---\n|#.*\n)+/, '');
}
