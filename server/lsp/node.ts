import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import referenceData from 'generated:reference-data';
import { createReference } from '../reference/reference';
import { clientFiles, filesByScheme } from './client-files';
import { nodeFiles } from './node-files';
import { loadWordWriter } from './node-word';
import { createServer } from './server';
import { today } from './today';

/** Runs the language server on standard input and output, until the client ends it or is gone. */
export function startNodeServer(): void {
  const connection = createConnection(process.stdin, process.stdout);
  createServer(connection, {
    reference: createReference(referenceData), today, files: filesByScheme(nodeFiles, clientFiles(connection)), now: () => performance.now(),
    yield: () => new Promise(resolve => setImmediate(resolve)),
    // The pages lie beside the folder of the bundles.
    word: loadWordWriter,
    rulePages: `${pathToFileURL(path.join(__dirname, '..', 'docs', 'rules')).href}/`,
  });
  connection.listen();
}
