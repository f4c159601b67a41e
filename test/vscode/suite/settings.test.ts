import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, open, until } from './window';

const RECORD = 'two-records.inspection.yaml';

async function hints({ document }: vscode.TextEditor): Promise<string[]> {
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const found = await vscode.commands.executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, whole);
  return found.map(({ label }) => String(label));
}

async function lenses({ document }: vscode.TextEditor): Promise<string[]> {
  const found = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 100);
  return found.map(({ command }) => command?.title ?? '');
}

describe('settings', () => {
  const settings = () => vscode.workspace.getConfiguration('inspectionRecords');
  const set = (name: string, value: unknown) => settings().update(name, value, vscode.ConfigurationTarget.Workspace);
  afterEach(async () => {
    for (const name of ['hints', 'lenses']) await set(name, undefined);
    await closeAll();
  });

  it('are few, and each is described', () => {
    const { contributes } = vscode.extensions.getExtension('inspection-records.inspection-records')!.packageJSON as { contributes: { configuration: { properties: Record<string, { description?: string; markdownDescription?: string }> } } };
    const all = Object.values(contributes.configuration.properties);
    assert.ok(all.length <= 12);
    assert.ok(all.every(({ description, markdownDescription }) => description ?? markdownDescription));
  });

  it('of hints take effect at once, one by one', async () => {
    const editor = await open(RECORD);
    await until('the hints', async () => (await hints(editor)).includes('Monday'));
    await set('hints', { weekday: false });
    await until('no weekdays', async () => !(await hints(editor)).includes('Monday'));
    assert.deepEqual((await hints(editor)).slice(0, 3), ['E08000034', 'ILACS, January 2023 to March 2026', '10 working days on site']);
    await set('hints', undefined);
    await until('weekdays again', async () => (await hints(editor)).includes('Monday'));
  });

  it('of lenses take effect at once', async () => {
    const editor = await open(RECORD);
    await until('the lenses', async () => (await lenses(editor)).includes('Preview'));
    await set('lenses', false);
    await until('no lenses', async () => (await lenses(editor)).length === 0);
  });
});
