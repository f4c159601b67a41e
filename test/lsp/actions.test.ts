import assert from 'node:assert/strict';
import type { CodeAction, Range, TextEdit } from 'vscode-languageserver-protocol';
import { Editor, PULLS } from '../support/editor';

const URI = 'file:///records/kirklees.inspection.yaml';
const FIX_ALL = 'source.fixAll.inspectionRecords';

const RECORD = `authority: Kirklees
event: ILACS standard inspection
fieldwork:
  start: 2024-07-08
  end: 2024-07-19
published: 2024-08-28
judgements:
  The impact of leaders on social work practice with children and families: Good
  The experiences and progress of children who need help and protection: Good
  The experiences and progress of children in care: Good
  The experiences and progress of care leavers: Requires improvement to be good
  Overall effectiveness: Good
`;

describe('code actions over stdio', () => {
  let editor: Editor;
  afterEach(() => editor.stop());

  async function open(text: string, capabilities = PULLS): Promise<void> {
    editor = await Editor.start(capabilities);
    await editor.open(URI, text);
  }
  const at = (words: string, only = ['quickfix']) => editor.actions(URI, editor.rangeOf(URI, words), only);
  const applied = (action: CodeAction | undefined) => editor.edited(URI, action!.edit!);
  const fixAll = async () => (await editor.actions(URI, editor.rangeOf(URI, ''), [FIX_ALL]))[0];

  it('mend a finding, the likeliest way first', async () => {
    await open(RECORD.replace('Overall effectiveness: Good', 'Overall effectiveness: Goood'));
    const [first, ...others] = await at('Goood');
    assert.deepEqual([first!.title, first!.kind, first!.isPreferred, first!.diagnostics?.map(({ code }) => code)], ["Change to 'Good'", 'quickfix', true, ['unknown-grade']]);
    assert.equal(applied(first), RECORD);
    assert.deepEqual(others.map(({ title }) => title), ["Ignore 'unknown-grade' on this line", "Ignore 'unknown-grade' in this record"]);
    assert.ok(others.every(({ isPreferred }) => !isPreferred));
  });

  it('are several where the mistake can be read in several ways', async () => {
    await open(RECORD.replace('published: 2024-08-28', 'published: 3/9/2024'));
    const [day, month] = await at('3/9/2024');
    assert.deepEqual([applied(day), applied(month)], ['2024-09-03', '2024-03-09'].map(date => RECORD.replace('2024-08-28', date)));
    assert.deepEqual([day!.isPreferred, month!.isPreferred], [true, false]);
    assert.equal(await fixAll(), undefined, 'what is ambiguous is not mended without asking');
  });

  it('are there for what other records say', async () => {
    await open(`id: kirklees-1\n${RECORD}---\nauthority: Kirklees\nevent: ILACS focused visit\npublished: 2025-06-02\nfollows: kirklees-2\n`);
    await editor.findings(URI);
    const [fix] = await at('kirklees-2');
    assert.equal(applied(fix), editor.text(URI).replace('follows: kirklees-2', 'follows: kirklees-1'));
  });

  it('are only of the kinds that are wanted', async () => {
    await open(RECORD.replace('published: 2024-08-28', 'published: 28 August 2024'));
    const kinds = async (only: string[]) => new Set((await at('28 August', only)).map(({ kind }) => kind));
    assert.deepEqual(await kinds(['quickfix']), new Set(['quickfix']));
    for (const only of ['source', 'source.fixAll', FIX_ALL]) assert.deepEqual(await kinds([only]), new Set([FIX_ALL]));
    assert.deepEqual(await kinds(['source.organizeImports']), new Set());
    assert.deepEqual(await editor.actions('file:///not-open', editor.rangeOf(URI, '')), []);
  });

  it('are not offered to a client that takes commands only', async () => {
    await open(RECORD.replace('Overall effectiveness: Good', 'Overall effectiveness: Goood'), { textDocument: { ...PULLS.textDocument, codeAction: {} } });
    assert.deepEqual(await at('Goood'), []);
  });

  it('lead through what is still to be filled in, where the client can', async () => {
    const text = RECORD.replace(/published.*\n/, '').replace(/event.*\n/, '');
    const edit = async (workspaceEdit: object) => {
      await open(text, { ...PULLS, workspace: { workspaceEdit } });
      const [first] = await at('authority');
      assert.equal(first!.title, "Insert 'event'");
      return first!;
    };
    const plain = await edit({ documentChanges: true });
    assert.equal(applied(plain), text.replace('Kirklees\n', 'Kirklees\nevent:\n'));
    assert.equal(plain.command, undefined);
    await editor.stop();
    const led = await edit({ documentChanges: true, snippetEditSupport: true });
    assert.deepEqual(led.edit, { documentChanges: [{
      textDocument: { uri: URI, version: 1 },
      edits: [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 19 } }, snippet: { kind: 'snippet', value: 'authority: Kirklees\nevent: $1' } }],
    }] });
    assert.equal(led.command?.command, 'editor.action.triggerSuggest');
  });

  it('are bound to a version where the client can tell', async () => {
    const workspace = { workspaceEdit: { documentChanges: true } };
    await open(RECORD.replace('Goood', ''), { ...PULLS, workspace });
    await editor.replace(URI, 'Overall effectiveness: Good', 'Overall effectiveness: Goood');
    const [fix] = await at('Goood');
    assert.deepEqual(fix!.edit!.documentChanges!.map(change => 'textDocument' in change && change.textDocument), [{ uri: URI, version: 2 }]);
    assert.equal(applied(fix), RECORD);
  });

  it('silence a finding on its line or in its record, and there alone', async () => {
    const wrong = RECORD.replace(/\n/g, '\r\n').replace('Overall effectiveness: Good', 'Overall effectiveness: Goood').replace('in care: Good', 'in care: Goood # so it says');
    await open(`\uFEFF${wrong}---\r\n${wrong}`);
    const lines = async () => (await editor.findings(URI)).filter(({ code }) => code === 'unknown-grade').map(({ range: { start } }) => start.line);
    assert.deepEqual(await lines(), [9, 11, 22, 24]);
    const second = { start: { line: 24, character: 26 }, end: { line: 24, character: 26 } };
    const commented = { start: { line: 22, character: 55 }, end: { line: 22, character: 55 } };
    for (const [range, title, left] of [[second, 'line', [9, 11, 22]], [second, 'record', [9, 11]], [commented, 'line', [9, 11, 25]], [commented, 'record', [9, 11]]] as const) {
      const action = (await editor.actions(URI, range, ['quickfix'])).find(action => action.title.endsWith(title));
      const text = applied(action);
      const before = editor.text(URI);
      assert.ok(!/[^\r]\n/.test(text), 'every line ends as before');
      await editor.change(URI, all(before), text);
      assert.deepEqual(await lines(), left, text);
      await editor.change(URI, all(text), before);
    }
  });

  it('remove comments that silence nothing', async () => {
    await open(RECORD.replace('Overall effectiveness: Good', 'Overall effectiveness: Goood # inspection-records: ignore unknown-grade, unknown-field').replace('published', '# inspection-records: ignore date-format\npublished'));
    assert.deepEqual((await editor.findings(URI)).map(({ code, range }) => [code, range.start.line, range.start.character]), [['unused-ignore', 5, 0], ['unused-ignore', 12, 75]]);
    const [remove] = await at('unknown-field');
    assert.match(applied(remove), /Goood # inspection-records: ignore unknown-grade\n/);
    assert.equal(applied(await fixAll()), RECORD.replace('Overall effectiveness: Good', 'Overall effectiveness: Goood # inspection-records: ignore unknown-grade'));
  });

  const MISTAKES = `# The journey of Kirklees\r
authorty: kirklees   # as it is spelt here\r
event: ILACS Standard Inspection\r
fieldwork: # two weeks\r
  start: 8/17/2024\r
  end:   19 August 2024\r
\r
published: 2024-9-30 # a Monday\r
judgements:\r
\r
  Impact of leaders:  good # first\r
  The experiences and progress of children who need help and protection: 2\r
  # the third\r
  The experiences and progress of children in care: "RI"\r
  The experiences and progress of care leavers: 'requires improvement'\r
  Overall effectiveness: RI\r
strengths:   [ "Staff know children." ]\r
---\r
authority: Kent   \r
event: standard\r
published: 2024-09-30\r
`;

  it('mend everything that can be mended without asking, and leave every other byte as it is', async () => {
    await open(MISTAKES);
    const action = (await fixAll())!;
    assert.equal(applied(action), `# The journey of Kirklees\r
authority: Kirklees   # as it is spelt here\r
event: ILACS standard inspection\r
fieldwork: # two weeks\r
  start: 2024-08-17\r
  end:   2024-08-19\r
\r
published: 2024-09-30 # a Monday\r
judgements:\r
\r
  The impact of leaders on social work practice with children and families:  Good # first\r
  The experiences and progress of children who need help and protection: Good\r
  # the third\r
  The experiences and progress of children in care: "Requires improvement to be good"\r
  The experiences and progress of care leavers: 'Requires improvement to be good'\r
  Overall effectiveness: Requires improvement to be good\r
strengths:   [ "Staff know children." ]\r
---\r
authority: Kent   \r
event: ILACS standard inspection\r
published: 2024-09-30\r
`);
    const edits = action.edit!.changes![URI]!;
    assert.ok(edits.every(edit => isWithinLine(edit)), 'lines between mistakes are not touched');
  });

  it('mend what comes to light only when something else is mended', async () => {
    await open(MISTAKES);
    const mended = applied(await fixAll());
    await editor.stop();
    await open(mended);
    assert.equal(await fixAll(), undefined, 'nothing is left to mend');
  });
});

function all(text: string): Range {
  return { start: { line: 0, character: 0 }, end: { line: text.split('\n').length, character: 0 } };
}

function isWithinLine({ range: { start, end }, newText }: TextEdit): boolean {
  return start.line === end.line && !newText.includes('\n');
}
