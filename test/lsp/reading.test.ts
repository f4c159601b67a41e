import assert from 'node:assert/strict';
import type { ClientCapabilities, CodeLens, DocumentHighlight, DocumentLink, DocumentSymbol, FoldingRange, Hover, InlayHint, Range, SelectionRange, SemanticTokens, SymbolInformation } from 'vscode-languageserver-protocol';
import { manyRecords } from '../../scripts/many-records.mjs';
import { Editor } from '../support/editor';

const URI = 'file:///records/kirklees.inspection.yaml';
const TEXT = `# The journey
# of Kirklees
id: kirklees-2024
authority: Kirklees
event: ILACS standard inspection
fieldwork:
  start: 2024-07-08
  end: 2024-07-19
published: 2024-08-28
report: https://files.ofsted.gov.uk/v1/file/50255618
judgements:
  The impact of leaders on social work practice with children and families: Good
  The experiences and progress of children who need help and protection: Good
  The experiences and progress of children in care: Good
  The experiences and progress of care leavers: Requires improvement to be good
  Overall effectiveness: Goood
---
authority: Kirklees
event: ILACS focused visit
published: 2025-06-02
follows: kirklees-2024
`;

/** A client that takes everything in its richest form. */
const RICH: ClientCapabilities = {
  textDocument: {
    hover: { contentFormat: ['markdown', 'plaintext'] }, documentSymbol: { hierarchicalDocumentSymbolSupport: true }, foldingRange: { lineFoldingOnly: true, rangeLimit: 5000 },
    documentLink: { tooltipSupport: true },
  },
};

describe('reading over stdio', () => {
  let editor: Editor;
  afterEach(() => editor.stop());

  const ask = <T>(method: string, params: object = {}, uri = URI) => editor.connection.sendRequest<T>(`textDocument/${method}`, { textDocument: { uri }, ...params });
  const textAt = ({ start, end }: Range) => { const document = editor.documents.get(URI)!; return document.getText().slice(document.offsetAt(start), document.offsetAt(end)); };
  /** The lenses, as an editor knows them that has shown them all. */
  const shownLenses = async () => Promise.all((await ask<CodeLens[]>('codeLens')).map(lens => editor.connection.sendRequest<CodeLens>('codeLens/resolve', lens)));

  async function open(capabilities: ClientCapabilities = RICH, text = TEXT): Promise<void> {
    editor = await Editor.start(capabilities);
    await editor.open(URI, text);
  }

  it('shows a hover in the form that the client takes', async () => {
    await open();
    const position = { line: 15, character: 27 };
    const rich = await ask<Hover>('hover', { position });
    assert.equal(textAt(rich.range!), 'Goood');
    const { kind, value } = rich.contents as { kind: string; value: string };
    assert.equal(kind, 'markdown');
    assert.match(value, /^`unknown-grade` — .*\[Read more\]\(file:\/\/\S+\/docs\/rules\/unknown-grade\.md\)$/);
    assert.equal(await ask('hover', { position: { line: 0, character: 3 } }), null);
    assert.equal(await ask('hover', { position }, 'file:///not-open.inspection.yaml'), null);
    await editor.stop();
    await open({});
    const plain = (await ask<Hover>('hover', { position: { line: 3, character: 12 } })).contents as { kind: string; value: string };
    assert.equal(plain.kind, 'plaintext');
    assert.match(plain.value, /^Kirklees — Metropolitan borough/);
  });

  it('says in a hover which record follows what', async () => {
    await open();
    const { contents, range } = await ask<Hover>('hover', { position: { line: 20, character: 12 } });
    assert.deepEqual([textAt(range!), (contents as { value: string }).value], ['kirklees-2024', '**Kirklees — ILACS standard inspection, July 2024 — Goood**']);
    await editor.replace(URI, 'follows: kirklees-2024', 'follows: kirklees-2014');
    assert.match(((await ask<Hover>('hover', { position: { line: 20, character: 12 } })).contents as { value: string }).value, /^`unknown-record` — /);
  });

  it('gives the outline as a tree, or as a list', async () => {
    await open();
    const [inspection, visit] = await ask<DocumentSymbol[]>('documentSymbol');
    assert.equal(inspection!.name, 'Kirklees — ILACS standard inspection, July 2024 — Goood');
    assert.equal(inspection!.children!.at(-2)!.name, 'Care leavers — Requires improvement to be good');
    assert.deepEqual([inspection!.range.start.line, textAt(inspection!.selectionRange)], [2, 'authority']);
    assert.equal(visit!.name, 'Kirklees — ILACS focused visit, June 2025');
    assert.deepEqual(visit!.range, { start: { line: 17, character: 0 }, end: { line: 20, character: 22 } });
    await editor.stop();
    await open({});
    const list = await ask<SymbolInformation[]>('documentSymbol');
    assert.deepEqual([list.length, list[1]!.containerName, list[1]!.location.uri], [7, inspection!.name, URI]);
  });

  it('folds, and no more than the client takes', async () => {
    await open();
    assert.deepEqual(await ask<FoldingRange[]>('foldingRange'), [
      { startLine: 0, endLine: 1, kind: 'comment' }, { startLine: 2, endLine: 15 }, { startLine: 5, endLine: 7 }, { startLine: 10, endLine: 15 }, { startLine: 17, endLine: 20 },
    ]);
    await editor.stop();
    await open({ textDocument: { foldingRange: { rangeLimit: 3 } } });
    assert.deepEqual(await ask<FoldingRange[]>('foldingRange'), [{ startLine: 2, endLine: 15 }, { startLine: 17, endLine: 20 }]);
  });

  it('selects from word to file', async () => {
    await open();
    const [first] = await ask<SelectionRange[]>('selectionRange', { positions: [{ line: 18, character: 15 }] });
    const texts: string[] = [];
    for (let range = first; range; range = range.parent) texts.push(textAt(range.range));
    assert.deepEqual(texts.slice(0, 3), ['focused', 'ILACS focused visit', 'event: ILACS focused visit']);
    assert.equal(texts.at(-1), TEXT);
  });

  it('links, and highlights what is the same', async () => {
    await open();
    const [link] = await ask<DocumentLink[]>('documentLink');
    assert.deepEqual([link!.target, link!.tooltip, link!.range.start.line], ['https://files.ofsted.gov.uk/v1/file/50255618', "Open a report file on Ofsted's site", 9]);
    const highlights = await ask<DocumentHighlight[]>('documentHighlight', { position: { line: 20, character: 12 } });
    assert.deepEqual(highlights.map(({ range, kind }) => [range.start.line, kind]), [[2, 3], [20, 2]]);
  });

  it('hints only in the lines that are shown', async () => {
    await open();
    const hints = await ask<InlayHint[]>('inlayHint', { range: { start: { line: 6, character: 0 }, end: { line: 19, character: 0 } } });
    assert.deepEqual(hints.map(({ position, label }) => [position.line, label]), [[6, 'Monday'], [7, 'Friday, 10 working days on site'], [8, 'Wednesday, 27 working days after fieldwork'], [17, 'E08000034']]);
  });

  it('colours a whole file, or what is shown of it', async () => {
    await open();
    const { tokenTypes, tokenModifiers } = editor.initialized.capabilities.semanticTokensProvider!.legend;
    const decode = ({ data }: SemanticTokens) => {
      const tokens: string[] = [];
      for (let i = 0, line = 0, character = 0; i < data.length; i += 5) {
        character = data[i] ? data[i + 1]! : character + data[i + 1]!;
        line += data[i]!;
        const modifiers = tokenModifiers.filter((_, bit) => data[i + 4]! & (1 << bit));
        tokens.push(`${textAt({ start: { line, character }, end: { line, character: character + data[i + 2]! } })}: ${[tokenTypes[data[i + 3]!], ...modifiers].join('.')}`);
      }
      return tokens;
    };
    const all = decode(await ask<SemanticTokens>('semanticTokens/full'));
    assert.deepEqual(all.slice(0, 2), ['kirklees-2024: variable.declaration', '2024-07-08: number']);
    assert.ok(all.includes('Requires improvement to be good: enumMember.middling'));
    assert.deepEqual(all.slice(-2), ['2025-06-02: number', 'kirklees-2024: variable']);
    assert.deepEqual(decode(await ask<SemanticTokens>('semanticTokens/range', { range: { start: { line: 17, character: 0 }, end: { line: 19, character: 21 } } })), ['2025-06-02: number']);
  });

  it('puts lenses above each record: preview, problems found, the step of the journey', async () => {
    await open();
    await editor.listen(URI, found => found.length > 0);
    const lenses = await shownLenses();
    const titles = (line: number) => lenses.filter(({ range }) => range.start.line === line).map(({ command }) => command!.title);
    assert.deepEqual(titles(2), ['Preview', '1 problem', 'Journey: 1 of 2']);
    assert.deepEqual(titles(17), ['Preview', 'Journey: 2 of 2']);
    assert.deepEqual(lenses[0]!.command!.arguments, [URI, { line: 2, character: 0 }]);
    await editor.replace(URI, 'Goood', 'Good');
    await editor.listen(URI, found => !found.some(({ code }) => code === 'unknown-grade'));
    assert.ok(!(await shownLenses()).some(({ command }) => command!.title.includes('problem')));
    const [, problem] = lenses;
    assert.deepEqual((await editor.connection.sendRequest<CodeLens>('codeLens/resolve', problem)).command, { title: '', command: '' }, 'a lens that is no more says nothing');
  });

  it('tells what lenses say when they are shown', async () => {
    await open(RICH, manyRecords(300));
    const lenses = await ask<CodeLens[]>('codeLens');
    assert.ok(lenses.length >= 300 && lenses.every(({ command }) => command === undefined));
    const last = await editor.connection.sendRequest<CodeLens>('codeLens/resolve', lenses.at(-1));
    assert.match(last.command!.title, /^(Preview|Journey: \d+ of \d+)$/);
  });

  it('counts problems in the lens that other records have brought to light', async () => {
    const [one, two] = ['Kent', 'Leeds'].map(authority => `id: the-same\nauthority: ${authority}\nevent: ILACS focused visit\nfieldwork: {start: 2023-05-09}\n`);
    await open(RICH, `${one}---\n${two}`);
    await editor.listen(URI, found => found.some(({ code }) => code === 'duplicate-id'));
    assert.ok((await shownLenses()).some(({ range, command }) => range.start.line === 5 && /problem/.test(command!.title)));
  });

  it('names only the records of a very long file', async () => {
    await open(RICH, manyRecords(300));
    const symbols = await ask<DocumentSymbol[]>('documentSymbol');
    assert.equal(symbols.length, 300);
    assert.ok(symbols.every(({ children }) => children === undefined));
  });
});
