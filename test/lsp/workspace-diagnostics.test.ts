import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { WorkspaceDiagnosticReport } from 'vscode-languageserver-protocol/node';
import { Editor } from '../support/editor';

describe('findings of the whole workspace', () => {
  let editor: Editor;
  let folder: string;
  const uri = (name: string) => pathToFileURL(path.join(folder, name)).href;
  /** Answers may come before the folder is read to its end; each next one waits for more. */
  const first = async () => {
    for (;;) {
      const { items } = await ask();
      if (items.length) return items;
    }
  };
  const ask = (previousResultIds: { uri: string; value: string }[] = []) => editor.connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds });

  beforeEach(async () => {
    folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'inspection-records-')));
    fs.writeFileSync(path.join(folder, 'bad.inspection.yaml'), 'authority: Kirklee\nevent: Monitoring visit\nfieldwork: {start: 2018-07}\n');
    fs.writeFileSync(path.join(folder, 'good.inspection.yaml'), 'authority: Kirklees\nevent: Monitoring visit\nfieldwork: {start: 2018-07}\n');
    editor = await Editor.start(undefined, folder);
  });
  afterEach(async () => {
    await editor.stop();
    fs.rmSync(folder, { recursive: true });
  });

  it('names what is wrong in files that are not open, and says nothing of those that are right', async () => {
    const items = await first();
    assert.deepEqual(items.map(item => [item.kind, item.uri, item.version]), [['full', uri('bad.inspection.yaml'), null]]);
    assert.equal(items[0]!.kind === 'full' && items[0]!.items[0]!.code, 'unknown-authority');
  });

  it('waits with its next answer until something has changed, then says only what is new', async () => {
    const [known] = await first();
    let answered = false;
    const second = ask([{ uri: known!.uri, value: known!.resultId! }]).then(report => { answered = true; return report; });
    await new Promise(resolve => setTimeout(resolve, 700));
    assert.equal(answered, false);
    await editor.open(uri('bad.inspection.yaml'), 'authority: Kirklees\nevent: Monitoring visit\npublished: 2018-08\n');
    assert.deepEqual((await second).items.map(item => (item.kind === 'full' ? item.items : item.kind)), [[]]);
  });
});
