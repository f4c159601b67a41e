import assert from 'node:assert/strict';
import path from 'node:path';
import { visible } from '../../../server/text/visible';
import { folderWith, runProgram, type Result } from '../../cli/run';
import { recordsWith, toldRecordsWith } from './texts';

// The command line with texts that try to be something else in all that it is given: records, tables, configurations, arguments.

/** How a command is called that is given some texts; the files lie in the folder in which it runs. */
type Call = (words: readonly string[]) => readonly string[];

/** An argument is a text without an end of its own, and no option. */
const argument = (words: readonly string[]) => words.map(each => each.replaceAll('\0', '')).join(' ').replace(/^-/, ' -');

/** All that the command line says to a terminal, by what it is. */
export const CALLS: Readonly<Record<string, Call>> = {
  ...Object.fromEntries([
    'check', 'check --format json', 'check --format sarif', 'check --format github', 'check --format gitlab', 'check --format junit', 'check --format markdown', 'check --quiet', 'check --fix', 'check --write-baseline known.json', 'check --config hostile.config.yaml',
    'format', 'format --check', 'format --field-order', 'export', 'export --format json', 'export --format ndjson',
    'summary', 'summary --format markdown', 'summary --format html', 'summary --format tsv', 'summary --format json', 'summary --style briefing', 'summary --overview', 'summary --overview --format html', 'summary --journey Kent', 'summary --journey Kent --format svg', 'summary --journey Kent --format markdown',
    'import table.csv', 'import table.csv --evidence', 'import table.csv --merge .', 'import table.json', 'import hostile.config.yaml',
  ].map(call => [call, () => call.split(' ')])),
  'check of a name': words => ['check', `./${argument(words)}`],
  'check of standard input under a name': words => ['check', '--stdin-filepath', `${argument(words)}.inspection.yaml`],
  'check with a rule': words => ['check', '--rule', `${argument(words)}=error`],
  'check with a configuration': words => ['check', '--config', argument(words)],
  'check in a format': words => ['check', '--format', argument(words)],
  'summary of an authority': words => ['summary', '--journey', argument(words)],
  'summary to a file': words => ['summary', '--output', `nowhere/${argument(words)}`],
  'import of a name': words => ['import', `./${argument(words)}`],
  'import of an event': words => ['import', 'table.csv', '--event', argument(words)],
  'new': words => ['new', '--authority', argument(words), '--event', argument(words), '--start', argument(words)],
  'new of an event': words => ['new', '--authority', 'Kent', '--event', argument(words)],
  'new on a day': words => ['new', '--authority', 'Kent', '--event', 'focused visit', '--start', argument(words)],
  'explain': words => ['explain', argument(words)],
  'completion': words => ['completion', argument(words)],
  'an option': words => [`--${argument(words)}`],
  'a command': words => [argument(words)],
};

function filesWith(words: readonly string[]): Record<string, string> {
  const written = words.map(each => JSON.stringify(each));
  const cell = (each: string) => `"${each.replaceAll('"', '""')}"`;
  const row = { authority: 'Kent', event: 'focused visit', fieldwork_start: '2023-03-15', theme: words[0], summary: words.join(' '), ...Object.fromEntries(words.map(each => [each, each])) };
  return {
    ...Object.fromEntries(words.map((each, i) => [`${i}.inspection.yaml`, `${recordsWith(each)}---\n${toldRecordsWith(each)}`])),
    'table.csv': `Local authority name,Inspection date,Inspection type,Visit theme,${words.map(cell).join(',')}\n${words.map(each => `Kent,2023-03-15,ILACS Focused Visit,${cell(each)},${words.map(cell).join(',')}\n${cell(each)},${cell(each)},${cell(each)},x\n`).join('')}`,
    'table.json': JSON.stringify([row]),
    'hostile.config.yaml': `rules: {${written.map(each => `${each}: ${each}`).join(', ')}}\nignore: [${written.join(', ')}]\n${written.map(each => `? ${each}\n: 1\n`).join('')}`,
  };
}

/** Makes the program take what it writes to for a terminal without colours, as nothing else commands it then. */
const AT_TERMINAL = path.resolve('test/trust/hostile/at-terminal.cjs');

/**
 * What the command line says at a terminal, where these texts stand in all that it is given.
 * @param fault a module that is loaded before, and breaks something
 */
export function callWith(name: string, words: readonly string[], fault?: string): Promise<Result> {
  const loaded = [AT_TERMINAL, ...fault === undefined ? [] : [fault]].map(file => `--require=${file}`).join(' ');
  return runProgram(CALLS[name]!(words), { cwd: folderWith(filesWith(words)), stdin: filesWith(words)['0.inspection.yaml'], env: { NODE_OPTIONS: loaded } });
}

/** Nothing that it says commands a terminal, hides or turns round what stands there; it does not fail either. */
export function assertSpeaksPlainly({ status, stdout, stderr }: Result, what: string): void {
  for (const line of `${stdout}\n${stderr}`.split(/\r?\n/)) assert.equal(visible(line), line, what);
  assert.doesNotMatch(stderr, /has failed|^ +at /m, what);
  assert.ok(status !== 3 && status !== null, `${what}: ${stderr}`);
}
