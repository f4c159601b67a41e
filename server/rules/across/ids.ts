import { fieldText } from '../../reference/inspection';
import { matched } from '../../reference/match';
import { eventKey } from '../../reference/same-event';
import { quote } from '../../text/quote';
import { nearest } from '../../text/spelling';
import { NOTHING, replacement, type AcrossRule, type Report } from '../rule';
import { didYouMean } from '../wording';

export const duplicateId: AcrossRule = {
  id: 'duplicate-id',
  severity: 'error',
  summary: 'Two records have one id.',
  why: "Other records point to a record by its id ('follows'), so an id must stand for one record only.",
  checkAcross(inspection, others) {
    const node = fieldText(inspection, 'id');
    const other = node && others.withId(node.text);
    if (!node || !other) return NOTHING;
    const there = fieldText(other.inspection, 'id')!;
    const { event, on } = other.inspection;
    // Without event and date it has no name by which anybody would know it.
    const which = matched(event?.match) || on ? `: ${other.name}` : '';
    return [{
      // A longer id may still be typed.
      unfinished: true,
      start: node.start, end: node.end, message: `Another record has the id ${quote(node.text)} too${which}.`,
      related: [{ start: there.start, end: there.end, in: other, message: 'The other record with this id' }],
    }];
  },
};

export const duplicateRecord: AcrossRule = {
  id: 'duplicate-record',
  severity: 'warning',
  summary: 'Another record tells of the same event: same authority, same kind, same first day.',
  why: 'An event that stands twice is counted twice, and sooner or later the two records differ.',
  checkAcross(inspection, others) {
    const { authority, on } = inspection;
    const key = eventKey(inspection);
    const twin = key === undefined ? undefined : firstOf(others.on(on!.date), other => eventKey(other.inspection) === key);
    if (!authority || !twin) return NOTHING;
    const there = twin.inspection.authority!.node;
    return [{
      start: authority.node.start, end: authority.node.end, message: `There is another record of this event: ${twin.name}.`,
      related: [{ start: there.start, end: there.end, in: twin, message: 'The other record of this event' }],
    }];
  },
};

function firstOf<T>(all: Iterable<T>, fits: (one: T) => boolean): T | undefined {
  for (const one of all) if (fits(one)) return one;
  return undefined;
}

export const unknownRecord: AcrossRule = {
  id: 'unknown-record',
  severity: 'error',
  summary: "'follows' names an id that no record has.",
  why: "'follows' joins a visit to the inspection that led to it; an id that leads nowhere breaks the story.",
  fix: 'some',
  checkAcross(inspection, others): Iterable<Report> {
    const node = fieldText(inspection, 'follows');
    const own = fieldText(inspection, 'id')?.text;
    if (!node || node.text === own || others.withId(node.text)) return NOTHING;
    const ids = others.idsLike(node.text).filter(id => id !== own);
    // A record that stands alone may follow one that is kept elsewhere.
    if (!ids.length) return NOTHING;
    const suggestions = nearest(node.text, ids, id => id);
    // The beginning of an id may still be typed.
    const unfinished = ids.some(id => id.startsWith(node.text));
    return [{
      start: node.start, end: node.end, message: `No record has the id ${quote(node.text)}.${didYouMean(suggestions)}`,
      suggestions, unfinished, fixes: suggestions.map(id => replacement(node, id)),
    }];
  },
};
