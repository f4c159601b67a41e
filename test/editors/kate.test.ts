import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { buildProgram, PROGRAM } from '../cli/run';
import { TemporaryFolder } from '../support/folder';
import { documented, INSPECTION, needs, VISIT } from './documented';

const KATE = process.env.KATE ?? 'kate';
const VISIT_FILE = 'records/visit.inspection.yaml';

/** The set-up as it is documented, and what a person answers when Kate asks whether it may start the server. */
function setUp(folder: TemporaryFolder): void {
  const command = path.join(folder.path, 'bin/inspection-records');
  folder.write('home/.local/share/org.kde.syntax-highlighting/syntax/inspection-record.xml', documented('kate', 'xml'));
  folder.write('home/.config/kate/lspclient/settings.json', documented('kate', 'json'));
  folder.write('home/.config/katerc', `[Kate Plugins]\nlspclientplugin=true\nkateprojectplugin=true\n[lspclient]\nAllowedServerCommandLines=${command} lsp --stdio\n`);
  folder.write('bin/inspection-records', `#!/bin/sh\ntee -a '${folder.path}/from-kate' | '${process.execPath}' '${PROGRAM}' "$@" | tee -a '${folder.path}/to-kate'\n`);
  fs.chmodSync(command, 0o755);
  for (const name of ['from-kate', 'to-kate']) folder.write(name, '');
}

/** Opens a record in Kate, without a screen, until Kate has been told what is wrong in it. */
async function open(folder: TemporaryFolder): Promise<void> {
  const home = path.join(folder.path, 'home');
  const env = { ...process.env, PATH: `${path.join(folder.path, 'bin')}${path.delimiter}${process.env.PATH}`, HOME: home, XDG_CONFIG_HOME: path.join(home, '.config'), XDG_DATA_HOME: path.join(home, '.local/share'), XDG_RUNTIME_DIR: home, QT_QPA_PLATFORM: 'offscreen' };
  const kate = spawn(KATE, ['--new', '--block', VISIT_FILE], { cwd: folder.path, env, stdio: 'ignore' });
  const end = once(kate, 'exit');
  for (let waited = 0; waited < 60_000 && kate.exitCode === null && !folder.read('to-kate').includes('publishDiagnostics'); waited += 50) await new Promise(resolve => setTimeout(resolve, 50));
  // The other records are read meanwhile; what they say of this one would come now.
  await new Promise(resolve => setTimeout(resolve, 1000));
  kate.kill();
  await end;
}

describe('Kate with its own client', () => {
  let folder: TemporaryFolder | undefined;

  before(async function () {
    needs(this, KATE, ['--version'], 'Kate', 'kate', { QT_QPA_PLATFORM: 'offscreen' });
    buildProgram();
    // Kate writes a space in an address as it is; the file that is open must still be known for the one on disk.
    folder = new TemporaryFolder({ [VISIT_FILE]: `${VISIT}id: kent-visit\n`, 'records/inspection.inspection.yaml': INSPECTION });
    setUp(folder);
    await open(folder);
  });
  after(() => folder?.remove());

  it('starts the server for the folder of a record', () => {
    const said = folder!.read('from-kate');
    assert.ok(said.includes(`"rootUri": "file://${folder!.path}/records"`));
    assert.match(said, /"languageId": "inspection-record"/);
  });

  it('is told what is wrong', () => {
    const told = folder!.read('to-kate').split(/Content-Length: .*\r\n\r\n/).filter(message => message.includes('publishDiagnostics')).map(message => JSON.parse(message) as { params: { diagnostics: { code: string; message: string }[] } });
    // The last message takes them away, because the file is closed.
    const codes = told.map(({ params: { diagnostics } }) => diagnostics.map(({ code }) => code).join()).filter(each => each !== '');
    assert.deepEqual([...new Set(codes)], ['unknown-authority']);
  });
});
