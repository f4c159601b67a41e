import { fieldText } from '../../reference/inspection';
import { NOTHING, ofEach, type InspectionRule } from '../rule';

export const reportUrl: InspectionRule = {
  id: 'report-url',
  severity: 'hint',
  summary: 'The address of the report or of the provider’s page is not of a form that is known.',
  why: 'Report files are at files.ofsted.gov.uk under a number of 7 or 8 digits, an authority’s page at reports.ofsted.gov.uk/provider/44 under Ofsted’s number for it or the Department for Education’s code. An address of another form is often that of a page about the report, or was cut off when it was copied.',
  check(inspection) {
    const { links } = inspection.reference;
    return ofEach(links.fields.filter(field => inspection.fields.has(field)), field => {
      const node = fieldText(inspection, field);
      const known = links.of(field);
      if (!node || !/^https?:\/\/\S+$/.test(node.text) || known.some(link => link.matches(node.text))) return NOTHING;
      return [{ start: node.start, end: node.end, message: `This does not look like the address of ${known.map(({ leads_to, example }) => `${leads_to}, which has the form ${example}`).join(', or of ')}.` }];
    });
  },
};
