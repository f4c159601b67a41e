import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, until, untilEqual } from './window';

const UNTIDY = 'authority:   Kent # so it is called\nstrengths:\n- One.\n-   Two.\nnotes:  x';
const TIDY = 'authority: Kent # so it is called\nstrengths:\n  - One.\n  - Two.\nnotes: x\n';

describe('formatting', () => {
  afterEach(closeAll);

  async function openText(content: string): Promise<vscode.TextEditor> {
    return vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'inspection-record', content }));
  }

  it('lays a whole document out, once and for all, with its comments', async () => {
    const { document } = await openText(UNTIDY);
    const format = () => vscode.commands.executeCommand('editor.action.formatDocument');
    await untilEqual(TIDY, async () => { await format(); return document.getText(); });
    const { version } = document;
    await format();
    assert.deepEqual([document.getText(), document.version], [TIDY, version]);
  });

  it('lays selected lines out, and no others', async () => {
    const editor = await openText(UNTIDY);
    editor.selection = new vscode.Selection(4, 0, 4, 5);
    await untilEqual(UNTIDY.replace('notes:  x', 'notes: x\n'), async () => {
      await vscode.commands.executeCommand('editor.action.formatSelection');
      return editor.document.getText();
    });
  });

  it('ends a list where an empty entry is left', async () => {
    const editor = await openText('strengths:\n  - One.\n  - ');
    const end = editor.document.lineAt(2).range.end;
    editor.selection = new vscode.Selection(end, end);
    await vscode.commands.executeCommand('type', { text: '\n' });
    await until('the end of the list', () => editor.document.getText() === 'strengths:\n  - One.\n');
  });
});
