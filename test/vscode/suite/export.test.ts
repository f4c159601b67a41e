import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, isInBrowser, open, placeOf, until } from './window';

const RECORD = 'two-records.inspection.yaml';

function inWorkspace(name: string): vscode.Uri {
  return vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, name);
}

/** A file as text, each byte a character where it is none. */
async function read(name: string): Promise<string> {
  return new TextDecoder('latin1').decode(await vscode.workspace.fs.readFile(inWorkspace(name)));
}

async function exportTo(name: string, given: object): Promise<void> {
  await vscode.commands.executeCommand('inspectionRecords.exportSummary', { ...given, target: inWorkspace(name).toString() });
}

async function namesInWorkspace(): Promise<string[]> {
  return (await vscode.workspace.fs.readDirectory(inWorkspace('.'))).map(([name]) => name);
}

describe('summaries', () => {
  afterEach(async () => {
    await closeAll();
    for (const name of await namesInWorkspace()) if (name.startsWith('exported')) await vscode.workspace.fs.delete(inWorkspace(name), { recursive: true });
  });

  async function openAt(words: string): Promise<void> {
    const editor = await open(RECORD);
    const at = placeOf(editor.document, words);
    editor.selection = new vscode.Selection(at, at);
  }

  it('are written as pages, Markdown and tables: of the record with the cursor, or of all', async () => {
    await openAt('authority: Kent');
    await exportTo('exported.html', { format: 'html' });
    assert.match(await read('exported.html'), /^<!DOCTYPE html>[^]*<title>Kent: /);
    await exportTo('exported.md', { format: 'markdown', style: 'briefing' });
    assert.match(await read('exported.md'), /Briefing made from two-records\.inspection\.yaml/);
    await exportTo('exported.tsv', { format: 'tsv', all: true });
    assert.match(await read('exported.tsv'), /^Authority\tEvent\tJudgement\tGrade/);
  });

  it('are written as Word files', async function () {
    if (isInBrowser) this.skip();
    await openAt('authority: Kirklees');
    await exportTo('exported.docx', { format: 'docx' });
    const file = await read('exported.docx');
    assert.equal(file.slice(0, 2), 'PK');
    assert.ok(file.includes('word/document.xml'));
  });

  it('leave nothing behind where they cannot be written', async () => {
    await openAt('authority: Kent');
    await vscode.workspace.fs.writeFile(inWorkspace('exported-file'), new Uint8Array([1]));
    // A file cannot be in a file.
    await exportTo('exported-file/page.html', { format: 'html' });
    assert.deepEqual((await namesInWorkspace()).filter(name => name.startsWith('exported')).sort(), ['exported-file']);
    assert.equal(await read('exported-file'), '\u0001');
  });

  it('leave nothing behind in a folder that is read-only', async function () {
    // A folder in which nobody can write, not even who may do everything.
    if (isInBrowser || process.platform !== 'linux') this.skip();
    await openAt('authority: Kent');
    const target = vscode.Uri.file('/proc/exported.md');
    await vscode.commands.executeCommand('inspectionRecords.exportSummary', { format: 'markdown', target: target.toString() });
    const names = await vscode.workspace.fs.readDirectory(vscode.Uri.file('/proc'));
    assert.deepEqual(names.filter(([name]) => name.startsWith('exported')), []);
  });

  it('are copied', async () => {
    await openAt('authority: Kent');
    await vscode.env.clipboard.writeText('');
    await vscode.commands.executeCommand('inspectionRecords.copySummary', { format: 'markdown' });
    assert.match(await vscode.env.clipboard.readText(), /^# Kent: /);
    await vscode.commands.executeCommand('inspectionRecords.copySummary', { format: 'tsv' });
    assert.match(await vscode.env.clipboard.readText(), /^Judgement\tGrade/);
  });

  it('are of the record that a preview shows, where the reader is in one', async () => {
    await openAt('authority: Kent');
    await vscode.commands.executeCommand('inspectionRecords.openPreview');
    await until('the preview', () => vscode.window.tabGroups.activeTabGroup.activeTab?.label.includes('Kent'));
    await vscode.commands.executeCommand('inspectionRecords.copySummary', { format: 'text' });
    assert.match(await vscode.env.clipboard.readText(), /^Kent: /);
  });
});
