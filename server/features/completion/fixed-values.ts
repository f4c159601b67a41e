import { fieldAt } from '../../reference/fields';
import type { Choice } from './item';
import type { Situation } from './situation';

/** Themes of visits and joint inspections, Ofsted's own first; other words are as good. */
export function themes({ reference }: Situation): Choice[] {
  const official = reference.themes.filter(theme => theme.official);
  const others = reference.themes.filter(theme => !theme.official);
  return [...official, ...others].map(({ name, official }) => ({ label: name, kind: 'value', description: official ? 'official theme' : undefined }));
}

/** The values of a field that the schema fixes. */
export function fixedValues({ caret }: Situation): Choice[] {
  return (fieldAt(caret.path)?.values ?? []).map(value => ({ label: value, kind: 'value' }));
}
