import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, findings, isInBrowser, open, placeOf, replace, underlined, until } from '../../suite/window';

const RECORD = 'two-records.inspection.yaml';
const GRADES = ['Outstanding', 'Good', 'Requires improvement to be good', 'Inadequate'];

/** A file of the folder that is open. */
function fileCalled(name: string): vscode.Uri {
  return vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, name);
}

describe('the language server in a web worker', () => {
  afterEach(closeAll);

  it('starts when a record is opened, where there is no Node', async () => {
    await open(RECORD);
    assert.ok(isInBrowser);
    const extension = vscode.extensions.getExtension('inspection-records.inspection-records');
    await until('the extension', () => extension?.isActive);
    await extension?.activate();             // tells what went wrong, if anything did
  });

  it('underlines a grade that is not on the scale, and leads to the page of the rule', async () => {
    const editor = await open(RECORD);
    await replace(editor, 'Overall effectiveness: Good', 'Overall effectiveness: Splendid');
    await until('the finding', () => underlined(editor.document).includes('Splendid'));
    assert.deepEqual(underlined(editor.document), ['Splendid']);
    const [finding] = vscode.languages.getDiagnostics(editor.document.uri);
    assert.ok(typeof finding?.code === 'object');
    assert.match(new TextDecoder().decode(await vscode.workspace.fs.readFile(finding.code.target)), /^# unknown-grade/);
    await replace(editor, 'Splendid', 'Good');
    await until('no finding', () => findings(editor.document.uri).length === 0);
  });

  it('offers the grades of the scale in force, best first', async () => {
    const editor = await open(RECORD);
    await replace(editor, 'Overall effectiveness: Good', 'Overall effectiveness: ');
    const at = placeOf(editor.document, 'Overall effectiveness: ').translate(0, 'Overall effectiveness: '.length);
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', editor.document.uri, at);
    const labels = [...items].sort((a, b) => (a.sortText ?? '').localeCompare(b.sortText ?? '')).map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.deepEqual(labels, GRADES);
  });

  it('knows the records of files that are not open, as they come and go', async () => {
    const editor = await open(RECORD);
    await replace(editor, 'authority: Kirklees', 'id: one\nauthority: Kirklees');
    await until('nothing wrong', () => findings(editor.document.uri).length === 0);
    const other = fileCalled('deeper/other.inspection.yaml');
    await vscode.workspace.fs.writeFile(other, new TextEncoder().encode('id: one\nauthority: Leeds\nevent: ILACS focused visit\npublished: 2022-07-08\n'));
    await until('the finding', () => underlined(editor.document).includes('one'));
    await vscode.workspace.fs.delete(fileCalled('deeper'), { recursive: true });
    await until('no finding', () => findings(editor.document.uri).length === 0);
  });

  it('can be restarted by a command, and goes on where it was', async () => {
    const editor = await open(RECORD);
    await replace(editor, 'Overall effectiveness: Good', 'Overall effectiveness: Splendid');
    await until('the finding', () => underlined(editor.document).includes('Splendid'));
    await vscode.commands.executeCommand('inspectionRecords.restartServer');
    await until('the finding again', () => underlined(editor.document).includes('Splendid'));
    await replace(editor, 'Splendid', 'Good');
    await until('no finding', () => findings(editor.document.uri).length === 0);
  });

  it('is started again when it dies, and goes on where it was', async () => {
    const made: Worker[] = [];
    const { Worker: Real } = globalThis;
    globalThis.Worker = class extends Real {
      constructor(script: string | URL) {
        super(script);
        made.push(this);
      }
    };
    try {
      const editor = await open(RECORD);
      await replace(editor, 'Overall effectiveness: Good', 'Overall effectiveness: Splendid');
      await vscode.commands.executeCommand('inspectionRecords.restartServer');
      await until('the finding', () => underlined(editor.document).includes('Splendid'));
      // What a page hears of an error that nobody in the worker has caught.
      made[0]!.dispatchEvent(new ErrorEvent('error', { message: 'planted' }));
      await until('another worker', () => made.length === 2);
      assert.ok(editor.document.getText().includes('Splendid'), 'what was not saved is there');
      await replace(editor, 'Splendid', 'Good');
      await until('no finding', () => findings(editor.document.uri).length === 0);
    } finally {
      globalThis.Worker = Real;
    }
  });
});
