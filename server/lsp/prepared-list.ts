/**
 * A list as an answer, of which each entry is JSON in UTF-8 already, behind a comma: of a long list that is mostly as it was before, writing
 * all entries anew takes longer than to find out what has changed. Only a connection that writes bytes can send it (`Host.writesBytes`).
 */
export class PreparedList {
  constructor(readonly entries: readonly Uint8Array[]) {}
}

const utf8 = new TextEncoder();

/** Written with letters of ASCII only: whoever reads it, then, reads a long list in four fifths of the time. */
export function preparedEntry(entry: object): Uint8Array {
  return utf8.encode(`,${JSON.stringify(entry).replace(/[\u0080-\uffff]/g, escaped)}`);
}

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
