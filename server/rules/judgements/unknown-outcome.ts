import { isEmpty } from '../../records/node';
import { fieldText, type Inspection } from '../../reference/inspection';
import { matched } from '../../reference/match';
import { quote } from '../../text/quote';
import { fold } from '../../text/spelling';
import { isOutOfForce } from '../beginning';
import { removal } from '../pair-edits';
import { rewrite } from '../scalar-text';
import { NOTHING, type InspectionRule, type Report } from '../rule';
import { didYouMean, listed } from '../wording';

export const unknownOutcome: InspectionRule = {
  id: 'unknown-outcome',
  severity: 'error',
  summary: 'The outcome is none of those that the event can have, or the event has no outcome.',
  why: 'Since 2023 an area SEND inspection ends in one of three fixed outcomes, which decide when inspectors come again (55 reports, 2023 to 2026). No other event has an outcome.',
  fix: 'some',
  check(inspection, context) {
    const kind = matched(inspection.event?.match);
    const pair = inspection.fields.get('outcome');
    if (!kind || !pair || isEmpty(pair.value) || isOutOfForce(inspection, context)) return NOTHING;
    if (kind.result !== 'outcome') return [misplaced(inspection, kind.name)];
    return kind.outcome_scale ? unknown(inspection, kind.outcome_scale) : NOTHING;
  },
};

function misplaced({ record, root, fields, reference }: Inspection, event: string): Report {
  const pair = fields.get('outcome')!;
  const others = reference.events.all.filter(({ result }) => result === 'outcome').map(({ name }) => name);
  const edit = removal(record, root, pair);
  return {
    start: pair.key.start, end: pair.key.end, message: `'${event}' has no outcome: one belongs to ${listed(others, 'or')}.`,
    fixes: edit && [{ title: 'Remove the outcome', edits: [edit] }],
  };
}

function unknown(inspection: Inspection, scaleId: string): readonly Report[] {
  const { record, reference: { grades } } = inspection;
  const node = fieldText(inspection, 'outcome');
  const scale = grades.scale(scaleId);
  if (!node || !scale) return NOTHING;
  const match = grades.match(node.text.trim(), scale);
  if (match.kind === 'exact') return NOTHING;
  const all = scale.grades.map(({ name }) => name);
  // Reports print the outcome within a sentence about the local area partnership.
  const quoted = all.filter(name => fold(node.text).includes(fold(name)));
  const suggestions = match.kind === 'spelling' ? [match.grade.name] : quoted.length ? quoted : match.kind === 'unknown' ? match.guesses.map(({ name }) => name) : [];
  return [{
    start: node.start, end: node.end, suggestions: suggestions.length ? suggestions : all,
    message: `${quote(node.text)} is not one of the ${scale.grades.length} fixed outcomes${suggestions.length ? `.${didYouMean(suggestions)}` : `: ${listed(all)}.`}`,
    fixes: suggestions.map(name => ({ title: `Change to '${name}'`, edits: [rewrite(record, node, name)] })),
  }];
}
