import { daysBetween, isDay, longDate } from '../../reference/calendar';
import { fieldText, type Inspection } from '../../reference/inspection';
import { matched } from '../../reference/match';
import { NOTHING, type AcrossRule, type OtherRecord, type Report } from '../rule';
import { listed } from '../wording';
import { latestGraded, overallGrade, worstGradeNotGiven } from './overall';
import { countedOnFrom, ordinalOf } from './visits';

export const shortAfterWeak: AcrossRule = {
  id: 'short-after-weak',
  severity: 'warning',
  summary: 'A kind of inspection that follows only a better overall grade than the one before it.',
  why: 'Ofsted inspects an authority briefly only where the last overall judgement was good or outstanding: all 100 short inspections in its table of 2025 were of that kind.',
  checkAcross(inspection, others) {
    const event = matched(inspection.event?.match);
    const previous = event?.previous_overall && inspection.on && latestGraded(inspection, others, inspection.on.date);
    const grade = previous && overallGrade(previous.inspection);
    if (!grade || event.previous_overall!.includes(grade.id)) return NOTHING;
    return [{
      ...span(inspection.event!.node), related: [relatedOverall(previous)],
      message: `'${event.name}' follows only an overall grade of ${listed(namesOf(event.previous_overall!, previous.inspection), 'or')}; the one before this (${previous.name}) was '${grade.name}'.`,
    }];
  },
};

export const inspectionInterval: AcrossRule = {
  id: 'inspection-interval',
  severity: 'hint',
  summary: 'Unusually soon or late after the graded inspection before it.',
  why: 'Graded inspections come about every three years. In Ofsted\'s table of 2025 there were between 910 and 2128 days from one to the next.',
  checkAcross(inspection, others) {
    const usual = matched(inspection.event?.match)?.interval_days;
    const date = inspection.on?.date;
    const previous = usual && date && latestGraded(inspection, others, date);
    const before = previous?.inspection.on?.date;
    if (!usual || !isDay(date) || !isDay(before)) return NOTHING;
    const days = daysBetween(before, date);
    if (days >= usual.from && days <= usual.to) return NOTHING;
    return [{
      ...span(inspection.event!.node), related: [relatedEvent(previous!)],
      message: `This began ${days} days after the graded inspection before it (${longDate(before)}). Fewer than ${usual.from} or more than ${usual.to} were never seen: is a record missing, or a date wrong?`,
    }];
  },
};

export const monitoringWithoutInadequate: AcrossRule = {
  id: 'monitoring-without-inadequate',
  severity: 'warning',
  summary: 'A visit that only the worst grade leads to, although the inspection before it gave that to no judgement.',
  why: 'Ofsted pays monitoring visits to authorities with a judgement of inadequate (handbook of May 2016).',
  checkAcross(inspection, others) {
    const event = matched(inspection.event?.match);
    const previous = event?.follows_worst && inspection.on && latestGraded(inspection, others, inspection.on.date);
    const worst = previous && worstGradeNotGiven(previous.inspection);
    if (!worst) return NOTHING;
    return [{
      ...span(inspection.event!.node), related: [relatedEvent(previous)],
      message: `'${event.name}' follows an inspection with a judgement of '${worst.name}'; the one before this (${previous.name}) had none.`,
    }];
  },
};

export const monitoringOrdinal: AcrossRule = {
  id: 'monitoring-ordinal',
  severity: 'warning',
  summary: 'The numbers of visits repeat, or do not rise with their dates.',
  why: 'Visits are numbered from the inspection that led to them: first, second, third.',
  checkAcross(inspection, others): Iterable<Report> {
    const node = fieldText(inspection, 'ordinal');
    const event = matched(inspection.event?.match);
    if (!node || typeof node.value !== 'number' || !event?.ordinal || !inspection.on) return NOTHING;
    const previous = countedOnFrom(inspection, others);
    const before = previous && ordinalOf(previous);
    if (!before || node.value > Number(before.value)) return NOTHING;
    return [{
      ...span(node), related: [{ ...span(before), in: previous, message: `${previous.name} is number ${String(before.value)}` }],
      message: `This visit is number ${node.value}, but ${previous.name}, before it, was number ${String(before.value)} already.`,
    }];
  },
};

/** What grades are called in an inspection; those that its scale does not have are left out. */
function namesOf(grades: readonly string[], { scale }: Inspection): string[] {
  return scale?.grades.filter(({ id }) => grades.includes(id)).map(({ name }) => name) ?? [];
}

function relatedEvent(other: OtherRecord): NonNullable<Report['related']>[number] {
  return { ...span(other.inspection.event!.node), in: other, message: other.name };
}

function relatedOverall(other: OtherRecord): NonNullable<Report['related']>[number] {
  const grade = other.inspection.judgements.find(({ counts }) => counts?.level === 'overall')!.grade!;
  return { ...span(grade), in: other, message: `${other.name}: ${grade.text}` };
}

function span({ start, end }: { start: number; end: number }) {
  return { start, end };
}
