import { AuthorityIndex } from './authorities';
import type { ReferenceData } from './data';
import { EventIndex } from './events';
import { FrameworkIndex } from './frameworks';
import { GradeIndex } from './grades';
import { LinkIndex } from './links';
import { TrustIndex } from './trusts';
import { WorkingDays } from './working-days';

/** Everything that is known of the field, with fast look-ups. Made once from data; holds no record and no clock. */
export interface Reference {
  /** What it was made from. */
  data: ReferenceData;
  authorities: AuthorityIndex;
  trusts: TrustIndex;
  events: EventIndex;
  frameworks: FrameworkIndex;
  grades: GradeIndex;
  themes: ReferenceData['themes'];
  nationalFramework: ReferenceData['national_framework'];
  links: LinkIndex;
  workingDays: WorkingDays;
  nextSteps: ReferenceData['next_steps'];
}

export function createReference(data: ReferenceData): Reference {
  return {
    data,
    authorities: new AuthorityIndex(data.authorities, data.authority_titles),
    trusts: new TrustIndex(data.trusts),
    events: new EventIndex(data.events),
    frameworks: new FrameworkIndex(data.frameworks),
    grades: new GradeIndex(data),
    themes: data.themes,
    nationalFramework: data.national_framework,
    links: new LinkIndex(data.links),
    workingDays: new WorkingDays(data.bank_holidays),
    nextSteps: data.next_steps,
  };
}
