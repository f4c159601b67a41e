import assert from 'node:assert/strict';
import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import { isRecordFile } from '../../server/lsp/host';
import { documented } from './documented';

// Set-ups of editors that cannot be run here are at least read, and say the right things.

const COMMAND = ['inspection-records', 'lsp', '--stdio'];

/** Files that a set-up is for, and one that it is not for. */
const OURS = ['kent.inspection.yaml', 'kent.inspection.yml', 'inspection-records.config.yaml'];
const OTHERS = ['kent.yaml', 'inspection.txt'];

function assertFits(fits: (name: string) => boolean): void {
  assert.deepEqual([...OURS, ...OTHERS].filter(fits), OURS);
  assert.ok(OURS.slice(0, 2).every(isRecordFile));
}

/** Whether a name fits one of some patterns in which * stands for anything. */
const fitsOneOf = (patterns: readonly string[]) => (name: string) => patterns.some(pattern => new RegExp(`^${pattern.replaceAll('.', '\\.').replace('*', '.*')}$`).test(name));

describe('the documented set-up of', () => {
  it('Helix', () => {
    const { language: [language, ...more], 'language-server': servers } = parseToml(documented('helix', 'toml')) as unknown as {
      'language': { 'name': string; 'file-types': { glob: string }[]; 'language-servers': string[]; 'grammar': string }[];
      'language-server': Record<string, { command: string; args: string[] }>;
    };
    assert.deepEqual(more, []);
    const { command, args } = servers[language!['language-servers'][0]!]!;
    assert.deepEqual([command, ...args], COMMAND);
    assert.equal(language!.grammar, 'yaml');
    assertFits(fitsOneOf(language!['file-types'].map(({ glob }) => glob)));
  });

  it('Kate', () => {
    const [, extensions] = /extensions="([^"]*)"/.exec(documented('kate', 'xml'))!;
    const [, name] = /<language name="([^"]*)"/.exec(documented('kate', 'xml'))!;
    const { servers: { 'inspection-record': server } } = JSON.parse(documented('kate', 'json')) as { servers: Record<string, { command: string[]; highlightingModeRegex: string }> };
    assert.deepEqual(server!.command, COMMAND);
    assert.match(name!, new RegExp(server!.highlightingModeRegex));
    assertFits(fitsOneOf(extensions!.split(';')));
  });

  it('Sublime Text', () => {
    const { clients: { 'inspection-records': client } } = JSON.parse(documented('sublime-text', 'json')) as { clients: Record<string, { enabled: boolean; command: string[]; selector: string }> };
    const syntax = parseYaml(documented('sublime-text', 'yaml')) as { scope: string; file_extensions: string[] };
    assert.deepEqual([client!.enabled, client!.command, client!.selector], [true, COMMAND, syntax.scope]);
    // A whole name, or what stands behind a dot.
    assertFits(name => syntax.file_extensions.some(extension => name === extension || name.endsWith(`.${extension}`)));
  });

  it('Zed', () => {
    const { languages, lsp } = JSON.parse(documented('zed', 'json')) as { languages: Record<string, { language_servers: string[] }>; lsp: Record<string, { binary: { path: string; arguments: string[] } }> };
    const { path, arguments: args } = lsp[languages.YAML!.language_servers[0]!]!.binary;
    assert.deepEqual([path, ...args], COMMAND);
  });
});
