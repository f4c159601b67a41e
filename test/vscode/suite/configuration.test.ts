import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, open, placeOf, replace, underlined, until } from './window';

const NAME = 'inspection-records.config.yaml';
const RECORD = 'two-records.inspection.yaml';

describe('the configuration of a workspace', () => {
  const uri = () => vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, NAME);
  beforeEach(() => vscode.workspace.fs.writeFile(uri(), new TextEncoder().encode('rules:\n  unknown-grade: eror\n')));
  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(uri());
  });

  it('has a language of its own, so that no other YAML extension speaks on it', async () => {
    assert.equal((await open(NAME)).document.languageId, 'inspection-records-config');
  });

  it('has its mistakes underlined, is completed and explained', async () => {
    const { document } = await open(NAME);
    await until('the mistake', () => underlined(document).includes('eror'));
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, placeOf(document, 'eror'));
    assert.deepEqual(items.map(({ label }) => (typeof label === 'string' ? label : label.label)).sort(), ['error', 'hint', 'information', 'off', 'warning']);
    const [hover] = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, placeOf(document, 'unknown-grade'));
    assert.match((hover!.contents[0] as vscode.MarkdownString).value, /Where nothing else is said/);
  });

  it('takes effect when it is saved', async () => {
    const record = await open(RECORD);
    await replace(record, 'Overall effectiveness: Good', 'Overall effectiveness: Splendid');
    await until('the finding', () => underlined(record.document).includes('Splendid'));
    const configuration = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri()), vscode.ViewColumn.Two);
    await replace(configuration, 'eror', 'off');
    await configuration.document.save();
    await until('no finding', () => !underlined(record.document).includes('Splendid'));
  });
});
