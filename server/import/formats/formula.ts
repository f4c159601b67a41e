/** The address that a formula leads to: spreadsheets write links as HYPERLINK("address"; "words"). Nothing else of a formula is looked at. */
export function linkInFormula(formula: string | undefined): string | undefined {
  return formula === undefined ? undefined : /HYPERLINK\(\s*"(https?:[^"]{1,2000})"/i.exec(formula.slice(0, 5000))?.[1];
}
