import type { Dice } from './dice';

/** A record as somebody may write it, without its layout. Comments are without their `#`. */
export type Written = WrittenText | WrittenBlock;

export interface WrittenText {
  kind: 'text';
  /** Lines of a plain or quoted text, or a whole value in braces or brackets; of block texts the header, then the lines. */
  lines: string[];
  /** Columns that the lines of a block text stand in from their key or dash, where its header says so. */
  indicator?: number;
  isBlockText?: boolean;
}

export interface WrittenBlock {
  kind: 'map' | 'list';
  entries: Entry[];
  /** Comments behind the last entry that stand as deep as the entries do. */
  below: string[];
}

export interface Entry {
  /** Absent in lists. */
  key?: string;
  value?: Written;
  above: string[];
  isAfterBlank: boolean;
  /** At the end of its first line, with the space before it. */
  comment?: string;
  /** Comments in the place of a value that is not there. */
  insteadOfValue: string[];
  /** For an entry of a list: its block begins on the next line. */
  isOnNextLine?: boolean;
}

const REMARKS = ['about this', '- not: this', 'x: [1, "2', "it's", '---', '# more'];

/** Records that hold these values, written with comments, blank lines and kinds of quotes at random. */
export function writtenRecord(value: unknown, dice: Dice): WrittenBlock {
  return writtenBlock(value as object, dice);
}

function writtenBlock(value: object, dice: Dice): WrittenBlock {
  const isList = Array.isArray(value);
  const entries = Object.entries(value).map(([key, child], i): Entry => {
    const isEmpty = dice.chance(2);
    const written = isEmpty ? undefined : writtenValue(child, dice);
    const takesComment = !written || written.kind !== 'text' || written.lines.length === 1 || written.isBlockText;
    return {
      ...(!isList && { key: writtenKey(key, dice) }),
      value: written,
      above: i > 0 ? remarks(dice, 8) : [],
      isAfterBlank: i > 0 && dice.chance(10),
      comment: takesComment && dice.chance(6) ? `${' '.repeat(dice.number(1, 5))}# ${dice.one(REMARKS)}` : undefined,
      insteadOfValue: isEmpty ? remarks(dice, 60) : [],
      isOnNextLine: dice.chance(10),
    };
  });
  return { kind: isList ? 'list' : 'map', entries, below: remarks(dice, 6) };
}

function remarks(dice: Dice, percent: number): string[] {
  return dice.chance(percent) ? Array.from({ length: dice.number(1, 2) }, () => dice.one(REMARKS)) : [];
}

function writtenKey(key: string, dice: Dice): string {
  if (!/^[\w ,()]+$/.test(key)) return JSON.stringify(key);
  return dice.one([key, key, key, `'${key}'`, JSON.stringify(key)]);
}

function writtenValue(value: unknown, dice: Dice): Written {
  if (value !== null && typeof value === 'object') {
    const isSmall = JSON.stringify(value).length < 120;
    return isSmall && dice.chance(30) ? { kind: 'text', lines: [flow(value)] } : writtenBlock(value, dice);
  }
  if (typeof value !== 'string') return { kind: 'text', lines: [String(value)] };
  return dice.one(waysToWrite(value, dice));
}

/** `{a: 1, b: [x, y]}`, as the formatter would have it. */
function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (value !== null && typeof value === 'object') return `{${Object.entries(value).map(([key, child]) => `${JSON.stringify(key)}: ${flow(child)}`).join(', ')}}`;
  return JSON.stringify(value);
}

function waysToWrite(value: string, dice: Dice): WrittenText[] {
  const words = value.split(' ');
  const lines = Array.from({ length: Math.ceil(words.length / 5) }, (_, i) => words.slice(i * 5, i * 5 + 5).join(' '));
  const double = JSON.stringify(value);
  const ways: WrittenText[] = [{ kind: 'text', lines: [double] }];
  const isSimple = /^[A-Za-z][\w ,.()-]*$/.test(value) && !/ {2}| -/.test(value);
  if (isSimple) ways.push({ kind: 'text', lines: [value] }, { kind: 'text', lines: [`'${value}'`] }, { kind: 'text', lines });
  if (isSimple && lines.length > 1) ways.push({ kind: 'text', lines: [`"${lines[0]}`, ...lines.slice(1, -1), '', `${lines.at(-1)}"`] });
  if (lines.length > 1) {
    const chomp = dice.one(['', '-']);
    ways.push({ kind: 'text', isBlockText: true, lines: [`>${chomp}`, ...lines] });
    ways.push({ kind: 'text', isBlockText: true, lines: [`|${chomp}`, lines[0]!, '', `  ${lines[1]}`, ...lines.slice(2)] });
    const indicator = dice.number(1, 9);
    ways.push({ kind: 'text', isBlockText: true, indicator, lines: [`|${indicator}${chomp}`, `  ${lines[0]}`, ...lines.slice(1)] });
  }
  return ways;
}
