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

/** Collects the rows of a sheet within bounds: empty cells at the end of a row and empty rows at the end of a sheet are not kept. */
export class RowCollector {
  readonly rows: Cell[][] = [];
  private row: Cell[] = [];
  /** Empty cells and rows that were met since the last that was not. */
  private waiting = 0;
  private emptyRows = 0;
  private cells = 0;

  /** @param times how often the cell stands side by side */
  addCell(cell: Cell, times = 1): void {
    if (cell.text === '' && cell.link === undefined) {
      // Spreadsheets write thousands of empty cells as one: only those before another cell count.
      this.waiting += times;
      return;
    }
    for (; this.waiting > 0 && this.row.length < MOST_COLUMNS; this.waiting--) this.row.push(EMPTY);
    for (let i = 0; i < times && this.row.length < MOST_COLUMNS; i++) this.row.push(cell);
  }

  endRow(times = 1): void {
    const { row } = this;
    this.row = [];
    this.waiting = 0;
    if (row.length === 0) {
      this.emptyRows += times;
      return;
    }
    for (; this.emptyRows > 0 && this.rows.length < MOST_ROWS; this.emptyRows--) this.rows.push([]);
    this.emptyRows = 0;
    for (let i = 0; i < times; i++) {
      this.cells += row.length;
      if (this.rows.length >= MOST_ROWS || this.cells > MOST_CELLS) throw new Unreadable('it has far more rows than any table of inspections; nothing of it was read.');
      this.rows.push(row);
    }
  }
}

const EMPTY: Cell = { text: '' };
