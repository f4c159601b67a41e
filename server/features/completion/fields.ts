import type { EventData } from '../../reference/data';
import { fieldsAt, ONE_OF_THESE, valueAt, type Field } from '../../reference/fields';
import { nearest } from '../../text/spelling';
import type { KeyCaret } from '../caret';
import { fieldHover } from '../hover/field';
import { factPath, isSaid, type Path } from '../place';
import type { Choice } from './item';
import { judgementKeys } from './judgements';
import type { Situation } from './situation';
import { valueSource } from './value-sources';

/** The fields that the caret's mapping lacks: required ones first, then in canonical order, those unusual for the event last. */
export function missingFields(situation: Situation<KeyCaret>): Choice[] {
  const { caret } = situation;
  // A field is one word: several are a sentence.
  if (/\s/.test(caret.written)) return [];
  if (isSaid(caret.path)) return fieldsSaid(situation);
  const present = new Set([...caret.keys, ...(caret.path.length ? [] : fieldsOfRecord(situation))]);
  const isRecord = caret.path.length === 0;
  const rank = (field: Field) => (demand(field, isRecord, present) ? 0 : isRecord && !isUsual(field.name, situation.event) ? 2 : 1);
  return fieldsIn(caret.path)
    .filter(field => !present.has(field.name) && !(isRecord && isRuledOut(field.name, situation.event)) && fits(field, caret))
    .sort((a, b) => rank(a) - rank(b))
    .map(field => ({
      label: field.name, kind: 'field',
      description: demand(field, isRecord, present) ?? titleOf(field),
      documentation: fieldHover(factPath([...caret.path, field.name])),
      ...(caret.holds === 'nothing' && opening([...caret.path, field.name], situation)),
    }));
}

/** What a source may say otherwise: the fields of the record, in their order there. */
function fieldsSaid(situation: Situation<KeyCaret>): Choice[] {
  const { caret } = situation;
  const written = new Set(fieldsOfRecord(situation));
  return fieldsAt([]).filter(field => written.has(field.name) && field.name !== 'sources' && !caret.keys.includes(field.name) && fits(field, caret)).map(field => ({
    label: field.name, kind: 'field', description: titleOf(field), documentation: fieldHover([field.name]),
    ...(caret.holds === 'nothing' && opening([...caret.path, field.name], situation)),
  }));
}

/** The fields of the mapping at a path, be it what a source says of it. */
function fieldsIn(path: Path): readonly Field[] {
  return fieldsAt(factPath(path));
}

/** Fields of the record by their right name, the one at the caret left out. */
function fieldsOfRecord(situation: Situation): string[] {
  return [...(situation.inspection?.fields ?? [])].filter(([, { key }]) => !situation.isAtCaret(key)).map(([name]) => name);
}

/** A field's title where it says more than its name. */
function titleOf({ name, title }: Field): string | undefined {
  return title.toLowerCase() === name.replaceAll('_', ' ') ? undefined : title;
}

/** How a field is called for; undefined where it may be left out. */
function demand(field: Field, isRecord: boolean, present: ReadonlySet<string>): string | undefined {
  if (field.required) return 'required';
  if (!isRecord || !ONE_OF_THESE.includes(field.name) || ONE_OF_THESE.some(name => present.has(name))) return undefined;
  return `required, or ${ONE_OF_THESE.find(name => name !== field.name)}`;
}

/** Whether an event never has a field. */
function isRuledOut(name: string, event: EventData | undefined): boolean {
  return !!event && ((name === 'judgements' && event.result !== 'grades') || (name === 'outcome' && event.result !== 'outcome'));
}

function isUsual(name: string, event: EventData | undefined): boolean {
  return !event || (name !== 'ordinal' && name !== 'theme') || !!event[name];
}

/** Over a key that holds something already, only what may be meant by it, if it takes such a value. */
function fits(field: Field, caret: KeyCaret): boolean {
  const { holds, written, flow, path } = caret;
  if (flow && !takesText(field)) return false;
  if (holds === 'nothing') return true;
  const takes = holds === 'text' ? takesText(field) : takesLines(field, caret);
  if (field.name === written || fieldsIn(path).some(({ name }) => name === written)) return takes && field.name === written;
  return takes && (field.name.startsWith(written) || nearest(written, [field.name], name => name).length > 0);
}

/** Whether the lines below the caret may be a field's: a list or a mapping, and with keys that it knows. */
function takesLines({ name, types }: Field, { holds, heldKeys, path }: KeyCaret): boolean {
  if (!types.includes(holds === 'list' ? 'array' : 'object')) return false;
  const known = fieldsIn(holds === 'list' ? [...path, name, 0] : [...path, name]);
  return !heldKeys.length || (holds === 'mapping' && !known.length) || known.some(({ name }) => heldKeys.includes(name));
}

function takesText({ types }: Field): boolean {
  return types.includes('string') || types.includes('integer');
}

/** What follows a new key: a space, or the beginning of the lines under it; and whether there is something to choose from next. */
function opening(path: Path, situation: Situation<KeyCaret>): Pick<Choice, 'rest' | 'chain'> {
  const value = valueAt(factPath(path))!;
  if (takesText(value)) return { rest: ' ', chain: hasChoices(path, situation) };
  const lineStart = situation.lineBreak + ' '.repeat(situation.caret.column + 2);
  const isList = !fieldsIn(path).length && value.types.includes('array');
  const within = isList ? [...path, 0] : path;
  const entry = valueAt(factPath(within));
  const first = entry && !takesText(entry) ? fieldsIn(within).find(field => field.required) : undefined;
  const beginning = lineStart + (isList ? '- ' : '');
  if (first) return { rest: `${beginning}${first.name}: `, chain: hasChoices([...within, first.name], situation) };
  return { rest: beginning, chain: !isList && !!judgementKeys(path, situation)?.length };
}

function hasChoices(path: Path, situation: Situation<KeyCaret>): boolean {
  const source = valueSource(path);
  return !!source && source(situation.as({ ...situation.caret, path })).length > 0;
}
