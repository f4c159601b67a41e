import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import Ajv from 'ajv/dist/2020';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter, type PublishDiagnosticsParams } from 'vscode-languageserver-protocol/node';
import { parseAllDocuments } from 'yaml';
import { CACHE } from '../../scripts/cache.mjs';
import { TemporaryFolder } from '../support/folder';

// Programs of others that check YAML or JSON against a schema, ours being one of many to them.

export const SCHEMA = path.resolve('schemas/inspection-record.schema.json');

/** Says which of some texts it refuses, by their names; each is a YAML file of one or more records. */
export interface Validator {
  name: string;
  /** What has to be there for it. */
  needs?: string;
  /** Rules whose broken samples it refuses for a fault of its own. */
  misreads?: readonly string[];
  refused(texts: ReadonlyMap<string, string>): Promise<Set<string>> | Set<string>;
}

const installed = (folder: string, ...file: string[]) => path.join(CACHE, folder, 'node_modules', ...file);

const AJV_CLI = installed('bench-validators', 'ajv-cli', 'dist', 'index.js');
const SOURCEMETA = installed('bench-validators', '@sourcemeta', 'jsonschema', 'npm', 'cli.js');
const YAML_SERVER = installed('bench-server', 'yaml-language-server', 'bin', 'yaml-language-server');

export const VALIDATORS: readonly Validator[] = [
  { name: 'ajv as it comes', refused: texts => refusedByAjv(new Ajv({ logger: false }), texts) },
  { name: 'ajv in strict mode', refused: texts => refusedByAjv(new Ajv({ strict: true, allowUnionTypes: true, allErrors: true }), texts) },
  { name: 'ajv with strict mode off', refused: texts => refusedByAjv(new Ajv({ strict: false }), texts) },
  { name: 'ajv-cli', needs: AJV_CLI, refused: refusedByAjvCli },
  // Version 16.11.0 takes an empty entry at the end of a list for a mapping where a field comes after it; the same as JSON it accepts.
  { name: '@sourcemeta/jsonschema', needs: SOURCEMETA, misreads: ['empty-value'], refused: refusedBySourcemeta },
  { name: 'yaml-language-server', needs: YAML_SERVER, refused: refusedByYamlServer },
];

/** The records of a file as values; undefined where it is no YAML. */
function recordsOf(text: string): unknown[] | undefined {
  const documents = parseAllDocuments(text);
  return documents.some(({ errors }) => errors.length > 0) ? undefined : documents.map(document => document.toJS() as unknown);
}

function refusedByAjv(ajv: Ajv, texts: ReadonlyMap<string, string>): Set<string> {
  const validate = ajv.compile(JSON.parse(fs.readFileSync(SCHEMA, 'utf8')) as object);
  return new Set([...texts].filter(([, text]) => !(recordsOf(text)?.every(record => validate(record)) ?? false)).map(([name]) => name));
}

/** It gets JSON: it reads YAML as version 1.1 was, where 2024-07-08 is no text, and takes one document in a file. */
function refusedByAjvCli(texts: ReadonlyMap<string, string>): Set<string> {
  const records = [...texts].flatMap(([name, text]) => (recordsOf(text) ?? [null]).map((record, i) => ({ name, file: `${name}-${i}.json`, record })));
  const folder = new TemporaryFolder(Object.fromEntries(records.map(({ file, record }) => [file, JSON.stringify(record)])));
  const { stdout, stderr } = spawnSync(process.execPath, [AJV_CLI, 'validate', '--spec=draft2020', '--strict=false', '--errors=no', '-s', SCHEMA, ...records.flatMap(({ file }) => ['-d', file])], { cwd: folder.path, encoding: 'utf8' });
  folder.remove();
  const valid = new Set(`${stdout}${stderr}`.split('\n').filter(line => line.endsWith(' valid')).map(line => line.slice(0, -' valid'.length)));
  return new Set(records.filter(({ file }) => !valid.has(file)).map(({ name }) => name));
}

function refusedBySourcemeta(texts: ReadonlyMap<string, string>): Set<string> {
  const folder = new TemporaryFolder(Object.fromEntries(texts));
  const isRefused = (name: string) => spawnSync(process.execPath, [SOURCEMETA, 'validate', SCHEMA, name], { cwd: folder.path }).status !== 0;
  const refused = new Set([...texts.keys()].filter(isRefused));
  folder.remove();
  return refused;
}

/** A file is refused where it has any finding. */
async function refusedByYamlServer(texts: ReadonlyMap<string, string>): Promise<Set<string>> {
  const child = spawn(process.execPath, [YAML_SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  const yaml = { schemas: { [pathToFileURL(SCHEMA).href]: '*.yaml' }, schemaStore: { enable: false }, validate: true };
  connection.onRequest('workspace/configuration', ({ items }: { items: { section: string }[] }) => items.map(({ section }) => (section === 'yaml' ? yaml : {})));
  connection.onRequest('client/registerCapability', () => null);
  const findings = new Map<string, number>();
  const all = new Promise<void>(resolve => connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }: PublishDiagnosticsParams) => {
    findings.set(uri, diagnostics.length);
    if (findings.size === texts.size) resolve();
  }));
  connection.listen();
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: { workspace: { configuration: true } } });
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('workspace/didChangeConfiguration', { settings: { yaml } });
  const uriOf = (name: string) => `file:///records/${name}`;
  for (const [name, text] of texts) await connection.sendNotification('textDocument/didOpen', { textDocument: { uri: uriOf(name), languageId: 'yaml', version: 1, text } });
  await all;
  connection.dispose();
  child.kill();
  return new Set([...texts.keys()].filter(name => findings.get(uriOf(name))! > 0));
}
