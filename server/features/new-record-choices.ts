import type { Checker } from '../findings/checker';
import { Slice } from '../records/slice';
import { complete } from './completion';

/** Something that a new record may be about. */
export interface SubjectChoice {
  label: string;
  /** More about it, in a few words. */
  description?: string;
}

/** A record in which nothing but one value is missing, by what is to be chosen: what is offered there is what there is to choose from. */
const PLACES = { authorities: 'authority: ', events: 'event: ', days: 'fieldwork:\n  start: ' };

/** What a new record may be about: authorities and events of today first; today, and the Monday of this week. */
export function newRecordChoices(checker: Checker): Record<keyof typeof PLACES, SubjectChoice[]> {
  const at = (text: string) => complete(new Slice(text), text.length, checker).items
    .map(({ label, detail, description }) => ({ label, description: [detail, description].filter(Boolean).join(' · ') }));
  return { authorities: at(PLACES.authorities), events: at(PLACES.events), days: at(PLACES.days) };
}
