// The programs that we are measured against: fetched for the run, kept in the cache, never dependencies.
import path from 'node:path';
import { cached, npm, root } from '../cache.mjs';
import { ensureVSCode } from '../vscode/install.mjs';

const YAML_LANGUAGE_SERVER = '2.0.0';
const VALIDATORS = { '@sourcemeta/jsonschema': '16.11.0', 'v8r': '6.1.0', 'ajv-cli': '5.0.0' };

/** The commands behind our lenses: a client that has none of them is shown none. */
const LENSES = ['workbench.actions.view.problems', 'inspectionRecords.openPreviewToSide', 'inspectionRecords.showJourney'];

const schema = path.join(root, 'schemas', 'inspection-record.schema.json');

async function installed(name, packages) {
  const specs = Object.entries(packages).map(([pkg, version]) => `${pkg}@${version}`);
  const folder = await cached(name, specs.join(' '), into => npm(['install', '--prefix', into, '--engine-strict=false', ...specs], into));
  return (...file) => path.join(folder, 'node_modules', ...file);
}

/** Language servers by name, ours first. The peer runs on the newer Node that it wants, which is there for VS Code already. */
export async function servers() {
  const { node } = await ensureVSCode();
  const peer = await installed('bench-server', { 'yaml-language-server': YAML_LANGUAGE_SERVER });
  return {
    'inspection-records': { command: [process.execPath, path.join(root, 'dist', 'server.js'), '--stdio'], commands: LENSES },
    [`yaml-language-server ${YAML_LANGUAGE_SERVER}`]: {
      command: [node, peer('yaml-language-server', 'bin', 'yaml-language-server'), '--stdio'],
      settings: { yaml: { schemas: { [`file://${schema}`]: '*.yaml' }, schemaStore: { enable: false }, validate: true }, http: {}, '[yaml]': {}, editor: {} },
    },
  };
}

/** Command lines that check a folder of records when they are run in it, by name, ours first. */
export async function validators(folder) {
  const { node } = await ensureVSCode();
  const peer = await installed('bench-validators', VALIDATORS);
  const named = name => `${name} ${VALIDATORS[name]}`;
  return {
    'inspection-records check': [process.execPath, path.join(root, 'dist', 'cli.js'), 'check', '--quiet', folder],
    [named('@sourcemeta/jsonschema')]: [process.execPath, peer('@sourcemeta', 'jsonschema', 'npm', 'cli.js'), 'validate', schema, folder, '--extension', '.yaml'],
    [named('v8r')]: [node, peer('v8r', 'src', 'index.js'), '--schema', schema, '*.yaml'],
    [named('ajv-cli')]: [process.execPath, peer('ajv-cli', 'dist', 'index.js'), 'validate', '--spec=draft2020', '--strict=false', '-s', schema, '-d', path.join(folder, '*.yaml')],
  };
}
