import { isEmpty } from '../../records/node';
import type { RecordText } from '../../records/read';
import { ONE_OF_THESE } from '../../reference/fields';
import { existsOn } from '../../reference/authorities';
import { fieldText, type Inspection } from '../../reference/inspection';
import { matched } from '../../reference/match';
import { ofEach, type Fix, type InspectionRule, type Report } from '../rule';
import { fieldInsertion } from '../field-insertion';
import { scalarText } from '../scalar-text';
import { listed } from '../wording';
import { formOf, headOf, isWithoutValue, nameOf, type Form, type Place } from './places';
import { holdsTheDay } from './undecided-day';
import { colonInText } from './wrong-type';

export const missingField: InspectionRule = {
  id: 'missing-field',
  severity: 'error',
  summary: 'A field that every record needs is missing or has no value.',
  why: 'A record says which authority was inspected, what kind of event it was, and when: without these three it cannot be told from others, and neither the framework in force nor the right judgements can be known. Older records may know only the day of publication.',
  fix: 'some',
  check(inspection) {
    const form = formOf(inspection);
    return ofEach(form.places.filter(place => isIncomplete(place, form)), place => [place.parent ? missingAtPlace(place, form, inspection.record) : missingInRecord(place, inspection)]);
  },
};

/** Whether a value is missing that must be there, or some of the fields of which it has to consist. */
function isIncomplete(place: Place, form: Form): boolean {
  if (!place.parent) return lacksFields(place) || !hasDay(place);
  return isNeeded(place, form) || (lacksFields(place) && !colonInText(place));
}

function hasDay(place: Place): boolean {
  return ONE_OF_THESE.some(name => place.keys?.fields.has(name)) || (place.keys?.unknown.some(key => holdsTheDay(key, place)) ?? false);
}

function missingAtPlace(place: Place, form: Form, record: RecordText): Report {
  if (!isNeeded(place, form)) return missingAt(place, record, `${nameOf(place)} has no ${listed(missingFields(place))}.`);
  return missingAt(place, record, isDay(place) ? `${nameOf(place)} has no value, and a record needs ${listed(ONE_OF_THESE, 'or')}.` : `${nameOf(place)} has no value. Every ${place.path.length > 1 ? 'entry' : 'record'} needs one: fill it in.`);
}

/** What is missing in the record itself: one finding, however much it is. */
function missingInRecord(record: Place, inspection: Inspection): Report {
  const names = missingFields(record);
  const days = hasDay(record) ? [] : [`neither ${ONE_OF_THESE.map(name => `'${name}'`).join(' nor ')}`];
  const all = [...(names.length ? [`no ${listed(names, 'or')}`] : []), ...days].join(' and ');
  const fixes = names.length === 1 && !days.length ? insertion(names[0]!, inspection) : [];
  return { ...missingAt(record, inspection.record, `This record has ${all}. Every record says who was inspected, what kind of event it was, and when.`), fixes };
}

function missingAt(place: Place, record: RecordText, message: string): Report {
  return { ...headOf(place, record), message, missing: true };
}

/** The fields that a mapping must have and has not, by name. */
export function missingFields({ shape, keys }: Place): string[] {
  return keys ? shape.required.filter(({ name }) => !keys.fields.has(name)).map(({ name }) => name) : [];
}

/** Whether there are any such. */
function lacksFields({ shape, keys }: Place): boolean {
  return keys !== undefined && shape.required.some(({ name }) => !keys.fields.has(name));
}

/** Whether a place must have a value and has none. Of the days of which one is needed, the first counts. */
export function isNeeded(place: Place, form: Form): boolean {
  if (!isWithoutValue(place, form)) return false;
  if (place.takes.required || !isEmpty(place.node)) return true;
  const days = isDay(place) ? form.places.filter(isDay) : [];
  return days[0] === place && days.every(day => isWithoutValue(day, form));
}

/** Whether it is one of the fields of which a record needs at least one. */
function isDay({ step, parent }: Place): boolean {
  return parent !== undefined && !parent.parent && ONE_OF_THESE.includes(step as string);
}

/** Inserts a field whose value follows from others: the authority from its trust or from the address of its page. */
function insertion(name: string, inspection: Inspection): Fix[] {
  const value = name === 'authority' ? authorityFromOthers(inspection) : undefined;
  if (value === undefined || inspection.root.flow) return [];
  const line = `${name}: ${scalarText(value, 'plain', false)}`;
  return [{ title: `Insert '${line}'`, edits: [fieldInsertion(inspection, name, [line])] }];
}

function authorityFromOthers(inspection: Inspection): string | undefined {
  const { reference: { trusts, authorities }, on } = inspection;
  const trust = fieldText(inspection, 'trust');
  const runs = (trust && matched(trusts.match(trust.text.trim()))?.runs) ?? [];
  const number = /\/(\d+)\/?$/.exec(fieldText(inspection, 'provider_page')?.text.trim() ?? '')?.[1];
  const fromPage = number ? authorities.all.filter(({ provider_number }) => String(provider_number) === number).map(authority => authority.name) : [];
  const names = new Set([...runs.map(run => run.authority), ...fromPage]);
  const [only] = names;
  const authority = only === undefined ? undefined : authorities.named(only);
  return names.size === 1 && authority && on && existsOn(authority, on.date) ? only : undefined;
}
