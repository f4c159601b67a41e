import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import referenceData from 'generated:reference-data';
import { createReference } from '../reference/reference';
import { clientFiles, filesByScheme } from './client-files';
import { Gate } from './gate';
import { readSourceApart } from './import/read-source-apart';
import { nodeFiles } from './node-files';
import { nextRound, NodeMessages, NodeWriter } from './node-messages';
import { loadWordWriters } from './node-word';
import { createServer } from './server';
import { today } from './today';

/** Runs the language server on standard input and output, until the client ends it or is gone. */
export function startNodeServer(): void {
  const writer = new NodeWriter(process.stdout, () => process.exit(1));
  const reader = new NodeMessages(process.stdin, answer => void writer.write(answer), lost);
  const connection = createConnection(reader, writer, new Gate(() => writer.written).options);
  createServer(connection, {
    reference: createReference(referenceData), today, files: filesByScheme(nodeFiles, clientFiles(connection)), now: () => performance.now(), writesBytes: true,
    yield: () => quiet(reader, writer),
    // The pages lie beside the folder of the bundles.
    word: loadWordWriters, readSource: readSourceApart,
    rulePages: `${pathToFileURL(path.join(__dirname, '..', 'docs', 'rules')).href}/`,
  });
  connection.listen();
}

/**
 * Resolves when nothing waits: neither what the client has said, nor answers that are being written (whoever works meanwhile keeps the client
 * waiting for the rest of them).
 */
async function quiet(reader: NodeMessages, writer: NodeWriter): Promise<void> {
  for (let heard: Promise<void> | undefined; heard !== reader.heard;) {
    heard = reader.heard;
    await heard;
    await writer.written;
    await nextRound();
  }
}

/** Better no server than one that hears nothing any more: a client starts another. */
function lost(why: string): void {
  process.stderr.write(`inspection-records: what the client sends cannot be read: ${why}.\n`, () => process.exit(1));
}
