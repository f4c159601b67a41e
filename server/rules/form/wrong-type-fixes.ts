import { isEmpty, type MapNode, type Node, type Pair, type ScalarNode } from '../../records/node';
import { fieldsAt, valueAt, type Field } from '../../reference/fields';
import type { RecordText } from '../../records/read';
import type { Inspection } from '../../reference/inspection';
import { readDate } from '../../reference/written-date';
import type { Span } from '../../text/span';
import type { Fix, TextEdit } from '../rule';
import { inFlow, scalarText } from '../scalar-text';
import { listOfLines } from './list-of-lines';
import type { Place } from './places';
import { takesText, VALUE_FORMS } from './value-forms';

/** A way to mend a value of the wrong kind, or several, likeliest first; undefined where it does not apply. */
type Mender = (place: Place, context: Context) => Fix | readonly Fix[] | undefined;

interface Context {
  text: string;
  /** Whether the place lies between brackets or braces. */
  flow: boolean;
}

/** The fix for a value of the wrong kind, if there is one: it leaves a value that the place takes. */
export function wrongTypeFixes(place: Place, { record }: Inspection): Fix[] {
  const context = { text: record.text, flow: inFlow(record.root, place.node.start) };
  // An anchor before the value belongs to it, and what an alias repeats is written elsewhere.
  if (/[&*]\S*\s*$/.test(record.text.slice(Math.max(0, place.node.start - 100), place.node.start)) || record.text[place.node.start] === '*') return [];
  for (const mender of MENDERS) {
    const fixes = mender(place, context);
    if (fixes) return [fixes].flat();
  }
  return [];
}

/** The fix that makes a text, which its place does not take as it is, a field of a mapping there; with the name of that field. */
export function underField(place: Place, { text, root }: RecordText): { name: string; fix: Fix } | undefined {
  const fix = putUnderField(place, { text, flow: inFlow(root, place.node.start) });
  const name = place.node.kind === 'scalar' ? fieldFor(place.path, place.node)?.name : undefined;
  return fix && name !== undefined ? { name: `'${name}'`, fix } : undefined;
}

/** Puts a text of one line, which YAML reads as something else, in quotes. */
export function putInQuotes(text: string, { start, end }: Span): Fix[] {
  const words = text.slice(start, end).trimEnd();
  if (/[\n\r#]/.test(words) || /["'\\]/.test(words[0] ?? '')) return [];
  return [{ title: 'Put it in quotes', edits: [{ start, end: start + words.length, text: scalarText(words, 'double', false) }] }];
}

const MENDERS: readonly Mender[] = [quoteNumber, readNumber, takeOutOfList, spaceAfterDashes, putIntoList, putLinesIntoList, putUnderField, startAndEnd, dropDashes, indentAsEntry];

function quoteNumber({ node, takes }: Place): Fix | undefined {
  if (node.kind !== 'scalar' || typeof node.value === 'string') return undefined;
  const form = takes.form === 'slug' || takes.form === 'url' ? VALUE_FORMS[takes.form] : undefined;
  const text = form && !form.fits(node.text) ? form.mend(node.text) : node.text;
  return text !== undefined && takesText(takes, text) ? replace('Put it in quotes', node, `"${text}"`) : undefined;
}

function readNumber({ node, takes }: Place): Fix | undefined {
  if (node.kind !== 'scalar' || !takes.types.includes('integer') || isBlock(node)) return undefined;
  const number = /^\s*(\d{1,6})(?:st|nd|rd|th|\.0*)?(?:\s+visit)?\s*$/i.exec(node.text)?.[1];
  return number && Number(number) > 0 ? replace(`Change to ${Number(number)}`, node, String(Number(number))) : undefined;
}

/** A list of one where a single value belongs. */
function takeOutOfList({ node, takes, pair }: Place, { text }: Context): Fix | undefined {
  const item = node.kind === 'list' && node.items.length === 1 ? node.items[0]! : undefined;
  if (item?.kind !== 'scalar' || isBlock(item) || isEmpty(item)) return undefined;
  const start = pair && node.kind === 'list' && !node.flow ? afterColon(text, pair) : node.start;
  const end = node.kind === 'list' && node.flow ? node.end : item.end;
  const fits = takes.form === 'date' ? 'date' in readDate(item) : takesText(takes, item.text);
  if (!fits || hasComment(text.slice(start, item.start) + text.slice(item.end, end))) return undefined;
  return replace('Take it out of the list', { start, end }, (start < node.start ? ' ' : '') + text.slice(item.start, item.end));
}

/** What text programs put before the entries of a list, a number, and a dash, with its space or without. */
const BULLET = /(?=[•·▪●◦‣–—\d-])(?<=^|[\n\r][ \t]*)(?:[•·▪●◦‣–—-][ \t]*|\d{1,2}[.)][ \t]+)/g;

/** `-one -two` or `• one • two` in lines: the dashes or dots were meant to make a list. */
function spaceAfterDashes({ node, takes }: Place, { text }: Context): Fix | undefined {
  if (node.kind !== 'scalar' || node.style !== 'plain' || !takes.types.includes('array')) return undefined;
  const words = text.slice(node.start, node.end);
  const bullets = [...words.matchAll(BULLET)];
  if (!/[\n\r][ \t]*$/.test(text.slice(0, node.start)) || bullets.length !== words.split(/\r\n|[\n\r]/).length) return undefined;
  const title = bullets.every(([bullet]) => bullet === '-') ? 'Put a space after each dash' : 'Begin each entry with a dash and a space';
  return { title, edits: bullets.map(({ index, 0: { length } }) => ({ start: node.start + index, end: node.start + index + length, text: '- ' })) };
}

/** A text where a list of texts, or of mappings with a text, belongs. */
function putIntoList(place: Place, context: Context): Fix | undefined {
  const { node, takes, path, pair } = place;
  if (!takes.types.includes('array') || !isLine(node, context.text) || !pair) return undefined;
  const item = valueAt([...path, 0]);
  const field = fieldFor([...path, 0], node);
  if (!item || (!takesText(item, node.text) && !field)) return undefined;
  const asText = typeof node.value === 'string' ? context.text.slice(node.start, node.end) : `"${node.text}"`;
  const entry = takesText(item, node.text) ? asText : asEntry(field!, node, context);
  if (context.flow) return replace('Make it a list of one', node, `[${entry}]`);
  return { title: 'Make it a list of one', edits: onNextLine(place, context, `- ${entry}`) };
}

/** A text of several lines where a list of texts belongs. */
function putLinesIntoList({ node, takes, path, pair, parent }: Place, { text, flow }: Context): Fix[] | undefined {
  const item = valueAt([...path, 0]);
  if (!takes.types.includes('array') || !pair || flow || node.kind !== 'scalar' || node.style === 'single' || node.style === 'double') return undefined;
  if (!item || !takesText(item, node.text) || !/[\n\r]/.test(text.slice(node.start, node.end))) return undefined;
  const column = columnOf(text, (parent?.node as MapNode).pairs[0]!.key.start) + 2;
  return listOfLines({ text, node, colon: afterColon(text, pair), column, lineBreak: /\r\n|\n|\r/.exec(text)![0] });
}

/** A text where a mapping belongs that has a field for such a text: an entry of quotes, a source without address. */
function putUnderField({ node, takes, path, pair }: Place, context: Context): Fix | undefined {
  if (pair || !takes.types.includes('object') || !isLine(node, context.text)) return undefined;
  const field = fieldFor(path, node);
  return field && replace(`Make it the '${field.name}' of this entry`, node, asEntry(field, node, context));
}

/** The field of a mapping at a path that a text would fill: the one that must be there, else the first that takes any text. */
function fieldFor(path: Place['path'], node: ScalarNode): Field | undefined {
  const fields = fieldsAt(path);
  const field = fields.find(({ required }) => required) ?? fields.find(({ types, form, values }) => types.includes('string') && !form && !values.length);
  return field && takesText(field, node.text) ? field : undefined;
}

function asEntry(field: Field, node: ScalarNode, { flow }: Context): string {
  const entry = `${field.name}: ${scalarText(node.text, node.style, flow)}`;
  return flow ? `{${entry}}` : entry;
}

/** A day or two days where a mapping of days belongs. */
function startAndEnd(place: Place, context: Context): Fix | undefined {
  const { node, path } = place;
  const names = fieldsAt(path).filter(({ form }) => form === 'date').map(({ name }) => name);
  if (!place.pair || node.kind !== 'scalar' || !names.length || names.length !== fieldsAt(path).length || !isLine(node, context.text)) return undefined;
  const days = daysIn(node, names.length);
  if (!days) return undefined;
  const lines = days.map((day, index) => `${names[index]}: ${day}`);
  const title = `Write it as ${days.map((day, index) => `${names[index]} ${day}`).join(', ')}`;
  return context.flow ? replace(title, node, `{${lines.join(', ')}}`) : { title, edits: onNextLine(place, context, ...lines) };
}

/** The days that a text names, parted by a word or dash: "2024-07-08 to 2024-07-19"; undefined where one of them is none or may be another. */
function daysIn(node: ScalarNode, most: number): string[] | undefined {
  const parts = writtenOut(node.text.trim()).split(/(?<!\s)\s+(?:to|until|and|-|–|—)\s+|(?:(?<!\s)\s+)?(?:\/(?=\d{4}-)|–|—)\s*/i).slice(0, most + 1);
  const days = parts.map(part => {
    const read = readDate({ ...node, text: part });
    return 'date' in read ? part.trim() : read.meant.length === 1 ? read.meant[0]! : undefined;
  });
  return days.length <= most && days.every(day => day !== undefined) ? days : undefined;
}

/** "8-19 July 2024", "8 July to 2 August 2024": with month and year for the first day too. */
function writtenOut(days: string): string {
  const first = /^(\d{1,2})(?:st|nd|rd|th)?( [a-z]+)? ?(?:-|–|—|to|until|and|&) ?(\d{1,2}(?:st|nd|rd|th)?( [a-z]+),? (\d{4}))$/i.exec(days.replace(/\s+/g, ' '));
  if (!first) return days;
  const [, day, month, last, lastMonth, year] = first as unknown as [string, string, string | undefined, string, string, string];
  return `${day}${month ?? lastMonth} ${year} to ${last}`;
}

/** `- Name: value` lines where `Name: value` lines belong. */
function dropDashes({ node, takes }: Place, { text }: Context): Fix | undefined {
  if (node.kind !== 'list' || node.flow || takes.types.includes('array') || !takes.types.includes('object')) return undefined;
  const names = new Set<string>();
  const edits: TextEdit[] = [];
  for (const item of node.items) {
    if (item.kind !== 'map' || item.flow || item.pairs.length !== 1 || /[\n\r]/.test(text.slice(item.start, item.end).trimEnd())) return undefined;
    names.add(item.pairs[0]!.key.text);
    const dash = /-[ ]+$/.exec(text.slice(node.start, item.start));
    if (!dash) return undefined;
    edits.push({ start: item.start - dash[0].length, end: item.start, text: '' });
  }
  return names.size === node.items.length ? { title: 'Take the dashes away', edits } : undefined;
}

/** A single mapping where a list of them belongs. */
function indentAsEntry({ node, takes, path }: Place, { text, flow }: Context): Fix | undefined {
  if (node.kind !== 'map' || !takes.types.includes('array') || !isEntry(node, fieldsAt([...path, 0]))) return undefined;
  if (flow || node.flow) return { title: 'Make it a list of one', edits: [{ start: node.start, end: node.start, text: '[' }, { start: node.end, end: node.end, text: ']' }] };
  const breaks = [...text.slice(node.start, node.end).matchAll(/(?:\r\n|[\n\r])(?=[ \t]*[^\s])/g)].map(({ index, 0: found }) => node.start + index + found.length);
  return { title: 'Make it a list of one', edits: [{ start: node.start, end: node.start, text: '- ' }, ...breaks.filter(at => at < node.end).map(at => ({ start: at, end: at, text: '  ' }))] };
}

/** Whether a mapping has only such fields, and all that it must have. */
function isEntry({ pairs }: MapNode, fields: readonly Field[]): boolean {
  const stands = (name: string) => pairs.some(({ key, value }) => key.text === name && !isEmpty(value));
  return pairs.every(({ key }) => fields.some(({ name }) => name === key.text)) && fields.every(({ name, required }) => !required || stands(name));
}

function replace(title: string, { start, end }: Span, text: string): Fix {
  return { title, edits: [{ start, end, text }] };
}

function isBlock({ style }: ScalarNode): boolean {
  return style === 'literal' || style === 'folded';
}

/** Whether a value is a single text on one line. */
function isLine(node: Node, text: string): node is ScalarNode {
  return node.kind === 'scalar' && !isBlock(node) && !/[\n\r]/.test(text.slice(node.start, node.end));
}

function hasComment(text: string): boolean {
  return /(?:^|\s)#/.test(text);
}

/** The edits that put lines below the key of a place, indented under it, in the place of its value. Comments stay where they are. */
function onNextLine({ node, pair, parent }: Place, { text }: Context, ...lines: string[]): TextEdit[] {
  const column = columnOf(text, (parent?.node as MapNode).pairs[0]!.key.start);
  const rest = /^[^\n\r]*/.exec(text.slice(node.end))![0];
  const lineBreak = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const written = lines.map(line => lineBreak + ' '.repeat(column + 2) + line).join('');
  const colon = afterColon(text, pair!);
  const comments = [text.slice(colon, node.start).trim(), rest.trim()].filter(Boolean).map(comment => ` ${comment}`).join(lineBreak);
  return [{ start: colon, end: node.end + rest.length, text: comments + written }];
}

function afterColon(text: string, { key }: Pair): number {
  return key.end + (/^\s*:/.exec(text.slice(key.end))?.[0].length ?? 0);
}

function columnOf(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !/[\n\r]/.test(text[start - 1]!)) start--;
  return offset - start;
}
