import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import referenceData from 'generated:reference-data';
import { createReference } from '../reference/reference';
import { clientFiles } from './client-files';
import { Gate } from './gate';
import type { Host } from './host';
import { readSourceHere } from './import/read-source-here';
import { createServer } from './server';
import { today } from './today';

/** What a web worker is to us: the two ends of its channel to the page, and where its script came from. */
declare const self: Worker & WindowEventHandlers & { location: { href: string } };

/** Runs the language server in a web worker, for the page that has started it. */
export function startBrowserServer(): void {
  const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self), new Gate().options);
  createServer(connection, {
    reference: createReference(referenceData), today, files: clientFiles(connection), now: () => performance.now(), yield: takeTurns, readSource: readSourceHere,
    rulePages: rulePages(self.location.href),
  });
  connection.listen();
  // A promise that fails and that nobody waits for ends a process; so it does a worker, whose page hears of errors only.
  self.onunhandledrejection = ({ reason }) => { setTimeout(() => { throw reason; }); };
}

/** By a message to ourselves, which comes behind those that wait: timers are made to last 4 ms in browsers. */
const takeTurns: Host['yield'] = () => new Promise(resolve => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => { port1.close(); resolve(); };
  port2.postMessage(null);
});

/** The pages lie beside the folder of the bundles. A script without a place of its own, such as a blob, knows of none: the client has to tell. */
function rulePages(script: string): string {
  const pages = '../docs/rules/';
  return URL.canParse(pages, script) ? new URL(pages, script).href : '';
}
