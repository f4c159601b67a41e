import type { Dice } from './dice';
import type { Entry, Written, WrittenBlock, WrittenText } from './written-record';

/** How a record is laid out. */
export interface Style {
  /** Columns that something stands in from the key or dash above it. */
  step(): number;
  /** The same for the dashes of a list below a key. */
  dashStep(): number;
  /** Behind a colon or dash. */
  gap(): string;
  beforeColon(): string;
  blankLines(): string[];
  endOfLine(): string;
  /** The column of a comment that may stand from `least` to `most`; there it belongs. */
  commentColumn(least: number, most: number): number;
  /** A value in braces or brackets. */
  flow(text: string): string;
}

export const canonical: Style = {
  step: () => 2, dashStep: () => 2, gap: () => ' ', beforeColon: () => '', blankLines: () => [''], endOfLine: () => '', commentColumn: (_, most) => most, flow: text => text,
};

/** Anything that YAML reads as the same. */
export function wild(dice: Dice): Style {
  return {
    step: () => dice.number(1, 8),
    dashStep: () => dice.number(0, 8),
    gap: () => ' '.repeat(dice.number(1, 5)),
    beforeColon: () => ' '.repeat(dice.chance(20) ? dice.number(1, 3) : 0),
    blankLines: () => Array.from({ length: dice.number(1, 4) }, () => dice.one(['', '', ' ', '  '])),
    endOfLine: () => dice.one(['', '', '', ' ', '   ', '\t']),
    commentColumn: (least, most) => dice.number(least, most),
    flow: text => text.replace(/[:,] (?=["[{])/g, mark => mark[0] + ' '.repeat(dice.number(mark[0] === ',' ? 0 : 1, 3))),
  };
}

/** The text of a record in a style, with one line break at its end. */
export function layOut(record: WrittenBlock, style: Style): string {
  return new Writer(style).text(record);
}

class Writer {
  private lines: string[] = [];

  constructor(private readonly style: Style) {}

  text(record: WrittenBlock): string {
    const column = this.style === canonical ? 0 : this.style.step() - 1;
    this.block(record, column, ' '.repeat(column));
    return this.lines.map(line => `${line}\n`).join('');
  }

  /** @param first what stands before the first entry on its line */
  private block(block: WrittenBlock, column: number, first: string): void {
    block.entries.forEach((entry, i) => {
      if (entry.isAfterBlank) this.lines.push(...this.style.blankLines());
      for (const comment of entry.above) this.comment(comment, this.style.commentColumn(0, column));
      const isLast = i === block.entries.length - 1;
      this.entry(entry, column, i === 0 ? first : ' '.repeat(column), isLast && block.below.length > 0);
    });
    for (const comment of block.below) this.comment(comment, column);
  }

  private entry(entry: Entry, column: number, before: string, isAboveComment: boolean): void {
    const { key, value, comment = '' } = entry;
    const start = before + (key === undefined ? '-' : `${key}${this.style.beforeColon()}:`);
    const end = comment + this.style.endOfLine();
    if (!value) {
      this.lines.push(start + end);
      for (const instead of entry.insteadOfValue) this.comment(instead, this.style === canonical ? column + 2 : this.style.commentColumn(column + 1, column + 8));
    } else if (value.kind === 'text') this.words(value, start, column, comment);
    else if (key === undefined && !entry.isOnNextLine) {
      const begin = start + this.style.gap();
      this.block(value, begin.length, begin);
    } else {
      this.lines.push(start + end);
      const below = column + (key !== undefined && value.kind === 'list' ? this.dashStep(value, isAboveComment) : this.style.step());
      this.block(value, below, ' '.repeat(below));
    }
  }

  /** Dashes beside their key, comments behind them could be about either. */
  private dashStep(list: Written, isAboveComment: boolean): number {
    return Math.max(this.style.dashStep(), isAboveComment || endsInComment(list) ? 1 : 0);
  }

  private words({ lines: [first, ...rest], indicator, isBlockText }: WrittenText, start: string, column: number, comment: string): void {
    this.lines.push(start + this.style.gap() + (/^[[{]/.test(first!) ? this.style.flow(first!) : first) + comment + this.style.endOfLine());
    const below = column + (indicator ?? this.style.step());
    for (const line of rest) {
      const indent = line === '' ? '' : ' '.repeat(isBlockText ? below : column + this.style.step());
      this.lines.push(indent + line + (isBlockText || line === '' ? '' : this.style.endOfLine()));
    }
  }

  private comment(comment: string, column: number): void {
    this.lines.push(`${' '.repeat(column)}# ${comment}${this.style.endOfLine()}`);
  }
}

function endsInComment(written: Written | undefined): boolean {
  if (written?.kind === 'text' || !written) return false;
  const last = written.entries.at(-1);
  return written.below.length > 0 || !last || last.insteadOfValue.length > 0 || endsInComment(last.value);
}
