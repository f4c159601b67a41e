import { fieldText, type Inspection } from '../../reference/inspection';
import { ofEach, type InspectionRule } from '../rule';

export const reportUrl: InspectionRule = {
  id: 'report-url',
  severity: 'hint',
  summary: 'The address of the report or of the provider’s page is not of a form that is known.',
  why: 'Report files are at files.ofsted.gov.uk under a number of 7 or 8 digits, an authority’s page at reports.ofsted.gov.uk/provider/44 under Ofsted’s number for it or the Department for Education’s code. An address of another form is often that of a page about the report, or was cut off when it was copied.',
  check: inspection => ofEach(inspection.reference.links.fields.filter(field => isOfOtherForm(field, inspection)), field => {
    const { start, end } = fieldText(inspection, field)!;
    return [{ start, end, message: `This does not look like the address of ${inspection.reference.links.of(field).map(({ leads_to, example }) => `${leads_to}, which has the form ${example}`).join(', or of ')}.` }];
  }),
};

/** Whether a field holds an address, and none of a form that is known of it. */
function isOfOtherForm(field: string, inspection: Inspection): boolean {
  const node = fieldText(inspection, field);
  return node !== undefined && /^https?:\/\/\S+$/.test(node.text) && !inspection.reference.links.of(field).some(link => link.matches(node.text));
}
