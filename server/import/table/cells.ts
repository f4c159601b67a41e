/** One cell of a table as it is shown; a day as YYYY-MM-DD. Formulas are not worked out: what the file shows for them is taken. */
export interface Cell {
  text: string;
  /** The address that it leads to, if it is a link. */
  link?: string;
}

/** One sheet of a spreadsheet, or a file of separated values. Rows may be of different lengths, and may be empty. */
export interface Sheet {
  /** Empty where the file has no sheets. */
  name: string;
  rows: readonly (readonly Cell[])[];
}

/** A file that cannot be read: the message is the end of a sentence about the file. */
export class Unreadable extends Error {}

/** More than any table of inspections ever had; a file with more is something else, or made to do harm. */
export const MOST_ROWS = 200_000;
export const MOST_COLUMNS = 400;
export const MOST_CELLS = 4_000_000;

/** Spreadsheet programs end a cell at 32,767 letters; our own export may hold more in one. */
export const MOST_LETTERS = 1_000_000;

/** What the sheets of one file may come to, all together. */
export class Budget {
  private cells = 0;
  private rows = 0;

  /** Throws an Unreadable where it is used up. */
  take(rows: number, cells: number): void {
    this.rows += rows;
    this.cells += cells;
    if (this.rows > MOST_ROWS || this.cells > MOST_CELLS) throw new Unreadable('it has far more rows than any table of inspections; nothing of it was read.');
  }
}

/**
 * Collects the rows of a sheet within bounds: empty cells at the end of a row and empty rows at the end of a sheet are not kept. Single
 * cells far to the right are left out; a row that is full of cells up to there is no row of inspections.
 */
export class RowCollector {
  readonly rows: Cell[][] = [];
  private row: Cell[] = [];
  /** Empty cells and rows that were met since the last that was not. */
  private waiting = 0;
  private emptyRows = 0;
  private filled = 0;

  /** @param budget of the file that the sheet belongs to */
  constructor(private readonly budget: Budget) {}

  /** @param times how often the cell stands side by side */
  addCell(cell: Cell, times = 1): void {
    if (cell.text === '' && cell.link === undefined) {
      // Spreadsheets write thousands of empty cells as one: only those before another cell count.
      this.waiting += times;
      return;
    }
    if (cell.text.length > MOST_LETTERS) throw new Unreadable('a cell of it is far longer than any text about an inspection; nothing of it was read.');
    this.filled += times;
    if (this.filled > MOST_COLUMNS) throw new Unreadable('it has far more columns than any table of inspections; nothing of it was read.');
    for (; this.waiting > 0 && this.row.length < MOST_COLUMNS; this.waiting--) this.row.push(EMPTY);
    for (let i = 0; i < times && this.row.length < MOST_COLUMNS; i++) this.row.push(cell);
  }

  endRow(times = 1): void {
    const { row } = this;
    this.row = [];
    this.waiting = 0;
    this.filled = 0;
    if (row.length === 0) {
      this.emptyRows += times;
      return;
    }
    this.budget.take(this.emptyRows + times, row.length * times);
    for (; this.emptyRows > 0; this.emptyRows--) this.rows.push([]);
    for (let i = 0; i < times; i++) this.rows.push(row);
  }
}

const EMPTY: Cell = { text: '' };
