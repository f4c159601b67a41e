import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, open, placeOf, replace, until } from './window';

const RECORD = 'two-records.inspection.yaml';

/** The tabs of previews. VS Code puts a prefix of its own before a webview's type. */
function previews(): vscode.Tab[] {
  const isPreview = ({ input }: vscode.Tab): boolean => input instanceof vscode.TabInputWebview && input.viewType.endsWith('inspectionRecords.preview');
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(isPreview);
}

function previewTitle(pattern: RegExp): Promise<string> {
  return until(`a preview called ${pattern.source}`, () => previews().map(({ label }) => label).find(label => pattern.test(label)));
}

function putCursor(editor: vscode.TextEditor, text: string): void {
  const at = placeOf(editor.document, text);
  editor.selection = new vscode.Selection(at, at);
}

describe('the preview', () => {
  afterEach(closeAll);

  it('opens beside the text and leaves the cursor there', async () => {
    const editor = await open(RECORD);
    await vscode.commands.executeCommand('inspectionRecords.openPreviewToSide');
    await previewTitle(/Kirklees/);
    assert.equal(previews()[0]?.group.viewColumn, vscode.ViewColumn.Two);
    assert.equal(vscode.window.activeTextEditor?.document, editor.document);
  });

  it('follows the cursor from record to record', async () => {
    const editor = await open(RECORD);
    await vscode.commands.executeCommand('inspectionRecords.openPreviewToSide');
    await previewTitle(/Kirklees/);
    putCursor(editor, 'authority: Kent');
    await previewTitle(/Kent/);
    putCursor(editor, 'authority: Kirklees');
    await previewTitle(/Kirklees/);
  });

  it('changes with the text', async () => {
    const editor = await open(RECORD);
    await vscode.commands.executeCommand('inspectionRecords.openPreviewToSide');
    await previewTitle(/Kirklees/);
    await replace(editor, 'authority: Kirklees', 'authority: Leeds');
    await previewTitle(/Leeds/);
  });

  it('goes on when the server has been restarted', async () => {
    const editor = await open(RECORD);
    await vscode.commands.executeCommand('inspectionRecords.openPreviewToSide');
    await previewTitle(/Kirklees/);
    await vscode.commands.executeCommand('inspectionRecords.restartServer');
    await replace(editor, 'authority: Kirklees', 'authority: Leeds');
    await previewTitle(/Leeds/);
  });

  it('is one, however often it is asked for', async () => {
    await open(RECORD);
    await vscode.commands.executeCommand('inspectionRecords.openPreviewToSide');
    await previewTitle(/Kirklees/);
    await open(RECORD);
    await vscode.commands.executeCommand('inspectionRecords.openPreviewToSide');
    await previewTitle(/Kirklees/);
    assert.equal(previews().length, 1);
  });

  it('is locked to its record, while another one follows the cursor', async () => {
    const editor = await open(RECORD);
    putCursor(editor, 'authority: Kent');
    await vscode.commands.executeCommand('inspectionRecords.openLockedPreview');
    await previewTitle(/Kent.*\(locked\)/);
    putCursor(editor, 'authority: Kirklees');
    await vscode.commands.executeCommand('inspectionRecords.openPreviewToSide');
    await previewTitle(/Kirklees(?!.*locked)/);
    assert.equal(previews().length, 2);
    putCursor(editor, 'authority: Kent');
    await until('both at Kent', () => previews().filter(({ label }) => label.includes('Kent')).length === 2);
    // Lines that come in above move the record that the locked one stays with.
    putCursor(editor, 'authority: Kirklees');
    await previewTitle(/Kirklees/);
    await editor.edit(edit => edit.insert(new vscode.Position(0, 0), '# one\n# two\n# three\n'));
    await replace(editor, 'authority: Kent', 'authority: Leeds');
    await previewTitle(/Leeds.*\(locked\)/);
  });

  it('is locked and set free again where it is', async () => {
    const editor = await open(RECORD);
    await vscode.commands.executeCommand('inspectionRecords.openPreview');
    await previewTitle(/Kirklees/);
    await vscode.commands.executeCommand('inspectionRecords.lockPreview');
    await previewTitle(/Kirklees.*\(locked\)/);
    await vscode.commands.executeCommand('inspectionRecords.unlockPreview');
    await previewTitle(/Kirklees(?!.*locked)/);
    await vscode.commands.executeCommand('inspectionRecords.showText');
    assert.equal(vscode.window.activeTextEditor?.document, editor.document);
  });

  it('opens in the place of the text', async () => {
    await open(RECORD);
    await vscode.commands.executeCommand('inspectionRecords.openPreview');
    await previewTitle(/Kirklees/);
    assert.equal(previews()[0]?.group.viewColumn, vscode.ViewColumn.One);
  });

  it('does not come back of its own accord once it has been closed', async () => {
    const settings = vscode.workspace.getConfiguration('inspectionRecords.preview');
    await settings.update('openAutomatically', true, vscode.ConfigurationTarget.Workspace);
    try {
      await open(RECORD);
      await vscode.commands.executeCommand('inspectionRecords.openPreviewToSide');
      await previewTitle(/Kirklees/);
      await closeAll();
      await open(RECORD);
      await new Promise(resolve => setTimeout(resolve, 500));
      assert.equal(previews().length, 0);
    } finally {
      await settings.update('openAutomatically', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});
