import { printable } from '../../text/printable';
import { Budget, RowCollector, type Cell, type Sheet } from '../table/cells';
import { linkInFormula } from './formula';
import { readXml, type XmlListener } from './xml';

/** The part of an OpenDocument spreadsheet that holds its sheets. */
export const ODS_CONTENT = 'content.xml';

/** Reads the sheets of an OpenDocument spreadsheet. */
export function readOds(content: Uint8Array): Sheet[] {
  const sheets: Sheet[] = [];
  readXml(content, new SheetListener(sheets));
  return sheets;
}

class SheetListener implements XmlListener {
  private readonly budget = new Budget();
  private collector = new RowCollector(this.budget);
  private name = '';
  private rowTimes = 1;
  private cell?: { paragraphs: string[]; day?: string; link?: string; times: number };
  /** Comments on cells are no part of them. */
  private inAnnotation = 0;
  private inParagraph = 0;

  constructor(private readonly sheets: Sheet[]) {}

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'table') {
      this.collector = new RowCollector(this.budget);
      this.name = attributes.name ?? '';
    } else if (name === 'table-row') this.rowTimes = times(attributes['number-rows-repeated']);
    else if (name === 'table-cell' || name === 'covered-table-cell') this.cell = newCell(attributes);
    else if (name === 'annotation') this.inAnnotation++;
    else if (name === 'p' && this.inAnnotation === 0) {
      this.inParagraph++;
      this.cell?.paragraphs.push('');
    } else if (name === 's' || name === 'tab' || name === 'line-break') this.text(' ');
    else if (name === 'a' && this.cell) this.cell.link ??= attributes.href;
  }

  close(name: string): void {
    if (name === 'table') this.sheets.push({ name: this.name, rows: this.collector.rows });
    else if (name === 'table-row') this.collector.endRow(this.rowTimes);
    else if (name === 'annotation') this.inAnnotation--;
    else if (name === 'p' && this.inAnnotation === 0) this.inParagraph--;
    else if ((name === 'table-cell' || name === 'covered-table-cell') && this.cell) {
      const { paragraphs, day, link, times } = this.cell;
      const cell: Cell = { text: day ?? printable(paragraphs.map(part => part.trim()).filter(part => part !== '').join('\n')) };
      this.collector.addCell(link === undefined ? cell : { ...cell, link }, times);
      this.cell = undefined;
    }
  }

  text(text: string): void {
    const paragraphs = this.cell?.paragraphs;
    if (paragraphs?.length && this.inParagraph > 0) paragraphs[paragraphs.length - 1] += text;
  }
}

function newCell(attributes: Readonly<Record<string, string>>) {
  return {
    paragraphs: [], times: times(attributes['number-columns-repeated']), link: linkInFormula(attributes.formula),
    day: attributes['value-type'] === 'date' ? attributes['date-value']?.slice(0, 10) : undefined,
  };
}

function times(written: string | undefined): number {
  const number = Number(written ?? 1);
  return Number.isInteger(number) && number > 0 ? number : 1;
}
