import fs from 'node:fs';
import fc from 'fast-check';
import { recordOfEachKind } from '../../features/sample-records';
import type { Session, Step } from './session';

/** Records that bear on one another. */
const RELATED = [
  'id: kent\nauthority: Kent\nevent: ILACS standard inspection\nfieldwork: {start: 2022-05-09}\njudgements: {Overall effectiveness: Inadequate}\n',
  'id: kent\nauthority: Kent\nevent: Monitoring visit\nfollows: leeds\nfieldwork: {start: 2022-09-05}\n',
  'id: leeds\nauthority: Leedz\nevent: ILACS short inspection\nfollows: kent\nfieldwork: {start: 2023-01-09}\n',
  'authority: Kent\nevent: ILACS short inspection\nfieldwork: {start: 2023-05-08}\nnotes: "unclosed\n',
  "authority:   Kent\nid: untidy\nfollows:  closed\nevent:  'ILACS focused visit'\nfieldwork:\n      start:   9 May 2023\nstrengths:\n- One\n-   Two\n",
];
const BROKEN = fs.readdirSync('samples/broken').map(name => fs.readFileSync(`samples/broken/${name}`, 'utf8'));
const WHOLE = recordOfEachKind().map(({ text }) => text);
const LINES = [...new Set([...RELATED, ...BROKEN, ...WHOLE].flatMap(text => text.split('\n')))];

/** What makes a text hard to cut, to read or to count in. */
const ODD = [
  '---\n', '---\r\n', '\n---', '--- # one\n', '...\n', '%YAML 1.2\n', '# a comment\n', '\n', '\r\n', '\r', '\n\n', ' ', '\t', '-', ':', '"', "'", '[', '{', '}', '|\n', '>-\n', '&a ', '*a', '!!str ', '<<: ', '? ',
  '\u{1F600}', '\ud83d', '\ude00', '\ufeff', '\0', '\u2028', '\u0085', 'é', 'e\u0301', '\u202e', '<<<<<<< HEAD\n', '# inspection-records: ignore\n',
];
/** As people copy them from reports, tables and web pages. */
const TABLES = [
  'Judgement\tGrade\nThe impact of leaders on social work practice with children and families\tGood\nThe experiences and progress of children in care\tRequires improvement to be good\nOverall effectiveness\tGood\n',
  'Care leavers\tGood\r\nHelp and protection\tOutstanding\r\n', '• Staff morale is high.\n• Caseloads are manageable.\n', '1. Plans are written late.\n2. Plans are not written.\n', 'Children in care  Good\n',
];

const lineBreaks = fc.constantFrom<(text: string) => string>(
  text => text, text => text, text => text, text => text.replaceAll('\n', '\r\n'), text => `\ufeff${text}`, text => text.replace(/\n/g, (_, at: number) => ['\n', '\r\n', '\r'][at % 3]!),
);
const record = fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...RELATED) }, { weight: 3, arbitrary: fc.constantFrom(...BROKEN) }, { weight: 3, arbitrary: fc.constantFrom(...WHOLE) });
/** Few records, so that much happens to each. */
const text = fc.tuple(fc.array(record, { maxLength: 2 }), lineBreaks).map(([records, broken]) => broken(records.join('---\n')));
const part = fc.tuple(record, fc.nat(), fc.integer({ min: 1, max: 300 })).map(([whole, from, length]) => whole.slice(from % whole.length).slice(0, length));
const odd = fc.array(fc.constantFrom(...ODD), { minLength: 1, maxLength: 6 }).map(pieces => pieces.join(''));
const units = fc.array(fc.nat(0xffff), { maxLength: 12 }).map(codes => String.fromCharCode(...codes));
const words = fc.constantFrom('Good', 'Kent', 'Kirklees', 'event', 'authority', '-', ' ', '\n', '---', '2024', 'fieldwork:\n', ': ', 'e');

const typed = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(fc.constantFrom(...LINES), fc.boolean()).map(([line, enter]) => line.slice(0, 40) + (enter ? '\n' : '')) },
  { weight: 2, arbitrary: fc.constantFrom('authority: ', '\nid: kent\n', 'follows: leeds\n', '---\n', '\n---\nauthority: Kent\n', 'judgements:\n', '  Overall effectiveness: ', 'event: ', 'published: 2024-0', '# ', '"', '2024-07-08') },
  { weight: 1, arbitrary: odd },
);
const at = fc.nat(20_000);

/** The steps of a kind, so often as it is named. */
const kind = <Kind extends Step['do']>(weight: number, name: Kind, rest: { [Key in Exclude<keyof Extract<Step, { do: Kind }>, 'do'>]: fc.Arbitrary<Extract<Step, { do: Kind }>[Key]> }) =>
  ({ weight, arbitrary: fc.record({ do: fc.constant(name), ...rest } as never) as unknown as fc.Arbitrary<Step> });

const person: { weight: number; arbitrary: fc.Arbitrary<Step> }[] = [
  kind(10, 'go', { to: at }), kind(10, 'find', { words: fc.constantFrom('event: ', 'authority: ', 'judgements:\n  ', 'id: ', 'follows: ', ': ', '\n', '---', 'start: ', 'summary: ') }), kind(16, 'type', { text: typed }), kind(8, 'choose', { item: fc.nat(40) }), kind(4, 'erase', { keys: fc.integer({ min: 1, max: 12 }) }),
  kind(5, 'undo', { times: fc.integer({ min: 1, max: 5 }) }), kind(3, 'redo', { times: fc.integer({ min: 1, max: 4 }) }),
  kind(3, 'paste', { text: fc.oneof(part, text, fc.constantFrom(...TABLES)) }), kind(2, 'paste into the record', { text: fc.constantFrom(...TABLES) }),
  kind(3, 'move line', { down: fc.boolean() }), kind(2, 'duplicate line', {}), kind(3, 'delete line', {}), kind(2, 'toggle comment', { lines: fc.integer({ min: 1, max: 6 }) }),
  kind(2, 'replace all', { find: words, by: fc.oneof(words, fc.constant(''), odd) }),
  kind(3, 'format', { lines: fc.option(fc.nat(10), { nil: undefined }) as never }), kind(5, 'act', { action: fc.nat(8), everywhere: fc.boolean() }), kind(2, 'mend everything', {}),
  kind(2, 'rename', { to: fc.constantFrom('new-name', 'newer-name', 'kent', 'a b', '') }), kind(2, 'insert', { what: fc.constantFrom('judgements' as const, 'followUp' as const) }),
  kind(1, 'new record', { authority: fc.constantFrom('Kent', 'Leeds'), event: fc.constantFrom('ILACS standard inspection', 'ILACS focused visit', 'SIF inspection'), start: fc.constantFrom('2024-07-08', '2016-09-12') }),
  kind(2, 'save', {}), kind(6, 'other file', {}),
];
const noise: { weight: number; arbitrary: fc.Arbitrary<Step> }[] = [
  kind(6, 'splice', { from: at, length: fc.oneof(fc.constant(0), fc.nat(8), fc.nat(400)), text: fc.oneof(odd, units, part, fc.constant('')) }),
  kind(2, 'splice outside', { line: fc.nat(400), character: fc.nat(400), text: fc.oneof(odd, part) }), kind(2, 'whole text', { text: fc.oneof(text, odd, units) }),
  kind(3, 'several', { changes: fc.array(fc.record({ from: at, length: fc.nat(20), text: fc.oneof(odd, part, fc.constant('')) }), { maxLength: 5 }) }),
  kind(3, 'cursors', { at: fc.array(at, { minLength: 1, maxLength: 5 }), text: fc.oneof(odd, fc.constantFrom('x', '# ', ': ')) }), kind(2, 'close and open', {}),
  // A paste that is many times what was there.
  { weight: 1, arbitrary: fc.tuple(record, fc.integer({ min: 5, max: 20 })).map(([whole, times]) => ({ do: 'paste', text: `---\n${whole}`.repeat(times) })) },
];

const steps = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.oneof(...person), { minLength: 3, maxLength: 16 }) },
  { weight: 3, arbitrary: fc.array(fc.oneof(...person, ...noise), { minLength: 3, maxLength: 16 }) },
  { weight: 1, arbitrary: fc.array(fc.oneof(...noise), { minLength: 3, maxLength: 16 }) },
);

/** Sessions in which much is compared after one of so many edits each, and everything at one of so many of these comparisons. */
export const sessions = ({ every, wholly }: { every: readonly number[]; wholly: number }): fc.Arbitrary<Session> => fc.record({
  client: fc.oneof({ weight: 6, arbitrary: fc.constant('asks' as const) }, { weight: 1, arbitrary: fc.constant('listens' as const) }),
  texts: fc.tuple(text, text), every: fc.constantFrom(...every), wholly: fc.constant(wholly), steps,
});
