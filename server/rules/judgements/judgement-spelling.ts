import type { Inspection } from '../../reference/inspection';
import type { WrittenJudgement } from '../../reference/judgements';
import { frameworkInForce } from '../beginning';
import { rewrite } from '../scalar-text';
import type { InspectionRule, Report } from '../rule';
import { removalFixes } from './removal-fixes';

export const judgementSpelling: InspectionRule = {
  id: 'judgement-spelling',
  severity: 'warning',
  summary: 'A judgement is written otherwise than the framework in force prints it: a short name, a variant, a misprint, or other capital letters.',
  why: 'Judgements are compared over years and authorities by their names, so there is one way to write each: as the framework prints it. 14 reports of July 2025 to June 2026 print "children care leavers", which is a misprint; SIF reports call the overall judgement by a sentence about the authority.',
  fix: 'all',
  *check(inspection, context) {
    if (!frameworkInForce(inspection, context)) return;
    for (const line of inspection.judgements) {
      if (line.match.kind === 'spelling') yield report(inspection, line, line.match.judgement.name);
    }
  },
};

function report(inspection: Inspection, line: WrittenJudgement, name: string): Report {
  const { pair: { key }, counts } = line;
  const other = inspection.judgements.find((each, index, all) => each !== line && each.counts?.id === counts?.id && (each.match.kind === 'exact' || index < all.indexOf(line)));
  const place = { start: key.start, end: key.end };
  if (!other) {
    return {
      ...place, suggestions: [name], message: `'${key.text}' means '${name}': write the judgement as the framework prints it.`,
      fixes: [{ title: `Change to '${name}'`, edits: [rewrite(inspection.record, key, name)], all: true }],
    };
  }
  return {
    ...place, message: `'${key.text}' means '${name}', which stands in this record already.`,
    related: [{ start: other.pair.key.start, end: other.pair.key.end, message: 'It stands here.' }],
    fixes: removalFixes(inspection, [line]),
  };
}
