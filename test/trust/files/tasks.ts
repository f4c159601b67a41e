/** Something that the program does to files, and what there is before. */
export interface Task {
  args: readonly string[];
  files: Readonly<Record<string, string>>;
  /** Files that are there already when it has been done, and are left alone: doing it again does no more. */
  isDoneOnce?: true;
}

const NAME = 'kent.inspection.yaml';
const RECORD = 'authority: Kent\nevent: focused visit\nfieldwork: {start:   2023-03-15, end: 2023-03-16}\npublished: 10 May 2023\n';
// Of several pages, so that there is a half of it to be written.
const LONG = `${RECORD}notes: |\n${'  What was said, and by whom, on the day on which it was said.\n'.repeat(300)}`;
const TABLE = 'Local authority name,Inspection date,Inspection type,Visit theme\nKirklees,2024-07-08,ILACS Focused Visit,Front door\nKent,2023-03-15,ILACS Focused Visit,Front door\n';
const OTHERS = { 'notes.txt': 'nothing to do with it\n', 'table.csv': TABLE };

/** All that the program does that writes files, each in one way for each that differs in how it writes. */
export const TASKS: Readonly<Record<string, Task>> = {
  'check --fix': { args: ['check', '--fix', '--fail-on', 'never'], files: { [NAME]: LONG } },
  'format': { args: ['format'], files: { [NAME]: `\ufeff${LONG}`, 'more/kent.inspection.yaml': RECORD } },
  'baseline': { args: ['check', '--write-baseline', 'known.json'], files: { [NAME]: LONG } },
  'baseline anew': { args: ['check', '--write-baseline', 'known.json'], files: { [NAME]: LONG, 'known.json': '{"version": 1, "findings": []}\n' } },
  'summary': { args: ['summary', '--format', 'markdown', '--force', '--output', 'page.md'], files: { [NAME]: LONG } },
  'summary anew': { args: ['summary', '--format', 'markdown', '--force', '--output', 'page.md'], files: { [NAME]: LONG, 'page.md': 'as it was\n' } },
  'import': { args: ['import', 'table.csv', '--output', 'new/all.inspection.yaml'], files: OTHERS, isDoneOnce: true },
  'import --split': { args: ['import', 'table.csv', '--split', 'authority', '--output', 'new'], files: OTHERS, isDoneOnce: true },
  'import --merge': { args: ['import', 'table.csv', '--merge', 'records'], files: { ...OTHERS, [`records/${NAME}`]: LONG.replace('published: 10 May 2023\n', 'published: 2023-05-10\n') } },
};

/** What writes to standard output only. */
export const READERS: readonly (readonly string[])[] = [
  ['check'], ['format', '--check'], ['export'], ['export', '--format', 'json'], ['summary'], ['summary', '--overview'], ['import', 'table.csv'],
  ['new', '--authority', 'Kent', '--event', 'focused visit', '--start', '2023-03-15'], ['explain'], ['schema'], ['completion', 'bash'],
];

export const READ_FROM: Readonly<Record<string, string>> = { ...OTHERS, [NAME]: RECORD };
