import { isFlow, type WrittenLine, type WrittenText } from './line';
import type { Lines } from './lines';

/** A key, or the dash of a list entry, that other lines stand under. */
export interface Opener {
  /** The key's name, or the number of the entry in its list. */
  step: string | number;
  column: number;
  line: number;
  /** Its value, where that stands on its own line: then what is indented below goes on with that text. */
  value?: WrittenText;
}

/**
 * What a text at `column` of a line stands under, innermost first, as its own line and the indentation of those above have it.
 * @param column of the first character; a list entry's dash stands under a key of the same column, anything else does not
 */
export function openersOf(lines: Lines, index: number, column: number, isDash = false): Opener[] {
  const openers: Opener[] = [];
  const limits = { key: isDash ? column + 1 : column, dash: column };
  for (let i = index; i >= lines.first && limits.key > 0; i--) {
    const indent = lines.column(i);
    if (indent === undefined || indent >= limits.key) continue;
    take(lines.at(i), i, i === index);
  }
  return openers;

  function take(line: WrittenLine, number: number, isOwn: boolean): void {
    const { key, value, dashes } = line;
    if (!isOwn && key && key.start - line.start < limits.key) {
      const column = key.start - line.start;
      openers.push({ step: nameOf(lines, line)!, column, line: number, value: value.end > value.start ? value : undefined });
      limits.key = limits.dash = column;
    }
    for (const dash of dashes.toReversed()) {
      const column = dash - line.start;
      const entry = openers.at(-1);
      if (column < limits.dash) {
        openers.push({ step: 0, column, line: number, value: !isOwn && !key && dash === dashes.at(-1) && value.end > value.start ? value : undefined });
        limits.dash = column;
        limits.key = column + 1;
      } else if (entry && typeof entry.step === 'number' && entry.column === column && dash === dashes[0]) entry.step++;
    }
  }
}

/** The steps from the record to the innermost opener. */
export function pathOf(openers: readonly Opener[]): (string | number)[] {
  return openers.map(({ step }) => step).reverse();
}

/** What lines are: keys with their values, list entries, or words that are neither. */
export type Holding = 'nothing' | 'text' | 'list' | 'mapping';

/** What stands directly under an opener (undefined: in the record itself), one line left out. */
export interface Entries {
  are: Holding;
  /** Where they begin; undefined where there are none. */
  column?: number;
  keys: string[];
}

export function entriesUnder(lines: Lines, opener: Opener | undefined, except: number): Entries {
  const entries: Entries = { are: 'nothing', keys: [] };
  const isEntry = typeof opener?.step === 'number';
  if (isEntry && opener.line !== except) add(lines.at(opener.line));
  for (let i = opener ? opener.line + 1 : lines.first; i <= lines.last; i++) {
    const column = lines.column(i);
    if (column === undefined || i === except) continue;
    if (opener && (column < opener.column || (column === opener.column && (isEntry || !lines.isListEntry(i))))) break;
    if (column > (entries.column ?? column)) continue;
    entries.column ??= column;
    if (!lines.isListEntry(i)) add(lines.at(i));
    else if (entries.are === 'nothing') entries.are = 'list';
  }
  return entries;

  function add(line: WrittenLine): void {
    const name = nameOf(lines, line);
    if (name !== undefined) {
      entries.column ??= line.key!.start - line.start;
      entries.keys.push(name);
      entries.are = 'mapping';
    } else if (entries.are === 'nothing' || isFlow(lines.text, line.value)) entries.are = 'text';
  }
}

function nameOf(lines: Lines, { key }: WrittenLine): string | undefined {
  return key && lines.text.slice(key.inner.start, key.inner.end);
}
