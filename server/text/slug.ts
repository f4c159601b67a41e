/** The words of a name in small letters and figures, with hyphens between: "St. Helens" is `st-helens`. Empty where it has neither. */
export function slug(name: string): string {
  return name.normalize('NFKD').toLowerCase().replace(/['’\u0300-\u036f]/g, '').replace(/[^a-z0-9]+/g, '-').replace(/^-+|(?<!-)-+$/g, '');
}
