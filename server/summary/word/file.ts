import { AlignmentType, Document, Footer, LineRuleType, PageNumber, Packer, TextRun, type FileChild } from 'docx';
import { visible } from '../../text/visible';
import { QUIET } from './colours';
import { paragraph } from './pieces';

/** A Word file for committee papers: A4, numbered pages, British English, with styles for headings that Word's own lists of contents know. */
export async function wordFile(title: string, children: readonly FileChild[]): Promise<Uint8Array> {
  const file = new Document({
    title: visible(title), creator: 'Inspection Records', description: 'Made from inspection records',
    styles: {
      default: {
        document: { run: { font: 'Arial', size: 22, language: { value: 'en-GB' } }, paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } } },
        heading1: { run: { font: 'Arial', size: 36, bold: true }, paragraph: { spacing: { before: 240, after: 60 }, keepNext: true } },
        heading2: { run: { font: 'Arial', size: 28, bold: true }, paragraph: { spacing: { before: 320, after: 120 }, keepNext: true } },
        heading3: { run: { font: 'Arial', size: 24, bold: true }, paragraph: { spacing: { before: 200, after: 80 }, keepNext: true } },
        heading4: { run: { font: 'Arial', size: 22, bold: true }, paragraph: { spacing: { before: 160, after: 60 }, keepNext: true } },
      },
      paragraphStyles: [{ id: 'Quoted', name: 'Quote', basedOn: 'Normal', next: 'Normal', quickFormat: true, run: { italics: true }, paragraph: { indent: { left: 567, right: 567 }, keepNext: true } }],
    },
    sections: [{
      properties: { page: { size: { width: 11906, height: 16838 }, margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 } } },
      footers: { default: new Footer({ children: [paragraph([new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES], color: QUIET, size: 18 })], { alignment: AlignmentType.RIGHT })] }) },
      children,
    }],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}
