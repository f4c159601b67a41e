import assert from 'node:assert/strict';
import type { Diagnostic, DocumentDiagnosticReport, PublishDiagnosticsParams } from 'vscode-languageserver-protocol';
import { today } from '../../../server/lsp/today';
import { startInProcess, type Client } from '../../support/in-process';
import type { EditedFile } from './edited-file';
import { filesRead } from './files-read';
import { askAbout, WorkspaceDiagnostics, type Asked, type Extent, type Knowledge } from './knowledge';
import { CLIENTS, OPTIONS } from './live-server';
import { Page } from './page';
import type { Session } from './session';
import type { Wire } from './wire';

/** How long news that nobody asks for may take, in milliseconds. A server that has none fails then. */
const PATIENCE = 20_000;

/** A server in this process, with what lies in a folder on disk. */
export async function serverHere(folder: string): Promise<Client> {
  const client = await startInProcess(new Map(), { host: { files: filesRead(), today }, capabilities: CLIENTS.asks, folders: [folder], initializationOptions: OPTIONS });
  client.answer('workspace/diagnostic/refresh', () => null);
  client.answer('workspace/codeLens/refresh', () => null);
  return client;
}

/** One that has never seen anything but the files as they are now, with these open. */
export async function freshServer(folder: string, files: readonly EditedFile[]): Promise<Client> {
  const client = await serverHere(folder);
  openIn(client, files);
  return client;
}

export function openIn(wire: Wire, files: readonly EditedFile[]): void {
  for (const { uri, version, text } of files) wire.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'inspection-record', version, text } });
}

/** What is to be known of files: as a server tells it that finds them so. */
export interface Truth {
  /** Where everything is asked for. */
  workspace?: Knowledge;
  /** Of each open file, what is wrong with it. */
  diagnostics: Readonly<Record<string, readonly Diagnostic[]>>;
  about: Knowledge;
  page: Knowledge;
}

export async function truthOf(wire: Wire, asked: Asked, uris: readonly string[], extent: Extent): Promise<Truth> {
  // What all files hold is read by then: till then a server would wait.
  await wire.request('workspace/symbol', { query: 'of no record' });
  const workspace = extent === 'everything' ? await new WorkspaceDiagnostics(wire).ask() : undefined;
  const reports = await Promise.all(uris.map(uri => pull(wire, uri)));
  return { workspace, diagnostics: Object.fromEntries(uris.map((uri, i) => [uri, itemsOf(reports[i]!)])), about: await askAbout(wire, asked, extent), page: await new Page(wire, 'fresh').ask(asked) };
}

export function pull(wire: Wire, uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
  return wire.request('textDocument/diagnostic', { textDocument: { uri }, previousResultId });
}

export function itemsOf(report: DocumentDiagnosticReport, before: readonly Diagnostic[] = []): readonly Diagnostic[] {
  return report.kind === 'full' ? report.items : before;
}

/** What an editor shows as wrong with the open files: what it has asked for, or been told. */
export class Shown {
  private readonly pulled = new Map<string, { resultId?: string; items: readonly Diagnostic[] }>();
  private readonly published = new Map<string, PublishDiagnosticsParams>();
  private heard: () => void = () => undefined;

  constructor(private readonly wire: Wire, private readonly client: Session['client']) {
    wire.hear<PublishDiagnosticsParams>('textDocument/publishDiagnostics', params => {
      this.published.set(params.uri, params);
      this.heard();
    });
  }

  /** Asks again, if this is an editor that asks. */
  async refresh(uri: string): Promise<readonly Diagnostic[]> {
    if (this.client === 'listens') return this.published.get(uri)?.diagnostics ?? [];
    const before = this.pulled.get(uri);
    const report = await pull(this.wire, uri, before?.resultId);
    const items = itemsOf(report, before?.items);
    this.pulled.set(uri, { resultId: report.resultId, items });
    return items;
  }

  forget(uri: string): void {
    this.pulled.delete(uri);
  }

  /** Fails unless a file that was saved is shown with all that is wrong with it: at once, or where the server tells by itself, soon. */
  async becomes({ uri, version }: Pick<EditedFile, 'uri' | 'version'>, expected: readonly Diagnostic[]): Promise<void> {
    const until = performance.now() + PATIENCE;
    const isTold = () => this.published.get(uri)?.version === version && same(this.published.get(uri)!.diagnostics, expected);
    while (this.client === 'listens' && !isTold() && performance.now() < until) await Promise.race([new Promise<void>(heard => { this.heard = heard; }), sleep(100)]);
    assertSame(await this.refresh(uri), expected, `diagnostics of ${uri}`);
  }
}

/** Fails where something is shown that is not wrong. What is still being typed may be left out. */
export function assertAmong(shown: readonly Diagnostic[], all: readonly Diagnostic[], what: string): void {
  const known = new Set(all.map(each => JSON.stringify(each)));
  assert.deepEqual(shown.filter(each => !known.has(JSON.stringify(each))), [], `${what}: shown, though it is not so`);
}

export function assertSame(ours: unknown, truth: unknown, what: string): void {
  if (!same(ours, truth)) assert.deepEqual(withoutAbsent(ours), withoutAbsent(truth), what);
}

export function assertSameKnowledge(ours: Knowledge, truth: Knowledge): void {
  for (const what of new Set([...Object.keys(ours), ...Object.keys(truth)])) assertSame(ours[what], truth[what], what);
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** As it goes over a wire. */
function withoutAbsent(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

const sleep = (milliseconds: number) => new Promise<void>(resolve => setTimeout(resolve, milliseconds));
