import { isEmpty, type Node, type Pair } from '../../records/node';
import type { TextEdit } from '../../rules/rule';
import { lineBreakOf, lineStartAt } from '../../text/lines';

/** Whether a field has nothing in it, or a mapping or list with nothing in it. */
export function holdsNothing(value: Node): boolean {
  return value.kind === 'scalar' ? isEmpty(value) : !(value.kind === 'map' ? value.pairs : value.items).length;
}

/** The edits that write lines below the key of a field that holds nothing, in the place of what stands there for it. Not for braces. */
export function below({ key, value }: Pair, lines: readonly string[], text: string): TextEdit[] {
  const end = value.end > value.start ? value.end : key.end + /^\s*:/.exec(text.slice(key.end))![0].length;
  const lineEnd = end + /^[^\n\r]*/.exec(text.slice(end))![0].length;
  const indent = `${text.slice(lineStartAt(text, key.start), key.start)}  `;
  const nothing = value.end > value.start ? [{ start: key.end + text.slice(key.end, value.start).trimEnd().length, end: value.end, text: '' }] : [];
  return [...nothing, { start: lineEnd, end: lineEnd, text: lines.map(line => lineBreakOf(text) + indent + line).join('') }];
}
