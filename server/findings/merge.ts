import type { RecordText } from '../records/read';
import { SEVERITIES } from '../rules/rule';
import { overlaps, type Span } from '../text/span';
import type { Finding } from './finding';

/**
 * One mistake, one finding. Where the YAML of a line cannot be read, nothing else is said of that line (nor of others that a finding covers), and nothing in the record
 * is called missing (it may stand in that line). Of several findings about the very same words the gravest speaks; of equally
 * grave ones the one whose rule comes first. Where that one only says how to write them, and so is mended without a thought, the
 * words are understood, and the next speaks as well. What is missing is told at words that may have a mistake of their own.
 * @param findings in the order of the rules; the result is in order of place
 */
export function merge(findings: readonly Finding[], record: RecordText): readonly Finding[] {
  if (!findings.length) return findings;
  const spoken = [...record.broken, ...findings.flatMap(({ covers }) => covers ?? [])];
  const told = findings.filter(finding => finding.rule === 'yaml-syntax' || (!(finding.missing && record.broken.length) && !spoken.some(lines => onLine(finding, lines))));
  const bySpan = new Map<string, Finding[]>();
  for (const finding of told) {
    const key = `${finding.start}-${finding.end}-${finding.missing ? 'missing' : 'written'}`;
    bySpan.set(key, [...(bySpan.get(key) ?? []), finding]);
  }
  return [...bySpan.values()].flatMap(speaking).sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Those that speak of findings about the very same words. */
function speaking(findings: readonly Finding[]): Finding[] {
  const sorted = [...findings].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  const last = sorted.findIndex(({ fixes }) => !fixes?.some(({ all }) => all));
  return last < 0 ? sorted : sorted.slice(0, last + 1);
}

function onLine(finding: Span, lines: Span): boolean {
  return overlaps(finding, lines) || (finding.start === finding.end && lines.start <= finding.start && finding.start <= lines.end);
}
