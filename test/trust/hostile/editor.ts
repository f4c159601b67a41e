import assert from 'node:assert/strict';
import type { CodeLens, CompletionList, Diagnostic, Position } from 'vscode-languageserver-protocol';
import { EDITOR_COMMANDS } from '../../../server/lsp/protocol';
import { ROOT, startInProcess } from '../../support/in-process';
import { assertPlainMarkdown, assertVisible } from './outputs';

// What an editor is told about a record, and may show, run or follow.

const COMMANDS = new Set<string>([...Object.values(EDITOR_COMMANDS), '']);

/** Names of what an editor shows as it is, without marks of its own; where text is put into a document it must stay what it is. */
const SHOWN = ['label', 'title', 'detail', 'name', 'message', 'tooltip', 'description', 'documentation', 'placeholder'];

/** Asserts of an answer, and of all in it, that nothing hides, runs or leads anywhere by what a record says. */
export function assertHarmless(answer: unknown, what: string): void {
  if (Array.isArray(answer)) for (const each of answer) assertHarmless(each, what);
  if (typeof answer !== 'object' || answer === null) return;
  const { kind, value, command, target } = answer as Record<string, unknown>;
  if (kind === 'markdown') assertPlainMarkdown(String(value), what, { mayLink: true });
  if (kind === 'markdown') assertVisible(String(value), what);
  if (typeof command === 'string') assert.ok(COMMANDS.has(command), `${command}: ${what}`);
  if (typeof target === 'string') assert.match(target, /^(https?:\/\/|file:\/\/\/rules\/|memory:\/records\/)/, what);
  for (const [name, each] of Object.entries(answer)) {
    if (SHOWN.includes(name) && typeof each === 'string') assertVisible(each, `${name}: ${what}`);
    assertHarmless(each, what);
  }
}

const PACK = `${ROOT}/packs/a.yaml`;

/**
 * One server for many texts.
 * @returns opens a text in a workspace with further reference data, asks all that an editor may show of it, and closes it; resolves to all that was answered
 */
export async function openEditor(): Promise<(text: string, pack: string) => Promise<unknown[]>> {
  const uri = `${ROOT}/a.inspection.yaml`;
  const files = new Map([[`${ROOT}/inspection-records.config.yaml`, 'frameworks: packs/*.yaml\n'], [PACK, '']]);
  const client = await startInProcess(files, { initializationOptions: { rulePages: 'file:///rules/', commands: Object.values(EDITOR_COMMANDS) } });
  const textDocument = { uri };
  return async (text, pack) => {
    const answers: unknown[] = [];
    const ask = async <R>(method: string, more: object = {}) => {
      const answer = await client.request<R>(method, { textDocument, ...more });
      assertHarmless(answer, method);
      answers.push(answer);
      return answer;
    };
    files.set(PACK, pack);
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: PACK, type: 2 }] });
    client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'inspection-record', version: 1, text } });
    const { items } = await client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument });
    assertHarmless(items, 'diagnostics');
    const range = { start: { line: 0, character: 0 }, end: { line: text.split('\n').length, character: 0 } };
    for (const method of ['textDocument/documentSymbol', 'textDocument/documentLink']) await ask(method);
    for (const lens of await ask<CodeLens[]>('textDocument/codeLens')) await ask('codeLens/resolve', lens);
    await ask('textDocument/inlayHint', { range });
    await ask('workspace/symbol', { query: '' });
    for (const position of placesIn(text)) await askAt(position, ask, items);
    client.notify('textDocument/didClose', { textDocument });
    return answers;
  };
}

/** What is told of so many of the things that are offered. */
const RESOLVED = 2;

async function askAt(position: Position, ask: <R>(method: string, more: object) => Promise<R>, items: readonly Diagnostic[]): Promise<void> {
  await ask('textDocument/hover', { position });
  const offered = (await ask<CompletionList>('textDocument/completion', { position })).items;
  // What data of a workspace brings along stands last.
  for (const item of [...offered.slice(0, RESOLVED), ...offered.slice(RESOLVED).slice(-RESOLVED)]) await ask('completionItem/resolve', item);
  const diagnostics = items.filter(({ range }) => range.start.line === position.line);
  await ask('textDocument/codeAction', { range: { start: position, end: position }, context: { diagnostics } });
}

/** The beginning of a name, and of a value, on every third line. */
function placesIn(text: string): Position[] {
  return text.split('\n').flatMap((line, number) => {
    if (number % 3 || line.trim() === '') return [];
    return [line.search(/\S/), Math.max(0, line.indexOf(': ') + 3)].map(character => ({ line: number, character: Math.min(character, line.length) }));
  });
}
