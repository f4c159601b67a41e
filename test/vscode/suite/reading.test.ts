import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, open, placeOf, replace, underlined, until, untilEqual, untilSome } from './window';

const RECORD = 'two-records.inspection.yaml';

describe('reading a record', () => {
  afterEach(closeAll);

  /** Everything that is shown over some words. */
  async function hover({ document }: vscode.TextEditor, words: string): Promise<string> {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, placeOf(document, words));
    return hovers.flatMap(({ contents }) => contents).map(content => (typeof content === 'string' ? content : content.value)).join('\n');
  }

  it('explains authorities, judgements, grades, dates and fields', async () => {
    const editor = await open(RECORD);
    assert.match(await until('the authority', () => hover(editor, 'Kirklees')), /Metropolitan borough.*E08000034/s);
    assert.match(await hover(editor, 'The experiences and progress of care leavers'), /In force since 1 January 2023/);
    assert.match(await hover(editor, 'Requires improvement to be good'), /third best of four/);
    assert.match(await hover(editor, '2024-07-08'), /Monday 8 July 2024.*Framework in force: ILACS, January 2023 to March 2026/s);
    assert.match(await hover(editor, 'published'), /\*\*Published\*\*.*Example:/s);
  });

  it('explains what is underlined, with a link to the page of the rule', async () => {
    const editor = await open(RECORD);
    await replace(editor, 'Overall effectiveness: Good', 'Overall effectiveness: Splendid');
    await until('the finding', () => underlined(editor.document).includes('Splendid'));
    assert.match(await hover(editor, 'Splendid'), /`unknown-grade` — .*\[Read more\]\(\S+\/docs\/rules\/unknown-grade\.md\)/);
  });

  it('has an outline in the words of the field', async () => {
    const { document } = await open(RECORD);
    const [first, second] = await until('the outline', async () => {
      const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>('vscode.executeDocumentSymbolProvider', document.uri);
      return symbols?.length === 2 && symbols;
    });
    assert.equal(first!.name, 'Kirklees — ILACS standard inspection, July 2024 — Good');
    assert.deepEqual(first!.children.map(({ name }) => name), ['Impact of leaders — Good', 'Help and protection — Good', 'Children in care — Good', 'Care leavers — Requires improvement to be good', 'Overall — Good']);
    assert.equal(second!.name, 'Kent — ILACS standard inspection, May 2022 — Outstanding');
    assert.equal(document.lineAt(second!.range.start.line).text, 'authority: Kent');
  });

  it('remarks what dates and names amount to, and colours the grades by their order', async () => {
    const { document } = await open(RECORD);
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = await untilSome('hints', () => vscode.commands.executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, whole));
    assert.deepEqual(hints.slice(0, 5).map(({ label }) => label), ['E08000034', 'ILACS, January 2023 to March 2026', 'Monday', 'Friday, 10 working days on site', 'Wednesday, 27 working days after fieldwork']);
    const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>('vscode.provideDocumentSemanticTokensLegend', document.uri);
    const { data } = await vscode.commands.executeCommand<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri);
    const grades = Array.from({ length: data.length / 5 }, (_, i) => data.slice(5 * i, 5 * i + 5)).filter(token => legend.tokenTypes[token[3]!] === 'enumMember');
    assert.deepEqual(grades.map(token => legend.tokenModifiers[Math.log2(token[4]!)]), ['good', 'good', 'good', 'middling', 'good', 'outstanding', 'good', 'good', 'outstanding']);
  });

  it('has lenses above each record that lead to its preview, its problems and its journey', async () => {
    const editor = await open(RECORD);
    const lensesOf = (line: number) => untilSome('lenses', async () => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', editor.document.uri, 100);
      return lenses.filter(({ range }) => range.start.line === line);
    });
    for (const authority of ['Kirklees', 'Kent']) await replace(editor, `authority: ${authority}`, 'authority: Barnsley');
    await replace(editor, 'Overall effectiveness: Good', 'Overall effectiveness: Splendid');
    await until('the finding', () => underlined(editor.document).includes('Splendid'));
    const titles = async (line: number) => (await lensesOf(line)).map(({ command }) => command!.title);
    await untilEqual(['Preview', '1 problem', 'Journey: 2 of 2'], () => titles(0));
    const [preview] = await lensesOf(13);
    await vscode.commands.executeCommand(preview!.command!.command, ...preview!.command!.arguments as unknown[]);
    await until('the preview', () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).some(({ label }) => /Preview: Barnsley, May 2022/.test(label)));
  });

  it('folds its records and judgements, marks what is the same, and leads to reports', async () => {
    const editor = await open(RECORD);
    const { document } = editor;
    await replace(editor, 'published: 2024-08-28', 'report: https://files.ofsted.gov.uk/v1/file/50255618\npublished: 2024-08-28');
    const folds = await untilSome('folds', () => vscode.commands.executeCommand<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri));
    assert.deepEqual(folds.map(({ start }) => document.lineAt(start).text), ['authority: Kirklees', 'fieldwork:', 'judgements:', 'authority: Kent', 'fieldwork:', 'judgements:']);
    const same = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>('vscode.executeDocumentHighlights', document.uri, placeOf(document, 'Good'));
    assert.deepEqual(same.map(({ range }) => document.getText(range)), ['Good', 'Good', 'Good', 'Good']);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri);
    assert.deepEqual(links.map(({ target }) => target?.toString()), ['https://files.ofsted.gov.uk/v1/file/50255618']);
  });
});
