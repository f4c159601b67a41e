import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, open, placeOf, until } from './window';

const RECORD = 'two-records.inspection.yaml';

/** The tabs of pages. VS Code puts a prefix of its own before a webview's type. */
function pages(): vscode.Tab[] {
  const isPage = ({ input }: vscode.Tab): boolean => input instanceof vscode.TabInputWebview && /inspectionRecords\.(journey|overview)$/.test(input.viewType);
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(isPage);
}

function pageTitle(title: string): Promise<string> {
  return until(`a page called ${title}`, () => pages().map(({ label }) => label).find(label => label === title));
}

describe('pages about many records', () => {
  afterEach(closeAll);

  it('show the journey of the record with the cursor, each once', async () => {
    const editor = await open(RECORD);
    await vscode.commands.executeCommand('inspectionRecords.showJourney');
    await pageTitle('Journey of Kirklees');
    await vscode.window.showTextDocument(editor.document);
    await vscode.commands.executeCommand('inspectionRecords.showJourney');
    assert.equal(pages().length, 1);
    const kent = placeOf(editor.document, 'authority: Kent');
    const again = await vscode.window.showTextDocument(editor.document, { selection: new vscode.Range(kent, kent) });
    assert.ok(again);
    await vscode.commands.executeCommand('inspectionRecords.showJourney');
    await pageTitle('Journey of Kent');
    assert.deepEqual(pages().map(({ label }) => label).sort(), ['Journey of Kent', 'Journey of Kirklees']);
  });

  it('show the journey that a lens names', async () => {
    const { document } = await open(RECORD);
    await vscode.commands.executeCommand('inspectionRecords.showJourney', document.uri.toString(), { line: placeOf(document, 'authority: Kent').line, character: 0 });
    await pageTitle('Journey of Kent');
  });

  it('show an overview of the folder, and of a folder that is chosen', async () => {
    await open(RECORD);
    await vscode.commands.executeCommand('inspectionRecords.showOverview');
    const [folder] = vscode.workspace.workspaceFolders!;
    await pageTitle(`Overview of ${folder!.uri.path.split('/').at(-1)!}`);
    await vscode.commands.executeCommand('inspectionRecords.showOverview', vscode.Uri.joinPath(folder!.uri, 'nothing here'));
    await pageTitle('Overview of nothing here');
  });

  it('are written as files of their own, of the page in which the reader is', async () => {
    const target = (name: string) => vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, name);
    const written = async (name: string, format: string) => {
      await vscode.commands.executeCommand('inspectionRecords.exportPage', { format, target: target(name).toString() });
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(target(name)));
      await vscode.workspace.fs.delete(target(name));
      return text;
    };
    const { document } = await open(RECORD);
    await vscode.commands.executeCommand('inspectionRecords.showJourney', document.uri.toString(), { line: placeOf(document, 'authority: Kent').line, character: 0 });
    await pageTitle('Journey of Kent');
    assert.match(await written('exported.html', 'html'), /^<!DOCTYPE html>[^]*<title>Journey of Kent<\/title>/);
    await open(RECORD);
    await vscode.commands.executeCommand('inspectionRecords.showOverview');
    assert.match(await written('exported.md', 'markdown'), /^# Overview of /);
  });

  it('have commands that say what they need where there is nothing to show', async () => {
    await vscode.commands.executeCommand('inspectionRecords.exportTimeLine');
    await vscode.commands.executeCommand('inspectionRecords.exportPage');
    assert.equal(pages().length, 0);
  });
});
