import assert from 'node:assert/strict';
import { links } from '../../server/features/links';
import { newChecker } from '../support/checker';
import { record } from './marked';

const checker = newChecker();

function linked(text: string): [words: string, target: string, tooltip: string][] {
  const slice = record(text);
  return links(slice, checker).map(({ start, end, target, tooltip }) => [slice.text.slice(start, end), target, tooltip]);
}

describe('links', () => {
  it('lead to reports, pages and sources, and say what they are', () => {
    assert.deepEqual(linked(`authority: Kirklees
report: https://files.ofsted.gov.uk/v1/file/50255618
provider_page: "https://reports.ofsted.gov.uk/provider/44/80478"
sources:
  - https://www.kirklees.gov.uk/beta
  - title: Council slides
    url: 'https://example.org/slides?a=1&b=2'
  - url: https://example.org/x
`), [
      ['https://files.ofsted.gov.uk/v1/file/50255618', 'https://files.ofsted.gov.uk/v1/file/50255618', "Open a report file on Ofsted's site"],
      ['https://reports.ofsted.gov.uk/provider/44/80478', 'https://reports.ofsted.gov.uk/provider/44/80478', "Open an authority's page on Ofsted's reports site"],
      ['https://www.kirklees.gov.uk/beta', 'https://www.kirklees.gov.uk/beta', 'Open www.kirklees.gov.uk'],
      ['https://example.org/slides?a=1&b=2', 'https://example.org/slides?a=1&b=2', "Open 'Council slides'"],
      ['https://example.org/x', 'https://example.org/x', 'Open example.org'],
    ]);
    assert.deepEqual(linked('report: https://example.org/report.pdf\n'), [['https://example.org/report.pdf', 'https://example.org/report.pdf', 'Open report (example.org)']]);
  });

  it('are addresses of the web as a whole, and nothing else', () => {
    for (const value of ['javascript:alert(1)', 'file:///etc/passwd', 'command:workbench.action.quit', 'see https://example.org', 'https://', 'https://exa mple.org', '"https://example.org/<script>"', 'http://[', '']) {
      assert.deepEqual(linked(`report: ${value}\nnotes: https://\n`), [], value);
    }
  });

  it('are found in half-written records too', () => {
    assert.deepEqual(linked(''), []);
    assert.equal(linked('report: https://example.org/a\nauthority: "Kirk\n').length, 1);
  });
});
