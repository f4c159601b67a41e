import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { hasTokenizer, tokenize } from './tokens';
import { closeAll, open } from './window';

describe('the language of records', () => {
  afterEach(closeAll);

  it('is that of *.inspection.yaml, and of no other YAML', async () => {
    assert.equal((await open('two-records.inspection.yaml')).document.languageId, 'inspection-record');
    assert.equal((await open('plain.yaml')).document.languageId, 'yaml');
  });

  it('is indented by two spaces and offers completions inside plain text', async () => {
    const { document } = await open('two-records.inspection.yaml');
    const settings = vscode.workspace.getConfiguration('editor', document);
    assert.equal(settings.get('tabSize'), 2);
    assert.equal(settings.get('insertSpaces'), true);
    assert.deepEqual(settings.get('quickSuggestions'), { other: 'on', comments: 'off', strings: 'on' });
    assert.equal(settings.get('wordBasedSuggestions'), 'off');
  });

  it('is coloured as YAML, with judgements and dates told apart', async function () {
    if (!hasTokenizer()) this.skip();
    const { document } = await open('two-records.inspection.yaml');
    const ours = await tokenize(document.getText(), 'source.inspection-record');
    const scopesOf = (text: string): string => ours.find(([token]) => token === text)?.[1] ?? `no token '${text}'`;
    assert.match(scopesOf('authority'), /entity\.name\.tag\.yaml$/);
    assert.match(scopesOf('Overall effectiveness'), /entity\.name\.tag\.yaml \S*judgement\.inspection-record$/);
    assert.match(scopesOf('2024-07-08'), /constant\.numeric\.date/);
    const yaml = await tokenize(document.getText(), 'source.yaml');
    assert.deepEqual(ours.map(([token]) => token), yaml.map(([token]) => token), 'the same tokens as YAML');
  });

  it('continues a list of findings on the next line', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'inspection-record', content: 'strengths:\n  - Social workers know their children.' });
    const editor = await vscode.window.showTextDocument(document);
    const end = document.lineAt(1).range.end;
    editor.selection = new vscode.Selection(end, end);
    await vscode.commands.executeCommand('type', { text: '\n' });
    assert.equal(document.lineAt(2).text, '  - ');
  });
});
