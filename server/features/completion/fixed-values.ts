import { fieldAt } from '../../reference/fields';
import { themeHover } from '../hover/event';
import { nationalFrameworkHover } from '../hover/national-framework';
import { knownAs, type Choice } from './item';
import type { Situation } from './situation';

/** Themes of visits and joint inspections, Ofsted's own first; other words are as good. */
export function themes({ reference }: Situation): Choice[] {
  const official = reference.themes.filter(theme => theme.official);
  const others = reference.themes.filter(theme => !theme.official);
  return [...official, ...others].map(({ name, official }) => ({ label: name, kind: 'value', description: official ? 'official theme' : undefined, documentation: themeHover({ name, official }, reference) }));
}

/** Outcomes and enablers of the national framework, as reports refer to them. */
export function nationalFramework({ reference }: Situation): Choice[] {
  return reference.nationalFramework.map(({ reference: label, name }) => ({
    ...knownAs(label, [name]), kind: 'value', description: name, documentation: nationalFrameworkHover(label, reference),
  }));
}

/** The values of a field that the schema fixes. */
export function fixedValues({ caret }: Situation): Choice[] {
  return (fieldAt(caret.path)?.values ?? []).map(value => ({ label: value, kind: 'value' }));
}
