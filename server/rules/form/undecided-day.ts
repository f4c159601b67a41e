import type { Pair } from '../../records/node';
import type { RecordText } from '../../records/read';
import { fieldsAt, ONE_OF_THESE } from '../../reference/fields';
import type { UnknownKey } from '../../reference/keys';
import { readDate } from '../../reference/written-date';
import { lineBreakOf } from '../../text/lines';
import { inFlow } from '../scalar-text';
import type { Fix } from '../rule';
import type { Place } from './places';

/** Whether a key that is no field holds a day in a record that has none: then it stands for one of those fields, and only its writer knows for which. */
export function holdsTheDay({ pair: { value }, meant }: UnknownKey, { parent, keys }: Place): boolean {
  // A bare year may be any number.
  if (parent || meant || value.kind !== 'scalar' || /^\d*$/.test(value.text.trim()) || ONE_OF_THESE.some(name => keys?.fields.has(name))) return false;
  const read = readDate(value);
  return 'date' in read || read.meant.length > 0;
}

/** The ways to make it the one or the other; where days lie within a field, the first of them. */
export function asTheDay({ key, value }: Pair, { text, root }: RecordText): Fix[] {
  const isOnItsLine = /^\s*:[ \t]*$/.test(text.slice(key.end, value.start));
  return ONE_OF_THESE.flatMap((name): Fix[] => {
    const [within] = fieldsAt([name]);
    if (!within) return [{ title: `Rename to '${name}'`, edits: [{ start: key.start, end: key.end, text: name }] }];
    if (!isOnItsLine) return [];
    const [open, close] = inFlow(root, value.start) ? ['{', '}'] : [`${lineBreakOf(text)}  `, ''];
    const edits = [{ start: key.start, end: value.start, text: `${name}:${open === '{' ? ' ' : ''}${open}${within.name}: ` }];
    return [{ title: `Make it the '${within.name}' of '${name}'`, edits: close ? [...edits, { start: value.end, end: value.end, text: close }] : edits }];
  });
}
