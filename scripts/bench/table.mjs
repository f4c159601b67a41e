// The figures of a run as one table, and its place in the README.
import fs from 'node:fs';
import os from 'node:os';

const [BEGIN, END] = ['<!-- figures of npm run bench: begin -->', '<!-- figures of npm run bench: end -->'];

const short = value => value.toFixed(value < 0.95 ? 2 : value < 9.95 ? 1 : 0);

const figure = (value, unit) => (value === undefined ? 'no answer in time' : `${short(value)} ${unit}`);

/** How many times as much the peer takes. */
const ratio = ({ ours, theirs }) => (ours === undefined || theirs === undefined ? '' : `${short(theirs / ours)} ×`);

/**
 * One table in Markdown.
 * @param rows `{ what, ours, unit, goal?, peer?, theirs? }`; `theirs` may be absent where the peer gave no answer
 */
export function tableOf(rows) {
  const lines = rows.map(({ what, unit, goal = '', peer = '', ...values }) => [what, figure(values.ours, unit), goal, peer && figure(values.theirs, unit), peer && ratio(values), peer]);
  return ['| what | inspection-records | goal | peer | ratio | which peer |', '|---|---|---|---|---|---|', ...lines.map(line => `| ${line.join(' | ')} |`)].join('\n');
}

export function machine() {
  return `${os.cpus()[0]?.model.trim()}, ${os.availableParallelism()} cores, ${os.platform()}, Node ${process.versions.node}`;
}

/** Puts a text between the marks of a file; throws where it has none. */
export function writeBetweenMarks(file, text) {
  const before = fs.readFileSync(file, 'utf8');
  const [start, end] = [before.indexOf(BEGIN), before.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`${file} needs two lines between which the figures go:\n${BEGIN}\n${END}`);
  fs.writeFileSync(file, `${before.slice(0, start + BEGIN.length)}\n${text}\n${before.slice(end)}`);
}
