import assert from 'node:assert/strict';
import fs from 'node:fs';
import { makePdf, pageOf, WORDS } from '../../import/make-pdf';
import { Workbench } from './workbench';

const LEADERS = 'The impact of leaders on social work practice with children and families';
const HELP = 'The experiences and progress of children who need help and protection';
const CARE = 'The experiences and progress of children in care';
const LEAVERS = 'The experiences and progress of care leavers';
const GRADES: [string, string][] = [[LEADERS, 'Good'], [HELP, 'Good'], [CARE, 'Outstanding'], [LEAVERS, 'Requires improvement to be good'], ['Overall effectiveness', 'Good']];
const REPORT = makePdf([pageOf([
  'Inspection of Bradford local authority children’s services', 'Inspection dates: 8 to 19 July 2024', 'Lead inspector: Ann Example, His Majesty’s Inspector', '',
  [[71, 'Judgement'], [500, 'Grade']], ...GRADES.map(([name, grade]): [number, string][] => [[71, name], [500, grade]]), '', 'What needs to improve',
  '• The quality of plans for children in care.', '• The oversight of practice by managers.',
]), WORDS]);

const BEGUN = 'bradford.inspection.yaml';
const TABLE = 'Local authority name,Inspection date,Inspection type,Visit theme\nBradford,2018-05-09,focused visit,Front door\nLeeds,2018-05-16,focused visit,Care leavers\n';

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

// A person makes records of a report in every way that there is: each step goes on from the one before it.
describe('import in VS Code', function () {
  this.bail(true);
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open({ [BEGUN]: 'authority: Bradford\n', 'half.pdf': REPORT.subarray(0, 300), 'report.pdf': REPORT, 'table.csv': TABLE });
    await workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  });
  after(() => workbench?.close());
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await workbench.pictureOfFailure();
  });

  const file = (name: string) => workbench.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name });
  const line = (words: string) => workbench.editorWithFocus.locator('.view-line', { hasText: words }).first();

  /** Under test VS Code shows no toasts: what it tells stands in its list of notifications. */
  async function told(words: string): Promise<void> {
    const item = workbench.page.locator('.notifications-center .notification-list-item', { hasText: words }).first();
    // The list closes of itself when the last of it ends, as the progress of reading does.
    for (let i = 0; i < 8 && !await item.isVisible(); i++) {
      await workbench.command('Notifications: Show Notifications');
      await item.waitFor({ timeout: 3000 }).catch(() => undefined);
    }
    await item.waitFor({ timeout: 1000 });
    await workbench.command('Notifications: Clear All Notifications');
    await workbench.editor.click();
  }

  async function importFromExplorer(name: string): Promise<void> {
    // The whole name of a file that the pointer is on would be shown over the next one.
    await workbench.page.mouse.move(700, 500);
    await workbench.page.locator('.context-view .hover-contents').waitFor({ state: 'hidden' });
    await file(name).click({ button: 'right' });
    const item = workbench.page.getByRole('menuitem', { name: 'Import Report or Table' });
    await item.waitFor();
    // A menu that has only just opened takes no click: it may be the end of the one that opened it.
    while (await item.isVisible()) {
      await new Promise(resolve => setTimeout(resolve, 300));
      await item.click({ timeout: 2000 }).catch(() => undefined);
      await item.waitFor({ state: 'hidden', timeout: 1000 }).catch(() => undefined);
    }
  }

  it('offers to import a report in the explorer, asks where to, and opens what was read', async () => {
    await importFromExplorer('report.pdf');
    const places = workbench.page.locator('.quick-input-widget', { hasText: 'Import: 1 record of Bradford' });
    await places.locator('.monaco-list-row', { hasText: 'A new document' }).waitFor();
    await workbench.picture('import-where');
    await workbench.press('Enter');
    await line('lead_inspector').waitFor();
    await told('1 record was imported. 1 value is marked');
  });

  it('says where a value was read', async () => {
    await line('lead_inspector').locator('span', { hasText: 'Ann Example' }).last().hover();
    await workbench.page.locator('.monaco-hover:visible', { hasText: 'Read on page 1 of report.pdf: “Lead inspector: Ann Example' }).waitFor();
    await workbench.page.screenshot({ path: 'test-results/pictures/import-evidence.png' });
    await workbench.press('Escape');
  });

  /** With the Shift key VS Code lets go of a file in the text, instead of opening it. */
  async function dropOnEditor(name: string): Promise<void> {
    const [{ mouse, keyboard }, from, to] = [workbench.page, await file(name).boundingBox(), await workbench.editor.boundingBox()];
    await mouse.move(from!.x + 60, from!.y + 10);
    await mouse.down();
    await mouse.move(to!.x + 200, to!.y + 80, { steps: 5 });
    await keyboard.down('Shift');
    await mouse.move(to!.x + 220, to!.y + 10, { steps: 10 });
    await mouse.up();
    await keyboard.up('Shift');
  }

  it('adds what a dropped report says to the record that was begun', async () => {
    await file(BEGUN).dblclick();
    await line('authority').waitFor();
    await dropOnEditor('report.pdf');
    await workbench.editor.locator('.view-line', { hasText: 'lead_inspector' }).waitFor();
    await workbench.picture('import-drop');
    await workbench.editor.click();
    await workbench.save(BEGUN, /^authority: Bradford\nevent: ILACS standard inspection\nfieldwork:\n {2}start: 2024-07-08\n[^]*needs_improvement:\n {2}- The quality of plans/);
  });

  it('pastes a table as judgements, and prose as it is', async () => {
    await workbench.press('Control+a');
    // At once: of keys that come faster than VS Code draws, Enter may take a completion for a word that is whole already.
    await workbench.page.keyboard.insertText('authority: Bradford\nevent: ILACS standard inspection\npublished: 2024-08-28\n');
    await workbench.press('Control+End');
    await paste(GRADES.map(row => row.join('\t')).join('\n'));
    await line('Overall effectiveness: Good').waitFor();
    await workbench.page.locator('.post-edit-widget').waitFor();
    await workbench.picture('import-paste');
    await paste('# Only words.');
    await line('# Only words.').waitFor();
    await workbench.save(BEGUN, /judgements:\n {2}The impact of leaders[^]*Overall effectiveness: Good\n[^]*# Only words\./);
  });

  async function paste(text: string): Promise<void> {
    await workbench.page.evaluate(words => navigator.clipboard.writeText(words), text);
    await workbench.press('Control+v');
  }

  it('offers to import a report that comes into a folder of the explorer', async () => {
    const copy = file('report copy.pdf');
    // The file that is clicked is opened, which may take the focus from the explorer for a moment.
    for (let i = 0; i < 5 && !await copy.isVisible(); i++) {
      await file('report.pdf').click();
      await workbench.editor.locator('.view-line', { hasText: '%PDF' }).waitFor();
      await file('report.pdf').click();
      await workbench.press('Control+c', 'Control+v');
      await copy.waitFor({ timeout: 4000 }).catch(() => undefined);
    }
    await copy.waitFor({ timeout: 1000 });
    await workbench.command('Notifications: Show Notifications');
    const offer = workbench.page.locator('.notifications-center .notification-list-item', { hasText: "Make inspection records of what 'report copy.pdf' says?" });
    await offer.hover();
    await offer.getByRole('button', { name: 'Import', exact: true }).click();
    await workbench.page.locator('.quick-input-widget', { hasText: 'Import: 1 record of Bradford' }).locator('.monaco-list-row', { hasText: 'A new document' }).waitFor();
    await workbench.press('Enter');
    await line('lead_inspector').waitFor();
    await told('1 record was imported.');
  });

  /** Has a table written to new files of the folder, of which some are there already, and answers what is to be done about that. */
  async function importToNewFiles(there: string, answer: string): Promise<void> {
    await importFromExplorer('table.csv');
    await workbench.page.locator('.quick-input-widget', { hasText: 'Import: 2 records of Bradford and Leeds' }).locator('.monaco-list-row', { hasText: 'New files in records' }).click();
    const question = workbench.page.locator('.monaco-dialog-box', { hasText: there });
    await question.waitFor();
    if (answer === 'Cancel') await workbench.page.screenshot({ path: 'test-results/pictures/import-there-already.png' });
    await question.getByRole('button', { name: answer }).click();
    await question.waitFor({ state: 'hidden' });
  }
  const contents = (): Record<string, string> => Object.fromEntries(fs.readdirSync(workbench.folder).filter(name => name.endsWith('.yaml')).map(name => [name, workbench.saved(name)]));

  it('asks about a file that is there already: nothing is written, or only the others, or what its records lack', async () => {
    const before = contents();
    await importToNewFiles(`${BEGUN} is there already.`, 'Cancel');
    assert.deepEqual(contents(), before);
    await importToNewFiles(`${BEGUN} is there already.`, 'Write Only the Others');
    await line('authority: Leeds').waitFor();
    await told('1 record was imported.');
    const others = contents();
    assert.equal(others[BEGUN], before[BEGUN]);
    assert.match(others['leeds.inspection.yaml']!, /^authority: Leeds\n/);
    await importToNewFiles('2 files are there already.', 'Add What They Lack');
    await told('1 record was imported.');
    await workbench.page.locator('.tab', { hasText: BEGUN }).click();
    await workbench.save(BEGUN, new RegExp(`${escaped(before[BEGUN]!)}\\n---\\nauthority: Bradford\\nevent: ILACS focused visit\\n`));
    assert.equal(contents()['leeds.inspection.yaml'], others['leeds.inspection.yaml']);
  });

  it('leaves everything as it is where nobody can read the file', async () => {
    await importFromExplorer('half.pdf');
    await told('half.pdf: it is damaged, or was not downloaded to its end.');
    assert.equal(await workbench.page.locator('.quick-input-widget:visible').count(), 0);
  });
});
