import assert from 'node:assert/strict';
import { escapeMarkdown } from '../../../server/text/markdown';
import { visible } from '../../../server/text/visible';
import { RecordStream } from '../../../server/records/stream';
import { newChecker } from '../../support/checker';
import { PAYLOADS } from '../../support/payloads';
import { goesRed, soaking, trial, type Trial } from '../trial';
import { assertHarmless, openEditor } from './editor';
import { assertPlainMarkdown, assertVisible, holdsInReports, holdsInTables } from './outputs';
import { NAMES, packWith, recordByPack, recordsWith, text } from './texts';

function holdsWhereWritten(words: string): void {
  const path = `${words.replace(/[/\0]/g, '')}/a.inspection.yaml`;
  holdsInReports(recordsWith(words), path);
  holdsInTables(recordsWith(words), path);
}

const inReports: Trial<string> = { cases: text, holds: holdsWhereWritten, short: 20, long: 20_000 };

describe('whatever stands in a record, anywhere', function () {
  this.timeout(soaking ? 0 : 120_000);

  describe('is text in every report and table', () => {
    trial('hostile-reports', inReports);
    it('also each by itself', () => { for (const [i, words] of [...PAYLOADS, ...NAMES].entries()) if (soaking || i % 4 === 0) holdsWhereWritten(words); });
  });

  describe('is text for an editor: nothing hides in it, leads anywhere, or runs', () => {
    let open: Awaited<ReturnType<typeof openEditor>>;
    const look = (words: string) => open(`${recordsWith(words)}---\n${recordByPack(words)}`, packWith(words));
    before(async () => { open = await openEditor(); });
    trial<string>('hostile-editor', { cases: text, short: 8, long: 2000, holds: async words => { await look(words); } });
    it('also where it is the name of something in data of a workspace, which is shown', async () => assert.match(JSON.stringify(await look('Zyx')), /Zyx 1/));
  });

  it('would be found where nothing is escaped: planted faults', async () => {
    await goesRed(inReports, words => assertPlainMarkdown(words, words));
    await goesRed(inReports, words => assertVisible(words, words));
    await goesRed(inReports, words => assertPlainMarkdown(visible(words), words));
    for (const fault of [{ kind: 'markdown', value: '[x](command:workbench.action.quit)' }, [{ command: 'workbench.action.quit' }], { label: '\u202ex' }, { target: 'javascript:alert(1)' }]) assert.throws(() => assertHarmless(fault, 'planted'));
    assertPlainMarkdown(escapeMarkdown(PAYLOADS.join(' ')), 'escaped');
  });

  it('is a name where it is a name of JavaScript, of an id, a judgement, a rule or a setting', () => {
    const records = NAMES.map(name => `id: ${name}\nauthority: ${name}\nevent: ${name}\n${name}: ${name}\nfieldwork: {start: 2023-03-15, ${name}: 1}\njudgements: {${name}: Good}\n`).join('---\n');
    const checker = newChecker();
    for (const { slice } of RecordStream.of(records).records) assert.ok(checker.findings(slice).some(({ rule }) => rule === 'unknown-field'), slice.text);
    assert.equal(({} as Record<string, unknown>).Good, undefined);
  });
});
