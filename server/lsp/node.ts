import path from 'node:path';
import { pathToFileURL } from 'node:url';
import referenceData from 'generated:reference-data';
import { createReference } from '../reference/reference';
import { clientFiles, filesByScheme } from './client-files';
import { connect } from './connection';
import type { Host } from './host';
import { framed, MessageReader } from './messages';
import { nodeFiles } from './node-files';
import type { Transport } from './rpc';
import { createServer } from './server';
import { today } from './today';

/** How often is looked whether the client's process is there, in milliseconds. */
const LOOK_AFTER_CLIENT = 3000;

/** Runs the language server on standard input and output, until the client ends it. */
export function startNodeServer(): void {
  const connection = connect({ send, receive, yield: takeTurns });
  createServer(connection, {
    reference: createReference(referenceData), today, files: filesByScheme(nodeFiles, clientFiles(connection)), now: () => performance.now(), yield: takeTurns, watch,
    exit: status => process.exit(status),
    // The pages lie beside the folder of the bundles.
    rulePages: `${pathToFileURL(path.join(__dirname, '..', 'docs', 'rules')).href}/`,
  });
}

const send: Transport['send'] = message => void process.stdout.write(framed(message));

const receive: Transport['receive'] = take => {
  const reader = new MessageReader();
  process.stdin.on('data', (bytes: Buffer) => { for (const message of reader.read(bytes)) take(message); });
  // Nobody is there any more, whether or not that was said.
  process.stdin.on('end', () => take({ method: 'exit' }));
};

const takeTurns: Host['yield'] = () => new Promise(resolve => setImmediate(resolve));

const watch: Host['watch'] = (client, gone) => {
  setInterval(() => { if (!isRunning(client)) gone(); }, LOOK_AFTER_CLIENT).unref();
};

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    // It runs, but is another user's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
