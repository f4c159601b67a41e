// Comma-separated values as RFC 4180 has them: quoted fields may hold commas, line ends and doubled quotes.

/** The fields of each row; empty lines are left out. */
function readRows(text) {
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;
  const rows = [];
  let row = [];
  for (;;) {
    const at = field.lastIndex;
    const match = field.exec(text);
    if (!match) throw new Error(`a quote stands where none can, near '${text.slice(at, at + 30)}'`);
    const [, quoted, plain, end] = match;
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    if (row.some(value => value !== '')) rows.push(row);
    if (end === '') return rows;
    row = [];
  }
}

/** One object per row, by the names in the first row. Values are trimmed; what a short row lacks is ''. */
export function readCsv(text) {
  const [header = [], ...rows] = readRows(text.replace(/^\uFEFF/, ''));
  return rows.map(row => Object.fromEntries(header.map((name, index) => [name.trim(), (row[index] ?? '').trim()])));
}
