// The extension in VS Code for the Web, where the language server is a web worker.
import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { start } from './start';

export { stop as deactivate } from './start';

export function activate(context: vscode.ExtensionContext): Promise<void> {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.browser.js').toString(true);
  let worker: Worker | undefined;
  // A client that starts again has stopped the server, which does not end its worker.
  const server = (): Promise<Worker> => {
    worker?.terminate();
    return Promise.resolve(worker = new Worker(script));
  };
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  return start(context, options => new LanguageClient('inspectionRecords', 'Inspection Records', server, options));
}
