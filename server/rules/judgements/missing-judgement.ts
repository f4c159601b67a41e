import { isEmpty } from '../../records/node';
import type { Framework } from '../../reference/frameworks';
import type { Inspection } from '../../reference/inspection';
import { frameworkInForce } from '../beginning';
import { NOTHING, type InspectionRule } from '../rule';
import { listed } from '../wording';
import { lacking, mayBeMisnamed } from './lacking';

export const missingJudgement: InspectionRule = {
  id: 'missing-judgement',
  severity: 'error',
  summary: 'The record lacks judgements that every report of the framework in force prints.',
  why: 'All judgements of its edition are in every one of 321 ILACS reports, and all six in every SIF report; what could not be judged says "Not judged" (SIF only). Judgements of 2009 to 2013 whose names could not be confirmed are never demanded, and neither is anything of a report that is not out yet and has no judgements at all.',
  check(inspection, context) {
    const framework = frameworkInForce(inspection, context);
    if (!framework || isAwaited(inspection)) return NOTHING;
    const missing = lacking(framework, inspection.judgements).map(({ name }) => name);
    if (!missing.length || mayBeMisnamed(framework, inspection.judgements)) return NOTHING;
    return [{ ...place(inspection), missing: true, suggestions: missing, message: say(missing, framework) }];
  },
};

/** Whether nothing is to be expected: no judgement is written, and the report is not out yet or what stands there is no list of judgements. */
function isAwaited({ fields, published, judgements }: Inspection): boolean {
  const value = fields.get('judgements')?.value;
  return !judgements.length && (!published || (value !== undefined && !isEmpty(value) && value.kind !== 'map'));
}

/** The key of the judgements; where it is missing too, the event that makes them necessary. */
function place({ fields, event, root }: Inspection): { start: number; end: number } {
  const { start, end } = fields.get('judgements')?.key ?? event?.node ?? root.pairs[0]!.key;
  return { start, end };
}

function say(missing: readonly string[], framework: Framework): string {
  const one = missing.length === 1;
  return `${listed(missing)} ${one ? 'is' : 'are'} missing: every report has ${one ? 'it' : 'them'} under ${framework.short_name}.`;
}
