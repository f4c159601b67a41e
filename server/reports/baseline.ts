import { shorten } from '../text/quote';
import { visibleJson } from '../text/visible';
import type { PlacedFinding } from './report';

/** Findings that are known, and not to be told again: so many of a rule, about the same words of one record. Lines do not count, as they change. */
export interface KnownFindings {
  /** With `/`, from the folder of the baseline. */
  path: string;
  /** The id of the record, where it has one. */
  record?: string;
  rule: string;
  /** The words at fault, on one line; the beginning, where they are many. */
  words: string;
  count: number;
}

/** As many characters of the words at fault as tell them from others. */
const MOST_WORDS = 100;

/** What is told apart, in the order in which it is sorted. */
export function keyOf({ path, record = '', rule, words }: Omit<KnownFindings, 'count'>): string {
  return JSON.stringify([path, record, rule, words]);
}

/** Findings by what they are about. */
export class Baseline {
  private readonly entries = new Map<string, KnownFindings>();

  constructor(entries: readonly KnownFindings[] = []) {
    for (const entry of entries) this.entry(entry).count += entry.count;
  }

  add(path: string, finding: PlacedFinding): void {
    this.entry(about(path, finding)).count++;
  }

  /** Takes a finding out; whether it was there. */
  take(path: string, finding: PlacedFinding): boolean {
    const entry = this.entries.get(keyOf(about(path, finding)));
    if (!entry || entry.count === 0) return false;
    entry.count--;
    return true;
  }

  /** What is in it, by path, record, rule and words. */
  get findings(): KnownFindings[] {
    return [...this.entries].filter(([, { count }]) => count > 0).sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
  }

  get size(): number {
    return this.findings.reduce((sum, { count }) => sum + count, 0);
  }

  /** For a file: one entry on a line, the same for the same findings. */
  toString(): string {
    return `{"version": 1,\n "findings": [${this.findings.map(entry => `\n  ${visibleJson(entry)}`).join(',')}]}\n`;
  }

  private entry({ path, record, rule, words }: Omit<KnownFindings, 'count'>): KnownFindings {
    const key = keyOf({ path, record, rule, words });
    let entry = this.entries.get(key);
    if (!entry) this.entries.set(key, (entry = { path, record, rule, words, count: 0 }));
    return entry;
  }
}

/** What a finding is about, which stays the same while lines come and go. */
export function about(path: string, { finding, record, words }: PlacedFinding): Omit<KnownFindings, 'count'> {
  return { path, record: record.id, rule: finding.rule, words: shorten(words, MOST_WORDS) };
}

/** Reads what a baseline wrote; undefined where the text is no baseline. */
export function readBaseline(text: string): Baseline | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { version, findings } = Object(value) as { version?: unknown; findings?: unknown };
  return version === 1 && Array.isArray(findings) && findings.every(isKnownFindings) ? new Baseline(findings) : undefined;
}

function isKnownFindings(value: unknown): value is KnownFindings {
  const { path, record, rule, words, count } = Object(value) as Record<string, unknown>;
  const areTexts = [path, rule, words, record ?? ''].every(text => typeof text === 'string');
  return areTexts && Number.isSafeInteger(count) && (count as number) > 0;
}
