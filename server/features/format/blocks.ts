/** Columns that a level stands in from the one around it. */
export const STEP = 2;

/** A list or mapping written over lines, with the column of its dashes or keys: as it was, and as it is to be. */
export interface Block {
  kind: 'list' | 'map';
  old: number;
  now: number;
}

/** A line that holds an entry, or a value of its own. */
export interface Line {
  old: number;
  isDash: boolean;
}

/** The lists and mappings around a place of a record, as the columns of the lines before it have them. */
export class OpenBlocks {
  private readonly open: Block[] = [];

  get innermost(): Block | undefined {
    return this.open.at(-1);
  }

  /** The column for what is written below the innermost block's key or dash. */
  get contentColumn(): number {
    return this.innermost ? this.innermost.now + STEP : 0;
  }

  /** How far the innermost block moves to the right. */
  get shift(): number {
    return this.innermost ? this.innermost.now - this.innermost.old : 0;
  }

  /** Ends the blocks that a line is no longer part of; those, outermost first. Without a line: all. */
  close(line?: Line): Block[] {
    const kept = line ? this.open.findLastIndex(block => belongsTo(block, line)) + 1 : 0;
    return this.open.splice(kept);
  }

  /** The column for an entry at column `old`: that of its block, which begins with it where there is none yet. */
  enter(kind: Block['kind'], old: number, column = this.contentColumn): number {
    const { innermost } = this;
    if (innermost?.kind === kind && innermost.old === old) return innermost.now;
    this.open.push({ kind, old, now: column });
    return column;
  }
}

/** Whether a line is an entry of a block, or stands inside of one. The dashes of a list may stand right below the key of the list. */
function belongsTo(block: Block, { old, isDash }: Line): boolean {
  return block.old < old || (block.old === old && (block.kind === 'map' || isDash));
}

/** Whether a line is written below a key or dash of a block: deeper, or, for a list below a key, at the same column. */
export function isBelow(block: Block, { old, isDash }: Line): boolean {
  return block.old < old || (block.old === old && block.kind === 'map' && isDash);
}
