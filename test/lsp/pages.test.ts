import assert from 'node:assert/strict';
import { linesOf } from '../../client/webview/page-lines';
import type { ExportResult, PageResult, PictureResult } from '../../server/lsp/protocol';
import { Editor } from '../support/editor';
import { TemporaryFolder } from '../support/folder';

const FILES = {
  'north/kent.inspection.yaml': 'authority: Kent\nevent: ILACS standard inspection\nfieldwork:\n  start: 2022-05-09\njudgements:\n  Overall effectiveness: Outstanding\n',
  'south/more.inspection.yaml': 'authority: Leeds\nevent: ILACS focused visit\nfieldwork:\n  start: 2024-02-06\n---\nauthority: Kent\nevent: ILACS focused visit\nfieldwork:\n  start: 2024-06-04\n',
};

describe('pages about many records, over stdio', () => {
  let editor: Editor;
  let folder: TemporaryFolder;
  let asked = 0;
  beforeEach(async () => {
    folder = new TemporaryFolder(FILES);
    editor = await Editor.start(undefined, folder.path);
  });
  afterEach(async () => {
    await editor.stop();
    folder.remove();
  });

  const ask = (subject: object, page: string, revision?: number): Promise<PageResult | null> => editor.connection.sendRequest('inspectionRecords/page', { page, subject, revision });
  /** A page that the client has not seen before. */
  const page = async (subject: object): Promise<{ title: string; html: string; files: string[]; places: number[] } | null> => {
    const whole = await ask(subject, `page ${++asked}`);
    return whole && { title: whole.title, html: linesOf(whole.pieces!, []).join('\n'), files: whole.files ?? [], places: whole.places ?? [] };
  };
  const journey = (authority: string) => ({ kind: 'journey', authority, near: folder.uri('north/kent.inspection.yaml') });

  it('tell the journey of an authority from all files, and where each record stands', async () => {
    const { title, html, files, places } = (await page(journey('Kent')))!;
    assert.equal(title, 'Journey of Kent');
    assert.deepEqual(files, [folder.uri('north/kent.inspection.yaml'), folder.uri('south/more.inspection.yaml')]);
    const led = [...html.matchAll(/data-leads=""[^>]*>([^<]*)/g)].findIndex(([, words]) => words === 'ILACS focused visit');
    assert.ok(led >= 0);
    assert.deepEqual(places.slice(2 * led, 2 * led + 2), [1, 5]);
    assert.match(html, /2 inspections and visits, 2022 to 2024/);
  });

  it('of nobody are none', async () => assert.equal(await page(journey('Nowhere')), null));

  it('give an overview of a folder, and of nothing beside it', async () => {
    const whole = (await page({ kind: 'overview', folder: folder.uri('') }))!;
    assert.match(whole.html, /3 inspections and visits of 2 authorities, in 2 files/);
    const north = (await page({ kind: 'overview', folder: folder.uri('north') }))!;
    assert.equal(north.title, 'Overview of north');
    assert.match(north.html, /1 inspection or visit of 1 authority, in 1 file/);
    assert.match((await page({ kind: 'overview', folder: folder.uri('nor') }))!.html, /No records/);
  });

  describe('elsewhere', () => {
    const exported = (subject: object, format: string) => editor.connection.sendRequest<ExportResult>('inspectionRecords/exportPage', { subject, format });

    it('are files of their own', async () => {
      const made = async (subject: object, format: string) => {
        const result = await exported(subject, format);
        return 'text' in result ? [result.name, result.text.split('\n')[0]] : result;
      };
      assert.deepEqual(await made(journey('Kent'), 'html'), ['journey-of-kent.html', '<!DOCTYPE html>']);
      assert.deepEqual(await made(journey('Kent'), 'markdown'), ['journey-of-kent.md', '# Kent']);
      assert.deepEqual(await made({ kind: 'overview', folder: folder.uri('north') }, 'text'), ['overview-of-north.txt', 'Overview of north']);
    });

    it('are refused in words where there is no such page, or no such form of it', async () => {
      const refusal = { refusal: 'There is nothing of which such a file could be made.' };
      assert.deepEqual(await exported(journey('Nowhere'), 'html'), refusal);
      assert.deepEqual(await exported({ kind: 'overview', folder: folder.uri('north') }, 'docx'), refusal);
    });
  });

  it('are told of when records change, once they were asked for', async () => {
    let told: () => void = () => undefined;
    editor.connection.onNotification('inspectionRecords/pagesChanged', () => told());
    const uri = folder.uri('north/kent.inspection.yaml');
    await editor.open(uri, FILES['north/kent.inspection.yaml']);
    await page(journey('Kent'));
    const heard = new Promise<void>(resolve => { told = resolve; });
    await editor.replace(uri, 'Outstanding', 'Good');
    await heard;
    assert.match((await page(journey('Kent')))!.html, /Overall: good in 2022\./);
  });

  it('are sent in what has changed since the answer that the client has', async () => {
    const uri = folder.uri('south/more.inspection.yaml');
    await editor.open(uri, FILES['south/more.inspection.yaml']);
    const subject = { kind: 'overview', folder: folder.uri('') };
    const first = (await ask(subject, 'a'))!;
    assert.equal(first.since, null);
    const again = (await ask(subject, 'a', first.revision))!;
    assert.deepEqual([again.since, again.pieces, again.places, again.files], [first.revision, undefined, undefined, undefined]);
    await editor.replace(uri, 'authority: Leeds', '# A line more\nauthority: Leeds');
    const moved = (await ask(subject, 'a', again.revision))!;
    assert.deepEqual([moved.since, moved.pieces, moved.files], [again.revision, undefined, undefined]);
    assert.notDeepEqual(moved.places ?? first.places, undefined);
    assert.equal((await ask(subject, 'a', 0))!.since, null);
    assert.equal((await ask(subject, 'b', moved.revision))!.since, null);
    await editor.connection.sendNotification('inspectionRecords/pageClosed', { page: 'a' });
    assert.equal((await ask(subject, 'a', moved.revision + 2))!.since, null);
  });

  it('have a picture of the time line', async () => {
    const picture: PictureResult = await editor.connection.sendRequest('inspectionRecords/picture', { subject: journey('Kent') });
    assert.match(picture.svg, /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<svg xmlns=/);
    assert.ok(picture.width > 900 && picture.height > 100);
  });
});
