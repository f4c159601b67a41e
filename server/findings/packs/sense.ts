import type { ReferenceData } from '../../reference/data';
import { fieldsAt } from '../../reference/fields';
import { alternatives } from '../../text/did-you-mean';
import { quote } from '../../text/quote';
import type { Entry } from './entries';
import type { Doubt, Known } from './known';

/** What does not fit together, though each value by itself is as it should be. */
export function senseDoubts(entry: Entry, known: Known): Doubt[] {
  switch (entry.list) {
    case 'grade_scales': return orderDoubts(entry.value, known);
    case 'events': return eventDoubts(entry.value, known);
    case 'frameworks': return frameworkDoubts(entry.value, known);
    case 'links': return linkDoubts(entry.value);
    default: return [];
  }
}

function orderDoubts({ grades }: ReferenceData['grade_scales'][number], known: Known): Doubt[] {
  const ranks = new Map(known.all('grades').map(({ value }) => [value.id, value.rank ?? Infinity]));
  const rankAt = (index: number) => ranks.get(grades[index]!.grade);
  const wrong = grades.findIndex((_, i) => i > 0 && rankAt(i)! < rankAt(i - 1)!);
  return wrong < 0 ? [] : [{ pointer: `/grades/${wrong}/grade`, message: 'Grades stand from best to worst here, but this one has a better rank than the one before it.' }];
}

function eventDoubts({ id, name, result, outcome_scale, in_force }: ReferenceData['events'][number], known: Known): Doubt[] {
  if (result === 'outcome') return outcome_scale === undefined ? [{ pointer: '/result', message: "This event has an outcome, so 'outcome_scale' has to name the grade scale that lists the outcomes." }] : [];
  if (outcome_scale !== undefined) return [{ pointer: '/outcome_scale', message: `${quote(name)} has no outcome: its result is '${result}'.` }];
  if (result === 'none' || known.isUncertain('frameworks')) return [];
  const isJudged = known.all('frameworks').some(({ value }) => value.events.includes(id));
  if (!isJudged) return [{ pointer: '/id', message: `${quote(name)} carries grades, but no framework lists '${id}' among its events.` }];
  return in_force ? [{ pointer: '/in_force/from', message: 'When an event with grades can take place is said by its frameworks, not here.' }] : [];
}

function frameworkDoubts({ events, judgements, limiting, overall_bears }: ReferenceData['frameworks'][number], known: Known): Doubt[] {
  const ungraded = events.flatMap((id, i) => {
    const event = known.all('events').find(({ value }) => value.id === id)?.value;
    return event && event.result !== 'grades' ? [{ pointer: `/events/${i}`, message: `${quote(event.name)} carries no grades: its result is '${event.result}'.` }] : [];
  });
  const overall = judgements.flatMap(({ level }, i) => (level === 'overall' ? [i] : []));
  const second = overall[1] === undefined ? [] : [{ pointer: `/judgements/${overall[1]}/level`, message: 'A framework has one overall judgement at most.' }];
  const without = overall.length ? [] : (['limiting', 'overall_bears'] as const).filter(field => ({ limiting, overall_bears })[field] !== undefined)
    .map(field => ({ pointer: `/${field}`, message: 'This speaks of the overall judgement, and none of the judgements is that.' }));
  return [...ungraded, ...second, ...without];
}

/** A group that is repeated can take a computer years to compare with a text that does not fit: nobody's address needs one. */
const REPEATED_GROUP = /\)\s*[*+{]|\\\d|\\k/;
/** So does each part more that may be of any length. */
const MOST_OPEN = 3;

function linkDoubts({ field, pattern, example }: ReferenceData['links'][number]): Doubt[] {
  const fields = fieldsAt([]).filter(({ form }) => form === 'url').map(({ name }) => name);
  const wrongField = fields.includes(field) ? [] : [{ pointer: '/field', isFatal: true, message: `${quote(field)} is no field that holds an address: those are ${alternatives(fields)}.` }];
  const isSlow = REPEATED_GROUP.test(pattern) || (pattern.match(/[*+]|\{\d*,\}/g) ?? []).length > MOST_OPEN;
  const expression = isSlow ? undefined : expressionOf(pattern);
  const wrongPattern = expression ? [] : [{ pointer: '/pattern', isFatal: true, message: 'This is no regular expression that can be used here. Repeated groups, references to groups and more than three parts of any length are not taken.' }];
  const wrongExample = expression && !expression.test(example) ? [{ pointer: '/example', message: 'The example is not of the form that the pattern describes.' }] : [];
  return [...wrongField, ...wrongPattern, ...wrongExample];
}

function expressionOf(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern);
  } catch {
    return undefined;
  }
}
