import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { closeAll, findings, open, placeOf, replace, underlined, until } from './window';

const RECORD = 'two-records.inspection.yaml';

/** What VS Code calls when it lets go of an extension. */
interface Deactivated { deactivate(): Promise<void> }

/** The language server's process: a child of the extension host. */
function serverProcess(): number | undefined {
  const children = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n').map(line => line.trim().split(/\s+/));
  const server = children.find(([, parent, ...command]) => Number(parent) === process.pid && /dist\/server\.js/.test(command.join(' ')));
  return server && Number(server[0]);
}

describe('the language server', () => {
  afterEach(closeAll);

  it('starts when a record is opened', async () => {
    await open(RECORD);
    const extension = vscode.extensions.getExtension('inspection-records.inspection-records');
    await until('the extension', () => extension?.isActive);
    await extension?.activate();             // tells what went wrong, if anything did
  });

  it('underlines a grade that is not on the scale, and nothing else, until it is mended', async () => {
    const editor = await open(RECORD);
    await replace(editor, 'Overall effectiveness: Good', 'Overall effectiveness: Splendid');
    await until('the finding', () => underlined(editor.document).includes('Splendid'));
    assert.deepEqual(underlined(editor.document), ['Splendid']);
    const [finding] = vscode.languages.getDiagnostics(editor.document.uri);
    assert.equal(finding?.severity, vscode.DiagnosticSeverity.Error);
    assert.ok(typeof finding.code === 'object');
    assert.match(new TextDecoder().decode(await vscode.workspace.fs.readFile(finding.code.target)), /^# unknown-grade/, 'the page of the rule');
    await replace(editor, 'Splendid', 'Good');
    await until('no finding', () => findings(editor.document.uri).length === 0);
  });

  it('offers the grades of the scale in force, best first', async () => {
    const editor = await open(RECORD);
    await replace(editor, 'Overall effectiveness: Good', 'Overall effectiveness: ');
    const at = placeOf(editor.document, 'Overall effectiveness: ').translate(0, 'Overall effectiveness: '.length);
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', editor.document.uri, at);
    const labels = [...items].sort((a, b) => (a.sortText ?? '').localeCompare(b.sortText ?? ''))
      .map(({ label }) => typeof label === 'string' ? label : label.label);
    assert.deepEqual(labels, ['Outstanding', 'Good', 'Requires improvement to be good', 'Inadequate']);
  });

  it('is started again when it dies, and goes on where it was', async function () {
    if (process.platform === 'win32') this.skip();
    const editor = await open(RECORD);
    await replace(editor, 'Overall effectiveness: Good', 'Overall effectiveness: Splendid');
    await until('the finding', () => underlined(editor.document).includes('Splendid'));
    const first = await until('the server', serverProcess);
    process.kill(first, 'SIGKILL');
    await until('another server', () => { const now = serverProcess(); return now !== undefined && now !== first; });
    await until('the finding again', () => underlined(editor.document).includes('Splendid'));
    assert.ok(editor.document.isDirty && editor.document.getText().includes('Splendid'), 'what was not saved is there');
    await replace(editor, 'Splendid', 'Good');
    await until('no finding', () => findings(editor.document.uri).length === 0);
  });

  it('takes the preview along when it dies', async function () {
    if (process.platform === 'win32') this.skip();
    const editor = await open(RECORD);
    const isShown = (title: RegExp) => vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ input, label }) => input instanceof vscode.TabInputWebview && title.test(label)));
    await vscode.commands.executeCommand('inspectionRecords.openPreviewToSide');
    await until('the preview', () => isShown(/Kirklees/));
    const first = await until('the server', serverProcess);
    process.kill(first, 'SIGKILL');
    // What is typed while no server is there counts all the same.
    await replace(editor, 'authority: Kirklees', 'authority: Leeds');
    await until('the preview of what was typed', () => isShown(/Leeds/));
    assert.notEqual(serverProcess(), first);
  });

  it('can be restarted by a command', async function () {
    if (process.platform === 'win32') this.skip();
    await open(RECORD);
    const first = await until('the server', serverProcess);
    await vscode.commands.executeCommand('inspectionRecords.restartServer');
    await until('another server', () => { const now = serverProcess(); return now !== undefined && now !== first; });
  });

  it('is there no more when the extension is deactivated', async function () {
    if (process.platform === 'win32') this.skip();
    await open(RECORD);
    await until('the server', serverProcess);
    const client = Object.values(require.cache).find(module => module?.filename.endsWith('client.js') && (module.exports as Partial<Deactivated>).deactivate)!;
    await (client.exports as Deactivated).deactivate();
    await until('no server', () => serverProcess() === undefined);
    await vscode.commands.executeCommand('inspectionRecords.restartServer');
    await until('another server', serverProcess);
  });

  it('that dies again and again is started by the user, from the message that says so', async function () {
    if (process.platform === 'win32') this.skip();
    const editor = await open(RECORD);
    await replace(editor, 'Overall effectiveness: Good', 'Overall effectiveness: Splendid');
    await vscode.commands.executeCommand('inspectionRecords.restartServer');
    let last = 0;
    for (let crash = 1; crash <= 5; crash++) {
      last = await until(`server ${crash}`, () => { const now = serverProcess(); return now !== last && now; });
      await until('the finding', () => underlined(editor.document).includes('Splendid'));
      process.kill(last, 'SIGKILL');
    }
    await until('no findings, as nothing is checked', () => findings(editor.document.uri).length === 0);
    await new Promise(resolve => setTimeout(resolve, 1000));
    assert.equal(serverProcess(), undefined, 'it is not started again by itself');
    // VS Code's own command for the first button of a message.
    await until('the message', async () => { await vscode.commands.executeCommand('notification.acceptPrimaryAction'); return serverProcess(); });
    await until('the finding again', () => underlined(editor.document).includes('Splendid'));
  });
});
