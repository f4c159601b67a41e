import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { decode, readFiles } from '../../server/cli/read-files';
import { TemporaryFolder } from '../support/folder';

// Small files are read at once, large ones ahead: nobody may see a difference.

const SIZES = [0, 1, 100, (1 << 16) - 1, 1 << 16, (1 << 16) + 1, 300_000];

describe('files that are read', () => {
  let folder: TemporaryFolder;
  before(() => {
    const sized = SIZES.map(size => [`${size}.yaml`, 'x'.repeat(size)] as const);
    folder = new TemporaryFolder({ ...Object.fromEntries(sized), 'marked.yaml': '\ufeffid: a\n', 'letters.yaml': 'é’😀\n' });
    fs.writeFileSync(path.join(folder.path, 'utf-16.yaml'), Buffer.from('\ufeffid: a', 'utf16le'));
    fs.writeFileSync(path.join(folder.path, 'bytes.yaml'), Buffer.from([0x69, 0xff, 0xfe]));
  });
  after(() => folder.remove());

  const all = async (names: readonly string[]) => {
    const found = [];
    for await (const one of readFiles(names.map(name => ({ file: path.join(folder.path, name), shown: name })))) found.push(one);
    return found;
  };

  it('have their own text each, in the order that was asked for, whatever their size', async () => {
    const names = fs.readdirSync(folder.path).sort();
    const expected = names.map(name => ({ file: path.join(folder.path, name), shown: name, ...decode(fs.readFileSync(path.join(folder.path, name))) }));
    assert.deepEqual(await all(names), expected);
    assert.deepEqual(await all([...names].reverse()), expected.reverse());
  });

  it('are named with the reason where they cannot be read', async () => {
    const [gone, inside, small] = await all(['gone.yaml', '', '1.yaml']);
    assert.deepEqual([gone, inside].map(file => file && 'problem' in file && file.problem), ['there is no such file or folder.', 'it is a folder.']);
    assert.ok(small && 'text' in small && small.text === 'x');
  });
});
