import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, open, placeOf, replace, until } from './window';

const RECORD = 'two-records.inspection.yaml';
const SUBJECT = { authority: 'Kirklees', event: 'ILACS short inspection', start: '2026-04-27' };

const NEW = `authority: Kirklees
event: ILACS short inspection
fieldwork:
  start: 2026-04-27
  end: 
judgements:
  The impact of leaders on social work practice with children and families: 
  The experiences and progress of children who need help and protection: 
  The experiences and progress of children in care: 
  The experiences and progress of care leavers: 
`;

/** The line with the cursor, up to it. */
function beforeCursor({ document, selection: { active } }: vscode.TextEditor): string {
  return document.lineAt(active.line).text.slice(0, active.character);
}

describe('a new record', () => {
  afterEach(closeAll);

  it('is written into a file of its own, with the cursor where the first thing is missing', async () => {
    await vscode.commands.executeCommand('inspectionRecords.newRecord', SUBJECT);
    const editor = vscode.window.activeTextEditor!;
    assert.equal(editor.document.languageId, 'inspection-record');
    assert.equal(editor.document.getText(), NEW);
    assert.equal(beforeCursor(editor), '  end: ');
    await vscode.commands.executeCommand('type', { text: '2026-05-01' });
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    assert.match(beforeCursor(editor), /^ {2}The impact of leaders .*: $/);
  });

  it('is written behind those of the file that is open', async () => {
    const { document } = await open(RECORD);
    const before = document.getText();
    await vscode.commands.executeCommand('inspectionRecords.newRecord', SUBJECT);
    assert.equal(vscode.window.activeTextEditor?.document, document);
    assert.equal(document.getText(), `${before}---\n${NEW}`);
  });

  it('is asked about, step by step', async () => {
    let isDone = false;
    void vscode.commands.executeCommand('inspectionRecords.newRecord').then(() => { isDone = true; });
    await until('the record', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return isDone;
    });
    assert.match(vscode.window.activeTextEditor!.document.getText(), /^authority: .+\nevent: ILACS standard inspection\nfieldwork:\n {2}start: \d{4}-\d\d-\d\d\n/);
  });
});

describe('lines to be filled in', () => {
  afterEach(closeAll);

  async function insertAt(words: string, command: string, editor: vscode.TextEditor): Promise<void> {
    const at = placeOf(editor.document, words);
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand(command);
  }

  it('are the judgements that the record at the cursor lacks', async () => {
    const editor = await open(RECORD);
    const text = editor.document.getText();
    await replace(editor, '  The experiences and progress of children in care: Good\n', '');
    await insertAt('2024-08-28', 'inspectionRecords.insertJudgements', editor);
    assert.equal(beforeCursor(editor), '  The experiences and progress of children in care: ');
    await vscode.commands.executeCommand('type', { text: 'Good' });
    assert.equal(editor.document.getText(), text);
  });

  it('are a follow-up', async () => {
    const editor = await open(RECORD);
    await insertAt('authority: Kent', 'inspectionRecords.insertFollowUp', editor);
    assert.ok(editor.document.getText().endsWith('  Overall effectiveness: Outstanding\nfollow_up:\n  - kind: \n    date: \n'));
    assert.equal(beforeCursor(editor), '  - kind: ');
  });
});
