import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection, StreamMessageReader, StreamMessageWriter, type ClientCapabilities, type CodeAction, type CompletionItem, type CompletionList, type Diagnostic,
  type DocumentDiagnosticReport, type InitializeResult, type Position, type ProtocolConnection, type PublishDiagnosticsParams, type Range, type TextEdit, type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { EDITOR_COMMANDS, type InitializationOptions } from '../../server/lsp/protocol';

/** An editor with the bundled language server behind it, over stdio, as any client would run it. */
export class Editor {
  readonly published: PublishDiagnosticsParams[] = [];
  initialized!: InitializeResult;
  readonly documents = new Map<string, TextDocument>();
  private readonly requests: { method: string; params: unknown }[] = [];
  private heard: () => void = () => undefined;
  private readonly waiting: { uri: string; fits: (diagnostics: Diagnostic[]) => boolean; found: (diagnostics: Diagnostic[]) => void }[] = [];

  private constructor(readonly connection: ProtocolConnection, readonly process: ChildProcess) {
    for (const method of ['client/registerCapability', 'client/unregisterCapability', 'workspace/diagnostic/refresh']) {
      connection.onRequest(method, (params: unknown) => {
        this.requests.push({ method, params });
        this.heard();
        return null;
      });
    }
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params);
      for (const wait of this.waiting) if (wait.uri === params.uri && wait.fits(params.diagnostics)) wait.found(params.diagnostics);
    });
  }

  /**
   * @param capabilities of the client: by default one that pulls diagnostics and takes snippets
   * @param folders of the workspace, as paths
   */
  static start(capabilities: ClientCapabilities = PULLS, ...folders: string[]): Promise<Editor> {
    return Editor.connect(spawn(process.execPath, [path.resolve('dist/server.js'), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] }), capabilities, folders);
  }

  /** The same with a server that runs already. */
  static async connect(child: ChildProcess, capabilities: ClientCapabilities = PULLS, folders: readonly string[] = []): Promise<Editor> {
    const connection = createProtocolConnection(new StreamMessageReader(child.stdout!), new StreamMessageWriter(child.stdin!));
    connection.listen();
    const editor = new Editor(connection, child);
    const workspaceFolders = folders.map(folder => ({ uri: pathToFileURL(folder).href, name: path.basename(folder) }));
    editor.initialized = await connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid, rootUri: workspaceFolders[0]?.uri ?? null, capabilities, workspaceFolders: folders.length ? workspaceFolders : null,
      initializationOptions: { commands: Object.values(EDITOR_COMMANDS) } satisfies InitializationOptions,
    });
    await connection.sendNotification('initialized', {});
    return editor;
  }

  async stop(): Promise<void> {
    const gone = new Promise(resolve => this.process.once('exit', resolve));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    await gone;
    this.connection.dispose();
  }

  async open(uri: string, text: string): Promise<void> {
    this.documents.set(uri, TextDocument.create(uri, 'inspection-record', 1, text));
    await this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'inspection-record', version: 1, text } });
  }

  async close(uri: string): Promise<void> {
    this.documents.delete(uri);
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** Replaces a range as typing does; the editor's own copy changes alike. */
  async change(uri: string, range: Range, text: string): Promise<void> {
    const document = this.documents.get(uri)!;
    TextDocument.update(document, [{ range, text }], document.version + 1);
    await this.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version: document.version }, contentChanges: [{ range, text }] });
  }

  /** Replaces the first place where `old` stands. */
  async replace(uri: string, old: string, text: string): Promise<void> {
    await this.change(uri, this.rangeOf(uri, old), text);
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri }, previousResultId });
  }

  /** The findings of a document, pulled. */
  async findings(uri: string): Promise<Diagnostic[]> {
    const report = await this.pull(uri);
    return report.kind === 'full' ? report.items : [];
  }

  /** The findings of a document once they fit: for what the server finds out in its own time. */
  async findingsWhen(uri: string, fits: (diagnostics: Diagnostic[]) => boolean): Promise<Diagnostic[]> {
    for (;;) {
      const findings = await this.findings(uri);
      if (fits(findings)) return findings;
      await new Promise(resolve => setTimeout(resolve, 20));
    }
  }

  /** What is offered at a range, in order. */
  async actions(uri: string, range: Range, only?: string[]): Promise<CodeAction[]> {
    return await this.connection.sendRequest('textDocument/codeAction', { textDocument: { uri }, range, context: { diagnostics: [], ...(only && { only }) } });
  }

  /** The text of an open document with an edit made; the document stays as it is. */
  edited(uri: string, { changes, documentChanges }: WorkspaceEdit): string {
    const edits = changes?.[uri] ?? documentChanges?.flatMap(change => ('edits' in change && change.textDocument.uri === uri ? change.edits as TextEdit[] : [])) ?? [];
    return TextDocument.applyEdits(this.documents.get(uri)!, edits);
  }

  /** The range of the first place where some words stand in an open document. */
  rangeOf(uri: string, words: string): Range {
    const document = this.documents.get(uri)!;
    const at = document.getText().indexOf(words);
    if (at < 0) throw new Error(`'${words}' does not stand in ${uri}`);
    return { start: document.positionAt(at), end: document.positionAt(at + words.length) };
  }

  /** What the server asked the client for in a request of this kind: the first that came, or with `anew` the next that comes. */
  async asked<T>(method: string, { anew = false } = {}): Promise<T> {
    const from = anew ? this.requests.length : 0;
    for (;;) {
      const request = this.requests.slice(from).find(each => each.method === method);
      if (request) return request.params as T;
      await new Promise<void>(heard => { this.heard = heard; });
    }
  }

  /** The next published list that fits; one that came already counts. */
  listen(uri: string, fits: (diagnostics: Diagnostic[]) => boolean = () => true): Promise<Diagnostic[]> {
    const last = this.published.findLast(params => params.uri === uri);
    if (last && fits(last.diagnostics)) return Promise.resolve(last.diagnostics);
    return new Promise(found => this.waiting.push({ uri, fits, found }));
  }

  async complete(uri: string, position: Position): Promise<CompletionItem[]> {
    const list = await this.connection.sendRequest<CompletionList>('textDocument/completion', { textDocument: { uri }, position });
    return list.items;
  }

  text(uri: string): string {
    return this.documents.get(uri)!.getText();
  }
}

export const PULLS: ClientCapabilities = {
  textDocument: {
    diagnostic: { dynamicRegistration: false }, publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true }, completion: { completionItem: { snippetSupport: true } },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor', 'source'] } } },
  },
};
export const LISTENS: ClientCapabilities = { textDocument: { publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, versionSupport: true } } };
