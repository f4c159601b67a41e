import { targetAt, type Target } from '../../findings/packs/pointers';
import { toValue } from '../../records/node';
import type { Slice } from '../../records/slice';
import type { ReferenceData } from '../../reference/data';
import { resolveShape, type Shape } from '../../reference/data-shape';
import { lineBreakOf } from '../../text/lines';
import { nearest } from '../../text/spelling';
import { caretAt, type KeyCaret, type ValueCaret } from '../caret';
import { behindNewDash, onLineBelow } from '../caret/moved';
import { keyItem, valueItem, type Choice, type CompletionItem } from '../completion/item';
import { fieldText, shapeAt } from './shapes';

export interface DataCompletionOptions {
  /** What is known besides the file itself: entries that it may name. */
  known: ReferenceData;
  /** The character whose typing made the editor ask, where it was one that asks of itself: then only values are offered. */
  typed?: string;
}

/** What can be written at an offset of a file of reference data: fields, values that are fixed, and names of other entries. */
export function completeData(slice: Slice, offset: number, options: DataCompletionOptions): CompletionItem[] {
  const caret = caretAt(slice, offset);
  if (!caret) return [];
  return caret.place === 'key' ? keys(caret, slice, options) : values(caret, slice, options);
}

function values(caret: ValueCaret, slice: Slice, options: DataCompletionOptions): CompletionItem[] {
  const found = valueChoices(caret.path, slice, options);
  if (found.length) return found.map((choice, index) => valueItem(choice, caret, index));
  return caret.opensBlock && options.typed === undefined ? keys(onLineBelow(caret, slice.text, lineBreakOf(slice.text)), slice, options) : [];
}

function valueChoices(path: ValueCaret['path'], slice: Slice, { known }: DataCompletionOptions): Choice[] {
  const shape = shapeAt(path);
  const target = targetAt(path);
  if (!shape || shape.type === 'array') return [];
  if (target) return namesOf(target, slice, known);
  if (shape.type === 'boolean') return ['true', 'false'].map(label => ({ label, kind: 'value' }));
  return (shape.enum ?? []).map(label => ({ label, kind: 'value' }));
}

/** The entries that can be named: those of this file, as it is typed, before all others. */
function namesOf({ to, by }: Target, { record }: Slice, known: ReferenceData): Choice[] {
  const own = (record.root && (toValue(record.root) as Record<string, unknown> | null))?.[to];
  const entries = [...(Array.isArray(own) ? own as unknown[] : []), ...known[to]] as ({ [field: string]: unknown } | null)[];
  const names = new Map(entries.flatMap(entry => (typeof entry?.[by] === 'string' ? [[entry[by], typeof entry.name === 'string' ? entry.name : undefined] as const] : [])));
  return [...names].map(([label, name]) => ({ label, kind: 'value', ...(name !== undefined && name !== label && { description: name, goesBy: [name] }) }));
}

function keys(caret: KeyCaret, slice: Slice, options: DataCompletionOptions): CompletionItem[] {
  if (options.typed !== undefined && caret.typed === '') return [];
  const shape = shapeAt(caret.path);
  if (shape?.type === 'object' && !caret.inList) return fieldChoices(shape, caret, lineBreakOf(slice.text)).map((choice, index) => keyItem(choice, caret, index));
  // Behind a dash a value may stand instead; where no dash is yet, one is put before what is chosen.
  if (shape?.type !== 'array') return valueChoices(caret.path, slice, options).map((choice, index) => valueItem(choice, caret, index));
  return caret.isFirst || caret.inList ? keys(behindNewDash(caret), slice, { ...options, typed: undefined }) : [];
}

/** The fields that are not there yet, those that must be there first. Over a key that holds something, only what may be meant by it. */
function fieldChoices({ properties = {}, required = [] }: Shape, { keys, holds, written, flow, column }: KeyCaret, lineBreak: string): Choice[] {
  const fits = (name: string) => holds === 'nothing' || nearest(written, [name], each => each).length > 0;
  const names = Object.keys(properties).filter(name => !keys.includes(name) && fits(name));
  return names.sort((a, b) => Number(required.includes(b)) - Number(required.includes(a))).map(name => {
    const shape = resolveShape(properties[name]!);
    return {
      label: name, kind: 'field', description: required.includes(name) ? 'required' : undefined, documentation: fieldText(name, shape, required.includes(name)),
      ...(holds === 'nothing' && { rest: restOf(shape, flow, lineBreak + ' '.repeat(column + 2)), chain: hasChoices(shape) }),
    };
  });
}

/** What follows a field's colon: the first entry of a list and the first field of a mapping stand on lines of their own. */
function restOf({ type, items }: Shape, flow: boolean, lineStart: string): string {
  if (flow) return ' ';
  if (type === 'object') return lineStart;
  return type === 'array' && items && resolveShape(items).type === 'object' ? `${lineStart}- ` : ' ';
}

/** Whether there is something to choose in it next. */
function hasChoices({ type, enum: fixed, items }: Shape): boolean {
  return type === 'object' || fixed !== undefined || type === 'boolean' || (type === 'array' && items !== undefined && resolveShape(items).type === 'object');
}
