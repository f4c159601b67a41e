import assert from 'node:assert/strict';
import { RecordStream } from '../../server/records/stream';
import { renderPreview, type Preview } from '../../server/summary/preview';
import { newChecker } from '../support/checker';
import { readFixture } from './fixtures';

const RECORD = 'authority: Kirklees\nevent: ILACS standard inspection\nfieldwork:\n  start: 2024-07-08\n  end: 2024-07-19\nnotes: Something\n';
const checker = newChecker();

function render(text: string, last?: Preview, index = 0): Preview {
  return renderPreview(RecordStream.of(text), index, checker, last);
}

/** Everything that is shown, each element with the line of the document that it leads to. */
function htmlOf({ blocks }: Preview): string {
  return blocks.map(({ html, places }) => html.text.replace(/data-(place|from)="(\d+)"/g, (_, kind: string, index: string) => `data-${kind}-line="${places[Number(index)]!.line}"`)).join('');
}

/** The same without the note over it. */
function page(preview: Preview): string {
  return htmlOf({ ...preview, blocks: preview.blocks.slice(1) });
}

describe('the preview of a record', () => {
  it('shows the record, with the line of the document for every place', () => {
    const text = readFixture('kirklees-2024');
    const stream = RecordStream.of(text);
    const preview = renderPreview(stream, 1, checker);
    assert.deepEqual([preview.title, preview.stale, preview.recordIndex], ['Kirklees, July 2024', false, 1]);
    const lines = text.split('\n');
    for (const words of ['Kirklees', 'The experiences and progress of care leavers', 'Effective, bespoke', 'Staff feel valued', 'testament', 'End the use', 'Up from requires improvement']) {
      const line = new RegExp(`data-place-line="(\\d+)"(?:(?!data-place-line)[^])*?>${words}`).exec(htmlOf(preview))?.[1];
      assert.ok(lines[Number(line)]?.includes(words), `${words}: ${line}`);
    }
  });

  it('sets it against the inspection before in the same file', () => {
    assert.match(htmlOf(render(readFixture('brent-2026'), undefined, 1)), /down from Outstanding/);
  });

  it('keeps the last good view while the text cannot be read, and says where', () => {
    const before = render(RECORD);
    const broken = render(RECORD.replace('Something', '"Something'), before);
    assert.ok(broken.stale);
    assert.equal(broken.title, before.title);
    assert.match(htmlOf(broken), /^<div id="note"><aside>The text cannot be read at <button type="button" class="place" data-from-line="5">line 6<\/button> just now\. This is how it was before\.<\/aside><\/div>/);
    assert.ok(page(broken) === page(before));
  });

  it('keeps it for as long as that lasts, and no longer', () => {
    const broken = render(RECORD.replace('Something', '"Something'), render(RECORD));
    const stillBroken = render(RECORD.replace('Something', '"Something else'), broken);
    assert.ok(stillBroken.stale && page(stillBroken) === page(render(RECORD)));
    const mended = render(RECORD.replace('Something', 'Something else'), stillBroken);
    assert.ok(!mended.stale && htmlOf(mended).includes('Something else') && htmlOf(mended).startsWith('<div id="note"></div>'));
  });

  it('keeps it when the record is taken away', () => {
    const before = render(RECORD);
    for (const text of ['', 'auth', '- authority: Kirklees\n', '# nothing\n']) {
      const preview = render(text, before);
      assert.ok(preview.stale, text);
      assert.ok(page(preview) === page(before));
    }
    assert.match(htmlOf(render('', before)), /There is no record in the text just now\. This is how it was before\./);
  });

  it('never shows another record in its place', () => {
    const broken = 'authority: "Kent\nevent: Monitoring visit\n';
    const first = render(`${RECORD}---\n${broken}`);
    const second = render(`${RECORD}---\n${broken}`, first, 1);
    assert.ok(!second.stale && !htmlOf(second).includes('Kirklees'));
  });

  it('shows what can be read where there was no good view before', () => {
    const preview = render(RECORD.replace('Something', '"Something'));
    assert.ok(!preview.stale && preview.good === undefined);
    assert.match(htmlOf(preview), /^<div id="note"><aside>.*line 6.* The rest of it is shown\.<\/aside><\/div>\s*<header/);
    assert.match(htmlOf(preview), /8<\/time>–/);
  });

  it('says what a record needs where there is none', () => {
    for (const text of ['', 'nonsense', '- a list\n', '# a comment\n', '\u0000\u0001']) {
      const preview = render(text);
      const { title, stale } = preview;
      assert.match(htmlOf(preview), /<h1 class="authority">No inspection record yet<\/h1>/);
      assert.match(htmlOf(preview), /authority: Kirklees/);
      assert.deepEqual([title, stale], ['No record yet', false]);
    }
  });

  it('tells what is wrong, with a way to its place', () => {
    const html = htmlOf(render(RECORD.replace('Kirklees', 'Kirkless')));
    assert.match(html, /<a href="#problems">1 error<\/a>/);
    assert.match(html, /<li class="error"><span class="severity">Error<\/span> <button type="button" class="place" data-from-line="0">line 1<\/button> <span class="message">[^<]+<\/span> <span class="rule">unknown-authority<\/span>/);
  });

  it('takes findings and other inspections from the workspace where there is one', () => {
    const stream = RecordStream.of(readFixture('brent-2026').split('---\n')[1]!);
    const before = checker.inspection(RecordStream.of(readFixture('brent-2026')).slices[0]!)!;
    const finding = { rule: 'duplicate-id', severity: 'warning' as const, message: 'Told by the workspace', start: 0, end: 9 };
    const html = htmlOf(renderPreview(stream, 0, checker, undefined, { findings: () => [finding], others: () => [before], placeOf: () => undefined }));
    assert.match(html, /down from Outstanding/);
    assert.match(html, /Told by the workspace/);
  });

  it('reads no record twice', () => {
    const text = readFixture('kirklees-2024');
    const own = newChecker();
    const stream = RecordStream.of(text);
    renderPreview(stream, 1, own);
    renderPreview(stream, 1, own);
    assert.deepEqual(own.work, { recordsRead: 2, recordsChecked: 1 });
  });
});
