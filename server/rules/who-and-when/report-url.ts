import { fieldText } from '../../reference/inspection';
import type { InspectionRule } from '../rule';

export const reportUrl: InspectionRule = {
  id: 'report-url',
  severity: 'hint',
  summary: 'The address of the report or of the provider’s page is not of a form that is known.',
  why: 'Report files are at files.ofsted.gov.uk under a number of 7 or 8 digits, an authority’s page at reports.ofsted.gov.uk/provider/44 under Ofsted’s number for it or the Department for Education’s code. An address of another form is often that of a page about the report, or was cut off when it was copied.',
  *check(inspection) {
    for (const field of inspection.reference.links.fields) {
      const node = fieldText(inspection, field);
      const links = inspection.reference.links.of(field);
      if (!node || !/^https?:\/\/\S+$/.test(node.text) || links.some(link => link.matches(node.text))) continue;
      yield { start: node.start, end: node.end, message: `This does not look like the address of ${links.map(({ leads_to, example }) => `${leads_to}, which has the form ${example}`).join(', or of ')}.` };
    }
  },
};
