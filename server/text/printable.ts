/** What no text is written with: control characters but for tab and line breaks, halves of characters, and marks of other encodings. */
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text of somebody else's program without characters that cannot be written into a record. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, '');
}
