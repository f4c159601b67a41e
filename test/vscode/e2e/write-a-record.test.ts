import assert from 'node:assert/strict';
import { Workbench } from './workbench';

const FILE = 'new.inspection.yaml';

const RECORD = `authority: Kirklees
event: ILACS standard inspection
fieldwork:
  start: 2024-07-08
  end: 2024-07-19
judgements:
  The impact of leaders on social work practice with children and families: Good
  The experiences and progress of children who need help and protection: Good
  The experiences and progress of children in care: Good
  The experiences and progress of care leavers: Requires improvement to be good
  Overall effectiveness: Good
`;

// One person's session: each step goes on from the one before it.
describe('writing a record in VS Code', function () {
  this.bail(true);
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open({ [FILE]: '' });
  });
  after(() => workbench?.close());
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await workbench.pictureOfFailure();
  });

  it('starts from an empty file with a whole record, of which only the first day is typed: at each gap there is what to choose from', async () => {
    await workbench.editor.click();
    await workbench.choose('New inspection record');
    await workbench.choose('Kirklees', 'kirkl');
    await workbench.press('Tab');
    await workbench.choose('ILACS standard inspection');
    await workbench.press('Tab');
    await workbench.offered('Monday of this week');
    await workbench.page.keyboard.type('2024-07-08');
    await workbench.press('Tab');
    await workbench.offered('12 days from the start');
    await workbench.choose('2024-07-19');
    assert.deepEqual(await workbench.problemsInSight(), []);
    await workbench.press('Tab');
    await workbench.choose('judgements', 'judg');
  });

  it('is led from each judgement to its grades, and on to the next judgement', async () => {
    await workbench.choose('The impact of leaders');
    await workbench.choose('Good', 'goo');
    for (const [judgement, grade] of [['children who need help', 'Good'], ['children in care', 'Good'], ['care leavers', 'Requires improvement to be good'], ['Overall', 'Good']] as const) {
      await workbench.press('Enter');
      await workbench.choose(judgement);
      // Nobody asked for them.
      await workbench.offered(grade);
      if (judgement === 'care leavers') await workbench.picture('completion');
      await workbench.choose(grade, grade.slice(0, 3));
    }
    await workbench.press('Enter', 'Escape', 'Shift+Home', 'Delete');
    await workbench.save(FILE, RECORD);
    await workbench.noProblem();
  });

  it('shows the preview beside it', async () => {
    await workbench.press('Control+k', 'v');
    await workbench.preview.getByText('Good overall').first().waitFor();
    assert.equal(await workbench.preview.locator('.judgements tbody tr').count(), 5);
  });

  it('underlines a wrong grade, and says so in the preview', async () => {
    await workbench.replaceEndOfLine('Overall effectiveness', 'Good', 'Excellent');
    await workbench.problem.first().waitFor();
    await workbench.preview.locator('.judgements tbody tr', { hasText: 'Overall' }).getByText('Excellent').waitFor();
    await workbench.picture('preview');
    await workbench.command('View: Toggle Problems');
    await workbench.page.locator('.markers-panel .monaco-list-row', { hasText: 'Excellent' }).first().waitFor();
    await workbench.picture('problems');
    await workbench.command('View: Toggle Problems');
  });

  it('mends it from the list of grades, and the preview changes', async () => {
    await workbench.replaceEndOfLine('Overall effectiveness', 'Excellent', '');
    await workbench.choose('Outstanding', 'out');
    await workbench.problem.first().waitFor({ state: 'detached' });
    await workbench.preview.getByText('Outstanding overall').first().waitFor();
  });

  it('keeps the last good view, with a note, while the text cannot be read', async () => {
    await workbench.replaceEndOfLine('authority:', 'Kirklees', '"Kirk');
    await workbench.preview.getByText('This is how it was before').waitFor();
    await workbench.preview.getByText('Outstanding overall').first().waitFor();
    await workbench.replaceEndOfLine('authority:', '"Kirk', 'Kirklees');
    await workbench.preview.getByText('This is how it was before').waitFor({ state: 'detached' });
  });

  it('leads from the preview to the text', async () => {
    await workbench.preview.locator('.judgements tbody tr', { hasText: 'care leavers' }).locator('[data-place]').first().click();
    await workbench.cursor.getByText('Ln 10').waitFor();
    await workbench.editorWithFocus.waitFor();
  });

  it('shows the same preview after the window has been reloaded', async () => {
    await workbench.save(FILE, RECORD.replace('effectiveness: Good', 'effectiveness: Outstanding'));
    await workbench.reload();
    await workbench.preview.getByText('Outstanding overall').first().waitFor({ timeout: 60_000 });
  });

  it('never broke the security policy of its pages', () => {
    assert.deepEqual(workbench.violations, []);
  });
});
