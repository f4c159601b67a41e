import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, findings, open, placeOf, replace, underlined, until } from './window';

const RECORD = 'two-records.inspection.yaml';

/** What VS Code offers at some words of a document. */
function actionsAt({ document }: vscode.TextEditor, words: string, kind: vscode.CodeActionKind): Thenable<vscode.CodeAction[]> {
  const start = placeOf(document, words);
  return vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, new vscode.Range(start, start.translate(0, words.length)), kind.value);
}

async function choose(action: vscode.CodeAction | undefined): Promise<void> {
  assert.ok(action?.edit, 'it is not offered');
  assert.ok(await vscode.workspace.applyEdit(action.edit));
}

describe('mending', () => {
  afterEach(closeAll);

  it('is offered for what is underlined, the likeliest way first', async () => {
    const editor = await open(RECORD);
    const text = editor.document.getText();
    await replace(editor, 'Overall effectiveness: Good', 'Overall effectiveness: Goood');
    await until('the finding', () => underlined(editor.document).includes('Goood'));
    const [first] = await actionsAt(editor, 'Goood', vscode.CodeActionKind.QuickFix);
    assert.deepEqual([first?.title, first?.isPreferred], ["Change to 'Good'", true]);
    await choose(first);
    assert.equal(editor.document.getText(), text);
    await until('no finding', () => findings(editor.document.uri).length === 0);
  });

  it('leads through what is to be filled in', async () => {
    const editor = await open(RECORD);
    await replace(editor, 'event: ILACS standard inspection\n', '');
    await until('the finding', () => underlined(editor.document).includes('authority'));
    const event = placeOf(editor.document, 'authority').translate(1);
    editor.selection = new vscode.Selection(event.translate(-1), event.translate(-1));
    await vscode.commands.executeCommand('editor.action.codeAction', { kind: vscode.CodeActionKind.QuickFix.value, apply: 'first', preferred: true });
    await until('the field', () => /^event: $/m.test(editor.document.getText()));
    await until('the cursor', () => editor.selection.active.isEqual(event.translate(0, 'event: '.length)));
  });

  it('is done on save, where that is wanted', async () => {
    const folder = vscode.workspace.workspaceFolders![0]!.uri;
    const file = vscode.Uri.joinPath(folder, 'to-mend.inspection.yaml');
    const settings = vscode.workspace.getConfiguration('editor', { languageId: 'inspection-record' });
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('authority: E08000034\nevent: MV\npublished: 2017-01-11\n'));
    try {
      const editor = await open('to-mend.inspection.yaml');
      await until('the findings', () => underlined(editor.document).length === 2);
      await replace(editor, '2017-01-11', '11 January 2017 # Wednesday');
      await editor.document.save();
      assert.match(editor.document.getText(), /^authority: E08000034\n/, 'nothing is mended unasked');
      const onSave = () => vscode.workspace.getConfiguration('editor', editor.document).get<Record<string, string>>('codeActionsOnSave')?.['source.fixAll.inspectionRecords'];
      await settings.update('codeActionsOnSave', { 'source.fixAll.inspectionRecords': 'explicit' }, vscode.ConfigurationTarget.Workspace, true);
      // The settings are written before they are in force.
      await until('the setting', () => onSave() === 'explicit');
      await replace(editor, 'MV', 'monitoring');
      await editor.document.save();
      assert.equal(editor.document.getText(), 'authority: Kirklees\nevent: Monitoring visit\npublished: 2017-01-11 # Wednesday\n');
    } finally {
      await settings.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Workspace, true);
      await closeAll();
      await vscode.workspace.fs.delete(file);
    }
  });

  it('has refactorings beside it', async () => {
    const editor = await open(RECORD);
    const [room] = await actionsAt(editor, 'Outstanding', vscode.CodeActionKind.Refactor);
    assert.equal(room?.title, 'Make room beside the grade for a summary and findings');
    await choose(room);
    assert.match(editor.document.getText(), /families:\n {4}grade: Outstanding\n/);
  });
});
