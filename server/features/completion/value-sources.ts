import { fieldAt } from '../../reference/fields';
import { isOwnField } from '../../reference/keys';
import { factPath, type Path } from '../place';
import { addressable } from './addressable';
import { authorities } from './authorities';
import { dates } from './dates';
import { events } from './events';
import { fixedValues, nationalFramework, themes } from './fixed-values';
import { grades, outcomes } from './grades';
import type { Choice } from './item';
import { judgementsOfEdition } from './judgements';
import type { Situation } from './situation';
import { trusts } from './trusts';
import { ids, nextNumber, ownId, usedElsewhere } from './used';

/** What may be written at a place, likeliest first. */
export type Source = (situation: Situation) => Choice[];

/**
 * Where the values of a field come from; `*` stands for a list entry and for the name of a judgement. A new kind of value is a
 * file beside this one and a line here.
 */
const SOURCES: Readonly<Record<string, Source>> = {
  'id': ownId,
  'authority': authorities,
  'trust': trusts,
  'event': events,
  'ordinal': nextNumber,
  'theme': themes,
  'outcome': outcomes,
  'judgements/*': grades,
  'judgements/*/grade': grades,
  'follows': ids,
  'lead_inspector': usedElsewhere('lead_inspector'),
  'quotes/*/by': usedElsewhere('quotes/*/by'),
  'quotes/*/role': usedElsewhere('quotes/*/role'),
  'quotes/*/source': usedElsewhere('quotes/*/source'),
  'actions/*/addresses': addressable,
  'actions/*/owner': usedElsewhere('actions/*/owner'),
  'follow_up/*/name': usedElsewhere('follow_up/*/name'),
  'follow_up/*/follows': ids,
  'sources/*/title': usedElsewhere('sources/*/title'),
};

/** The same for fields of findings, which stand in several lists. */
const SOURCES_BY_NAME: Readonly<Record<string, Source>> = {
  judgement: judgementsOfEdition,
  national_framework: nationalFramework,
};

/** What a source calls a grade may be of any scale: those of the record's are offered, and others are right too. */
const gradesSaid: Source = situation => grades(situation);

/** Sources beside whose values nothing is right. */
export const FIXED: ReadonlySet<Source> = new Set([authorities, events, grades, outcomes, fixedValues]);

/** The source of a field's values; undefined where any text is as good as another. */
export function valueSource(path: Path): Source | undefined {
  const fact = factPath(path);
  if (fact !== path && fact[0] === 'judgements') return gradesSaid;
  if (fact.some(step => typeof step === 'string' && isOwnField(step))) return undefined;
  const known = SOURCES[fact.map((step, i) => (typeof step === 'number' || fact[i - 1] === 'judgements' ? '*' : step)).join('/')];
  if (known) return known;
  const field = fieldAt(fact);
  if (field && Object.hasOwn(SOURCES_BY_NAME, field.name)) return SOURCES_BY_NAME[field.name];
  if (field?.form === 'date') return dates;
  return field?.values.length ? fixedValues : undefined;
}
