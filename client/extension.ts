// The extension on the desktop and in remote windows, where the language server is a process of its own.
import * as vscode from 'vscode';
import { LanguageClient, TransportKind, type LanguageClientOptions } from 'vscode-languageclient/node';
import { registerInsertions } from './fill-in';
import { registerJourney } from './journey';
import { SERVER_SELECTOR } from './languages';
import { registerNewRecord } from './new-record';
import { registerPreview } from './preview/register';
import { showServerStatus } from './status';

let client: LanguageClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.stdio };
  // A server that dies is started again by the client, unless it died five times in three minutes.
  const options: LanguageClientOptions = {
    documentSelector: SERVER_SELECTOR,
    // The pages that findings link to come with the extension: nothing has to be fetched.
    initializationOptions: { rulePages: `${vscode.Uri.joinPath(context.extensionUri, 'docs', 'rules').toString()}/` },
  };
  const running = client = new LanguageClient('inspectionRecords', 'Inspection Records', server, options);
  context.subscriptions.push(
    showServerStatus(running),
    registerPreview(context.extensionUri, running),
    registerJourney(running),
    registerNewRecord(running),
    registerInsertions(running),
    vscode.commands.registerCommand('inspectionRecords.restartServer', () => running.isRunning() ? running.restart() : running.start()),
  );
  await running.start();
}

export function deactivate(): Promise<void> | undefined {
  return client?.isRunning() ? client.stop() : undefined;
}
