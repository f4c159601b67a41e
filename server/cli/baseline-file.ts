import fs from 'node:fs';
import path from 'node:path';
import { readBaseline, type Baseline, type KnownFindings } from '../reports/baseline';
import type { PlacedFinding } from '../reports/report';
import { visible } from '../text/visible';
import { quote } from '../text/quote';
import { count } from '../text/words';
import { readBounded } from './bounded';
import { relativePath } from './find-files';
import { decode } from './read-files';
import { describeSystemError } from './system-error';
import { UsageError } from './usage-error';

/** Entries that no longer apply are told one by one, up to so many. */
const MOST_TOLD = 20;

/** A path of a report, which counts from the current folder, as the baseline in `file` has it. */
export function pathInBaseline(file: string, shown: string): string {
  return relativePath(path.dirname(path.resolve(file)), path.resolve(shown));
}

/** The findings of a baseline file, which are used up as they are found. */
export class OpenBaseline {
  private readonly baseline: Baseline;
  private readonly checked = new Set<string>();
  private known = 0;

  /** Throws a UsageError where the file cannot be read, or is no baseline. */
  constructor(private readonly file: string) {
    this.baseline = openBaseline(file);
  }

  /** The findings of a file that are not in the baseline. */
  withoutKnown(shown: string, findings: readonly PlacedFinding[]): PlacedFinding[] {
    const path = pathInBaseline(this.file, shown);
    this.checked.add(path);
    const others = findings.filter(finding => !this.baseline.take(path, finding));
    this.known += findings.length - others.length;
    return others;
  }

  /** What to say when everything has been checked: how much was known, and what of it is there no more. */
  describe(): string[] {
    const gone = this.baseline.findings.filter(({ path: name }) => this.checked.has(name) || !fs.existsSync(path.resolve(path.dirname(this.file), name)));
    const told = gone.slice(0, MOST_TOLD).map(entry => `  ${describeEntry(entry)}`);
    return [
      ...(this.known > 0 ? [`${count(this.known, 'finding')} known to ${visible(this.file)} ${this.known === 1 ? 'is' : 'are'} not told.`] : []),
      ...(gone.length > 0 ? [`${visible(this.file)} knows of findings that are there no more; '--write-baseline' writes it anew:`, ...told] : []),
      ...(gone.length > told.length ? [`  and ${count(gone.length - told.length, 'other')}`] : []),
    ];
  }
}

function describeEntry({ path, record, rule, words, count: times }: KnownFindings): string {
  return visible([path, rule, quote(words), record === undefined ? '' : `in ${record}`, times > 1 ? `(${times} times)` : ''].filter(part => part !== '').join(' '));
}

function openBaseline(file: string): Baseline {
  try {
    const decoded = decode(readBounded(file));
    const baseline = 'text' in decoded ? readBaseline(decoded.text) : undefined;
    if (!baseline) throw new UsageError(`${visible(file)}: this is no baseline; '--write-baseline' writes one.`);
    return baseline;
  } catch (error) {
    const meaning = describeSystemError(error);
    throw meaning ? new UsageError(`${visible(file)}: ${meaning}.`) : error;
  }
}
