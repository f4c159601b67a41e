import type { EventData } from '../../reference/data';
import type { Reference } from '../../reference/reference';
import { quote } from '../../text/quote';
import type { Cell } from './cells';
import type { Column, Group } from './columns';
import { saysNothing } from './grades';
import type { Role } from './roles';

/** One row of a table, as far as it is about one inspection. */
export class Row {
  /** What the source says otherwise than the record does, by its own headings. */
  readonly says: Record<string, string> = {};

  constructor(readonly cells: readonly Cell[], readonly group: Group, readonly place: string, readonly reference: Reference) {}

  /** The first cell of a kind that says something. */
  cell(role: Role): { column: Column; cell: Cell } | undefined {
    return this.all(role)[0];
  }

  all(role: Role): { column: Column; cell: Cell }[] {
    return (this.group.roles[role] ?? []).flatMap(column => this.filled(column));
  }

  /** The judgements that have something in their cells. */
  get judgements(): { column: Column; cell: Cell }[] {
    return this.group.judgements.flatMap(column => this.filled(column));
  }

  evidence({ heading }: Column, { text }: Cell) {
    return { evidence: { place: `${this.place}, ${quote(heading)}`, words: text } };
  }

  private filled(column: Column): { column: Column; cell: Cell }[] {
    const cell = this.cells[column.index];
    return cell && !saysNothing(cell.text) ? [{ column, cell: { ...cell, text: cell.text.trim() } }] : [];
  }
}

/** What else is known of the table that a row stands in. */
export interface TableContext {
  /** The file, for messages and sources. */
  file: string;
  /** The event that all rows are about, where the table does not say it of each; as the user says. */
  event?: EventData;
  /** The title of the table, and the event that it names. */
  title: string;
  titleEvent?: EventData;
}
