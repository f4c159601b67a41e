import assert from 'node:assert/strict';
import { clientFiles } from '../../server/lsp/client-files';
import type { Connection } from '../../server/lsp/connection';
import { readFolderRequest } from '../../server/lsp/protocol';

/** The files of a client that answers so. */
const files = (answer: (method: string) => unknown) => clientFiles({ sendRequest: (method: string) => Promise.resolve(answer(method)) } as unknown as Connection, 20);

async function listed(answer: (method: string) => unknown): Promise<string[]> {
  const found: string[] = [];
  for await (const uri of files(answer).list('memory:/r')) found.push(uri);
  return found;
}

describe('files that a client reads', () => {
  it('are none where it does not answer', async () => {
    const silent = () => new Promise(() => undefined);
    assert.equal(await files(silent).read('memory:/r/a.yaml'), undefined);
    assert.deepEqual(await listed(silent), []);
  });

  it('are none where it refuses, or answers with something else', async () => {
    for (const answer of [null, 5, {}, [5], [{ uri: 'memory:/r/a.yaml' }], Promise.reject(new Error('no'))]) {
      assert.deepEqual(await listed(() => answer), []);
      assert.equal(await files(() => answer).read('memory:/r/a.yaml'), undefined);
    }
  });

  it('are those that it lists', async () => {
    assert.deepEqual(await listed(method => (method === readFolderRequest ? [{ uri: 'memory:/r/a.yaml', isFolder: false }, { uri: 'memory:/r/a.txt', isFolder: false }, { uri: 'memory:/r/node_modules', isFolder: true }] : null)), ['memory:/r/a.yaml']);
    assert.equal(await files(() => 'x').read('memory:/r/a.yaml'), 'x');
  });
});
