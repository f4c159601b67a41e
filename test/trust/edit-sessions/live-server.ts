import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import type { CancellationToken, ClientCapabilities } from 'vscode-languageserver-protocol';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';
import { EDITOR_COMMANDS, type InitializationOptions } from '../../../server/lsp/protocol';
import { Client, initialize } from '../../support/in-process';
import type { Wire } from './wire';

/** What a look through the window of the server is for: the text of a file, or its memory. */
export type Look = { text: string } | { memory: true };

/** What is in memory when the garbage is out. */
export interface Memory {
  /** How many slices are kept by anything at all. */
  slices: number;
  /** In bytes. */
  heap: number;
}

/** What VS Code says of itself, as far as the server cares. */
const COMMON: ClientCapabilities = {
  workspace: { workspaceEdit: { documentChanges: true }, diagnostics: { refreshSupport: true }, codeLens: { refreshSupport: true } },
  textDocument: {
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, versionSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true }, hover: { contentFormat: ['markdown'] }, documentLink: { tooltipSupport: true },
    completion: { completionItem: { snippetSupport: true, labelDetailsSupport: true, commitCharactersSupport: true, insertTextModeSupport: { valueSet: [1, 2] }, documentationFormat: ['markdown'], resolveSupport: { properties: ['documentation'] } } },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor', 'source'] } } },
  },
};

export const CLIENTS: Record<'asks' | 'listens', ClientCapabilities> = {
  asks: { ...COMMON, textDocument: { ...COMMON.textDocument, diagnostic: {} } },
  listens: COMMON,
};

export const OPTIONS: InitializationOptions = { rulePages: 'file:///rules/', commands: Object.values(EDITOR_COMMANDS) };

/** Makes the program; resolves to its file. */
export async function bundleServer(entry = 'test/trust/edit-sessions/windowed-server.ts'): Promise<string> {
  const { bundleTests } = await import('../../../scripts/bundle-tests.mjs');
  const program = path.resolve('out', `${path.basename(entry, '.ts')}-${process.pid}.cjs`);
  await bundleTests([path.resolve(entry)], program);
  process.once('exit', () => fs.rmSync(program, { force: true }));
  return program;
}

/** How long an answer may take, in milliseconds: what takes longer never comes. */
const PATIENCE = 60_000;

/** A server in a process of its own, over stdio. */
export class LiveServer implements Wire {
  private readonly ended: Promise<unknown>;

  private constructor(private readonly client: Client, private readonly child: ChildProcess) {
    this.ended = once(child, 'exit');
  }

  static async start(program: string, { client: kind, folders }: { client: keyof typeof CLIENTS; folders: readonly string[] }): Promise<LiveServer> {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit', 'ipc'] });
    const connection = createMessageConnection(new StreamMessageReader(child.stdout!), new StreamMessageWriter(child.stdin!));
    connection.listen();
    const client = new Client(connection);
    for (const method of ['workspace/diagnostic/refresh', 'workspace/codeLens/refresh']) client.answer(method, () => null);
    await initialize(client, { capabilities: CLIENTS[kind], folders, initializationOptions: OPTIONS });
    return new LiveServer(client, child);
  }

  get isAlive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Fails where the server ends before it answers, or never does. */
  async request<R>(method: string, params: unknown, token?: CancellationToken): Promise<R> {
    let late: NodeJS.Timeout | undefined;
    const none = new Promise<never>((_, fail) => {
      late = setTimeout(() => fail(new Error(`No answer to ${method}.`)), PATIENCE);
      void this.ended.then(() => fail(new Error(`The server has ended before it answered ${method}.`)));
    });
    return Promise.race([this.client.request<R>(method, params, token), none]).finally(() => clearTimeout(late));
  }

  notify(method: string, params: unknown): void {
    this.client.notify(method, params);
  }

  hear<P>(method: string, handle: (params: P) => void): void {
    this.client.hear(method, handle);
  }

  /** The text of an open file as the server has it; null where it has none. */
  textOf(uri: string): Promise<string | null> {
    return this.look({ text: uri });
  }

  memory(): Promise<Memory> {
    return this.look({ memory: true });
  }

  async stop(): Promise<void> {
    if (!this.isAlive) return;
    await this.client.request('shutdown');
    this.client.notify('exit', undefined);
    await this.ended;
  }

  private async look<R>(look: Look): Promise<R> {
    const [answer] = await Promise.all([once(this.child, 'message'), new Promise<void>((sent, failed) => this.child.send(look, error => (error ? failed(error) : sent())))]);
    return answer[0] as R;
  }
}
