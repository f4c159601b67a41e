import type { Rule } from '../rule';
import { authorityNotInExistence } from './authority-not-in-existence';
import { authoritySpelling } from './authority-spelling';
import { dateInFuture } from './date-in-future';
import { datesOutOfOrder } from './dates-out-of-order';
import { eventNotInForce } from './event-not-in-force';
import { eventSpelling } from './event-spelling';
import { fieldworkLength } from './fieldwork-length';
import { fieldworkWeekend } from './fieldwork-weekend';
import { publicationGap } from './publication-gap';
import { reportUrl } from './report-url';
import { trustAsAuthority } from './trust-as-authority';
import { unknownAuthority } from './unknown-authority';
import { unknownEvent } from './unknown-event';

/** In the order of the list of rules: where two say something of the same words, the first one speaks. */
export const whoAndWhenRules: readonly Rule[] = [
  unknownAuthority, authoritySpelling, trustAsAuthority, authorityNotInExistence, unknownEvent, eventSpelling, eventNotInForce,
  datesOutOfOrder, dateInFuture, fieldworkWeekend, fieldworkLength, publicationGap, reportUrl,
];
