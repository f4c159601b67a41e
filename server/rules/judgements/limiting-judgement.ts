import { frameworkInForce } from '../beginning';
import { NOTHING, type InspectionRule, type Severity } from '../rule';
import { listed } from '../wording';
import { limitingKeys, overallAndKeys } from './overall-and-keys';

export const limitingJudgement: InspectionRule = {
  id: 'limiting-judgement',
  severity: 'warning',
  summary: 'A key judgement has the worst grade and the overall judgement has not: a warning where that was never seen, an information where it is rare.',
  why: 'In SIF an inadequate key judgement made the overall judgement inadequate: 169 of 169 reports. In ILACS it usually does: 34 of 37; Herefordshire 2018, Doncaster 2022 and Slough 2023 required improvement overall although the impact of leaders was inadequate. Adoption and care leavers, as parts of a judgement in SIF, and the safeguarding children board do not limit.',
  check(inspection, context) {
    const framework = frameworkInForce(inspection, context);
    const graded = framework?.limiting && overallAndKeys(inspection, framework);
    if (!framework || !graded) return NOTHING;
    const limiting = limitingKeys(graded, inspection);
    if (!limiting.length) return NOTHING;
    const { overall } = graded;
    const node = overall.line.grade!;
    return [{
      start: node.start, end: node.end, severity: SEVERITY[framework.limiting!],
      message: `${overall.name} is '${overall.grade.name}', although ${listed(limiting.map(({ name }) => name))} ${limiting.length > 1 ? 'are' : 'is'} '${limiting[0]!.grade.name}': under ${framework.short_name}, the overall judgement ${framework.limiting} follows.`,
      related: limiting.map(({ line }) => ({ start: line.pair.key.start, end: line.pair.key.end, message: 'This judgement limits the overall one.' })),
    }];
  },
};

const SEVERITY: Record<'always' | 'usually', Severity> = { always: 'warning', usually: 'information' };
