import { decodeText, wideEncoding } from './encoding';

/** What a file is, by what it holds: names of files are often wrong, above all of those that were downloaded. */
export type Kind = 'pdf' | 'zip' | 'json' | 'text' | 'web-page' | 'old-spreadsheet' | 'picture' | 'empty' | 'other';

const SIGNATURES: readonly (readonly [Kind, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]], ['zip', [0x50, 0x4b, 0x05, 0x06]],
  // Spreadsheets before 2007, and later ones behind a password.
  ['old-spreadsheet', [0xd0, 0xcf, 0x11, 0xe0]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]], ['picture', [0xff, 0xd8, 0xff]], ['picture', [0x47, 0x49, 0x46, 0x38]],
];

/** Readers of PDF look for its mark within so many bytes: some servers put something in front. */
const MARK_WITHIN = 1024;

/** @param bytes the whole file */
export function kindOf(bytes: Uint8Array): Kind {
  const signature = SIGNATURES.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (signature) return signature[0];
  const beginning = latin(bytes.subarray(0, MARK_WITHIN));
  if (beginning.includes('%PDF-')) return 'pdf';
  const text = wideEncoding(bytes) ? decodeText(bytes.subarray(0, MARK_WITHIN)).trimStart() : beginning.replace(/^\u00ef\u00bb\u00bf/, '').trimStart();
  if (text === '') return bytes.length <= MARK_WITHIN ? 'empty' : 'other';
  if (/^<(?:!doctype html|html|head|body)/i.test(text)) return 'web-page';
  if (text.includes('\0')) return 'other';
  return /^[[{]/.test(text) ? 'json' : 'text';
}

/** What such a file is, and what to do about it, as the end of a sentence; undefined for those that can be read. */
export const WHY_NOT: Readonly<Partial<Record<Kind, string>>> = {
  'web-page': 'it is a web page, not the file that was to be downloaded; download it again.',
  'old-spreadsheet': 'it is a spreadsheet of an old kind, or one behind a password; save it as ODS, XLSX or CSV without a password.',
  'picture': 'it is a picture: there is no text in it to read.',
  'empty': 'it is empty.',
  'other': 'it is none of the kinds that can be read: PDF, ODS, XLSX, CSV or JSON.',
};

function latin(bytes: Uint8Array): string {
  return Array.from(bytes, byte => String.fromCharCode(byte)).join('');
}
