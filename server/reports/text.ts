import type { Severity } from '../rules/rule';
import type { Position, Range } from '../text/span';
import { visible } from '../text/visible';
import { count, listed } from '../text/words';
import { excerpt } from './excerpt';
import type { PlacedFinding, Reporter, Totals } from './report';

/** What a piece of output is, for whoever gives it its colour. */
export type Style = Severity | 'place' | 'rule' | 'frame';

/** Gives a piece of output its colour, or leaves it as it is. */
export type Paint = (style: Style, text: string) => string;

export interface TextOptions {
  paint: Paint;
  /** Columns that a line of a record may take. */
  width: number;
}

/** For people: each finding with the line it is about, and a mark under the words that are meant. */
export function textReporter(options: TextOptions): Reporter {
  return {
    file: ({ path, findings }) => findings.map(placed => `${describeFinding(path, placed, options)}\n`).join(''),
    end: () => '',
  };
}

function describeFinding(path: string, { finding, range, line, related }: PlacedFinding, options: TextOptions): string {
  const { paint } = options;
  const head = [paint('place', describePlace(path, range.start)), paint(finding.severity, finding.severity), paint('rule', finding.rule), visible(finding.message)].join(' ');
  const others = related.map(other => `  ${paint('frame', 'see')} ${paint('place', describePlace(other.path, other.range.start))} ${visible(other.message)}\n`);
  return `${head}\n${markedLine(line, range, finding.severity, options)}${others.join('')}`;
}

/** A line of a text under its number, and beneath it a mark under the words that are meant. */
export function markedLine(line: string, { start, end }: Range, severity: Severity, { paint, width }: TextOptions): string {
  const { shown, indent, length } = excerpt(line, { start: start.character, end: end.line > start.line ? line.length : end.character }, width);
  const number = String(start.line + 1);
  const frame = (label: string) => paint('frame', `  ${label.padStart(number.length)} |`);
  return `${frame(number)} ${shown}\n${frame('')} ${' '.repeat(indent)}${paint(severity, '^'.repeat(length))}\n`;
}

/** As editors and terminals understand it: `path:line:column`, both from 1. */
export function describePlace(path: string, { line, character }: Position): string {
  return `${visible(path)}:${line + 1}:${character + 1}`;
}

/** One, and several. */
const COUNTED: readonly (readonly [Severity, string, string])[] = [
  ['error', 'error', 'errors'], ['warning', 'warning', 'warnings'], ['information', 'piece of information', 'pieces of information'], ['hint', 'hint', 'hints'],
];

/** In a few words: "2 errors and 1 warning in 1 file (9 records)". */
export function describeTotals(totals: Totals): string {
  const found = COUNTED.filter(([severity]) => totals[severity] > 0).map(([severity, one, many]) => (totals[severity] === 1 ? `1 ${one}` : `${totals[severity]} ${many}`));
  return `${listed(found) || 'No findings'} in ${count(totals.files, 'file')} (${count(totals.records, 'record')}).`;
}
