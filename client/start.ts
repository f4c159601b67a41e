import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { readFilesFor } from './files';
import { registerInsertions } from './fill-in';
import { registerImport } from './import/register';
import { registerJourney } from './journey';
import { SERVER_SELECTOR } from './languages';
import { registerNewRecord } from './new-record';
import { registerSample } from './open-sample';
import { registerPaste } from './paste';
import { registerPages } from './pages/register';
import { registerPreview } from './preview/register';
import { RESTART_COMMAND, Restarts } from './restarts';
import { showStatus } from './status';
import { EDITOR_COMMANDS, type InitializationOptions } from '../server/lsp/protocol';

let client: BaseLanguageClient | undefined;

/**
 * Starts the client of the language server, with everything that the extension does wherever it runs.
 * @param create makes the client, of options that are the same everywhere, with the server that can be had here
 */
export async function start({ extensionUri, subscriptions }: vscode.ExtensionContext, create: (options: LanguageClientOptions) => BaseLanguageClient): Promise<void> {
  const restarts = new Restarts(() => client?.outputChannel.show());
  const running = client = create({
    errorHandler: restarts,
    documentSelector: SERVER_SELECTOR,
    // The pages that findings link to come with the extension: nothing has to be fetched.
    initializationOptions: { rulePages: `${vscode.Uri.joinPath(extensionUri, 'docs', 'rules').toString()}/`, commands: Object.values(EDITOR_COMMANDS) } satisfies InitializationOptions,
  });
  subscriptions.push(
    showStatus(running),
    readFilesFor(running),
    registerPreview(extensionUri, running),
    registerPages(extensionUri, running),
    registerJourney(running),
    registerNewRecord(running),
    registerInsertions(running),
    registerSample(extensionUri),
    registerPaste(running),
    registerImport(running),
    vscode.commands.registerCommand(RESTART_COMMAND, async () => {
      restarts.forget();
      if (running.isRunning()) await running.stop();
      await running.start();
    }),
  );
  await running.start();
}

export function stop(): Promise<void> | undefined {
  return client?.isRunning() ? client.stop() : undefined;
}
