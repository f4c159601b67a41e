import { printable } from '../../text/printable';
import { Unreadable } from '../table/cells';
import type { PdfText, PlacedText } from './page-text';

/** No report is nearly as long: what stands behind is not read. */
export const MOST_PAGES = 150;

/** More words than any report has on a page, in pieces: some programs place every letter by itself. */
const MOST_PIECES = 20_000;

/**
 * Reads the words of a document. Nothing in it is run: scripts, forms and pictures are not looked at. Throws an Unreadable where it
 * cannot be read. It may take long over a document made to do harm: to be called where it can be stopped.
 */
export async function readPdf(bytes: Uint8Array): Promise<PdfText> {
  // Large, and needed for nothing else.
  const { getDocument, VerbosityLevel } = await import('unpdf/pdfjs');
  const task = getDocument({ data: bytes, isEvalSupported: false, enableXfa: false, disableFontFace: true, useSystemFonts: false, stopAtErrors: false, verbosity: VerbosityLevel.ERRORS });
  try {
    const document = await task.promise;
    const pages: PlacedText[][] = [];
    for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES); number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const texts = items.flatMap(item => ('str' in item && item.str.trim() !== '' ? [placed(item)] : []));
      if (texts.length > MOST_PIECES) throw new Unreadable('a page of it holds far more words than any page of a report; nothing of it was read.');
      pages.push(texts);
      page.cleanup();
    }
    return { pages, pageCount: document.numPages };
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable(whyNot(error));
  } finally {
    await task.destroy();
  }
}

function placed({ str, transform, width, height, fontName }: { str: string; transform: number[]; width: number; height: number; fontName: string }): PlacedText {
  return { text: printable(str), x: transform[4] ?? 0, y: transform[5] ?? 0, width, size: height, font: fontName };
}

function whyNot(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return 'it is behind a password; save it without one.';
  return 'it is damaged, or was not downloaded to its end.';
}
