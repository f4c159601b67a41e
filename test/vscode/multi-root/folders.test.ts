import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { closeAll, findings, placeOf, replace, underlined, until, untilEqual } from '../suite/window';

const folder = (name: string) => vscode.workspace.workspaceFolders!.find(each => each.name === name)!;
const uri = (name: string, file: string) => vscode.Uri.joinPath(folder(name).uri, file);
const VISIT = () => uri('leeds', 'visit.inspection.yaml');

async function show(file: vscode.Uri): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file), vscode.ViewColumn.One);
}
/** The rules of the findings on a file, open or not. */
const rules = (file: vscode.Uri) => vscode.languages.getDiagnostics(file).map(({ code }) => (typeof code === 'object' ? code.value : code)).sort();
const untilRules = (file: vscode.Uri, expected: string[]) => untilEqual(expected, () => Promise.resolve(rules(file) as string[]));

describe('a workspace of several folders', () => {
  // VS Code reads what a workspace consists of while it starts, and where its page is slow, forgets it: it stays without folders
  // until the file of the workspace changes (seen with 1.139 under load; certain with a pause in its page before it takes it in).
  before(async () => {
    const areThere = () => vscode.workspace.workspaceFolders?.some(({ name }) => name === 'leeds');
    await until('the folders', areThere, 5_000).catch(() => {
      fs.appendFileSync(vscode.workspace.workspaceFile!.fsPath, '\n');
      return until('the folders', areThere);
    });
  });
  afterEach(closeAll);

  it('has the mistakes of its files told before any of them is opened', async () => {
    fs.writeFileSync(uri('leeds', 'wrong.inspection.yaml').fsPath, 'authority: Leedz\nevent: ILACS focused visit\npublished: 2024-05-07\n');
    await untilRules(uri('leeds', 'wrong.inspection.yaml'), ['unknown-authority']);
    assert.deepEqual(vscode.workspace.textDocuments.filter(({ languageId }) => languageId === 'inspection-record'), []);
    fs.rmSync(uri('leeds', 'wrong.inspection.yaml').fsPath);
    await untilRules(uri('leeds', 'wrong.inspection.yaml'), []);
  });

  it('holds records of one folder against those of another', async () => {
    const visit = await show(VISIT());
    await replace(visit, 'follows: kent-2022-ilacs', 'follows: kent-2022-ilac');
    await until('the finding', () => findings(VISIT()).some(message => message.endsWith("Did you mean 'kent-2022-ilacs'?")));
    await replace(visit, 'id: leeds-2023-visit', 'id: kent-2022-ilacs');
    await until('the other record', () => rules(VISIT()).includes('duplicate-id'));
    const [duplicate] = vscode.languages.getDiagnostics(VISIT()).filter(({ message }) => message.startsWith('Another record has the id'));
    assert.equal(duplicate!.relatedInformation![0]!.location.uri.toString(), uri('kent', 'inspection.inspection.yaml').toString());
    await untilRules(uri('kent', 'inspection.inspection.yaml'), ['duplicate-id']);
  });

  it('follows files that are made, renamed and deleted outside the editor', async () => {
    await show(VISIT());
    const [made, renamed] = [uri('kent', 'sub/new.inspection.yaml'), uri('kent', 'sub/renamed.inspection.yaml')];
    fs.mkdirSync(path.dirname(made.fsPath), { recursive: true });
    fs.writeFileSync(made.fsPath, 'id: leeds-2023-visit\nauthority: Kent\nevent: ILACS focused visit\npublished: 2024-05-07\n');
    await untilRules(VISIT(), ['duplicate-id']);
    await untilRules(made, ['duplicate-id']);
    fs.renameSync(made.fsPath, renamed.fsPath);
    await untilRules(renamed, ['duplicate-id']);
    await untilRules(made, []);
    fs.rmSync(path.dirname(renamed.fsPath), { recursive: true });
    await untilRules(VISIT(), []);
    await untilRules(renamed, []);
  });

  it('is read anew when a folder is added or taken away', async () => {
    await show(VISIT());
    const more = path.join(path.dirname(folder('kent').uri.fsPath), 'more');
    fs.mkdirSync(more);
    fs.writeFileSync(path.join(more, 'again.inspection.yaml'), 'id: leeds-2023-visit\nauthority: Leeds\nevent: ILACS focused visit\nfieldwork: {start: 2023-03-07}\n');
    try {
      assert.ok(vscode.workspace.updateWorkspaceFolders(vscode.workspace.workspaceFolders!.length, 0, { uri: vscode.Uri.file(more) }));
      await untilRules(VISIT(), ['duplicate-id', 'duplicate-record']);
      assert.ok(vscode.workspace.updateWorkspaceFolders(folder('more').index, 1));
      await untilRules(VISIT(), []);
      await untilRules(vscode.Uri.file(path.join(more, 'again.inspection.yaml')), []);
    } finally {
      fs.rmSync(more, { recursive: true });
    }
  });

  it('has a configuration for each folder', async () => {
    for (const [name, expected] of [['kent', []], ['leeds', ['authority-spelling']]] as const) {
      const editor = await show(name === 'kent' ? uri('kent', 'inspection.inspection.yaml') : VISIT());
      await replace(editor, `authority: ${name === 'kent' ? 'Kent' : 'Leeds'}`, `authority: ${name}`);
      await untilRules(editor.document.uri, [...expected]);
    }
  });

  describe('a file of further frameworks', () => {
    const PACK = () => uri('wales', 'frameworks/estyn.yaml');

    it('holds for the records of its folder', async () => {
      await show(uri('wales', 'wales.inspection.yaml'));
      await untilRules(uri('wales', 'wales.inspection.yaml'), []);
      const visit = await show(VISIT());
      await replace(visit, 'event: ILACS focused visit', 'event: LGES inspection');
      await untilRules(VISIT(), ['unknown-event']);
    });

    it('has its mistakes underlined while it is typed, and is completed and explained, though it is YAML like any other', async () => {
      const { document } = await show(PACK());
      assert.equal(document.languageId, 'yaml');
      await replace(vscode.window.activeTextEditor!, 'letter: E', 'letter: EE');
      await until('the mistake', () => underlined(document).includes('EE'));
      const at = placeOf(document, 'grade_scale: estyn_2010').translate(0, 'grade_scale: '.length);
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, at);
      assert.deepEqual(items.slice(0, 2).map(({ label }) => (typeof label === 'string' ? label : label.label)), ['estyn_2010', 'estyn_2017']);
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, placeOf(document, 'grade_scale: '));
      assert.match(hovers.map(({ contents }) => (contents[0] as vscode.MarkdownString).value).join(), /required/);
      await replace(vscode.window.activeTextEditor!, 'letter: EE', 'letter: E');
      await until('no mistake', () => underlined(document).length === 0);
    });

    it('is not every YAML file', async () => {
      fs.writeFileSync(uri('wales', 'other.yaml').fsPath, 'authority: Nowhere\n');
      await show(uri('wales', 'other.yaml'));
      await new Promise(resolve => setTimeout(resolve, 1000));
      assert.deepEqual(rules(uri('wales', 'other.yaml')), []);
    });
  });
});
