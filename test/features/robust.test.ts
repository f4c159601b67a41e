import assert from 'node:assert/strict';
import fs from 'node:fs';
import fc from 'fast-check';
import { folds } from '../../server/features/folding';
import { highlights } from '../../server/features/highlight';
import { hints } from '../../server/features/hints';
import { hover } from '../../server/features/hover';
import { lensPlace } from '../../server/features/lenses';
import { links } from '../../server/features/links';
import { selections } from '../../server/features/selection';
import { recordSymbol, type RecordSymbol } from '../../server/features/symbols';
import { tokens } from '../../server/features/tokens';
import type { Checker } from '../../server/findings/checker';
import { RecordStream } from '../../server/records/stream';
import type { Span } from '../../server/text/span';
import { newChecker } from '../support/checker';
import { runs } from '../support/property-tests';

/** A record with everything in it, to be torn to pieces. */
const WHOLE = fs.readFileSync('samples/kirklees.inspection.yaml', 'utf8').split(/^---$/m)[1]!;

/** What makes YAML hard to read. */
const PIECES = ['\t', ':', '-', '"', "'", '[', '{', '}', ']', '|\n', '>-\n', '---\n', '...\n', '# x\n', '&a ', '*a', '\r\n', '\r', '\n', ' ', '  ', '\u{1F600}', '\ufeff', '\u2028', '<<<<<<< HEAD\n', '!!str ', '? ', 'authority', 'judgements:\n  : ', 'x_y: 1\n', 'Good', '2024-02-31', '\0'];

const edit = fc.record({ at: fc.nat(), length: fc.oneof(fc.constant(0), fc.nat(4), fc.nat(300)), text: fc.oneof(fc.constant(''), fc.constantFrom(...PIECES)) });
const torn = fc.tuple(fc.nat(WHOLE.length), fc.array(edit, { maxLength: 6 })).map(([length, edits]) => edits.reduce((text, { at, length, text: piece }) => {
  const start = at % (text.length + 1);
  return text.slice(0, start) + piece + text.slice(start + length);
}, WHOLE.slice(0, Math.max(length, 40))));

function within(inner: Span, outer: Span, what: string): void {
  assert.ok(outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end, `${what}: ${inner.start}–${inner.end} in ${outer.start}–${outer.end}`);
}

function checkSymbol(symbol: RecordSymbol, outer: Span): void {
  assert.ok(symbol.name.trim(), 'a symbol without a name');
  within(symbol, outer, symbol.name);
  within(symbol.selection, symbol, `selection of ${symbol.name}`);
  for (const child of symbol.children) checkSymbol(child, symbol);
}

function checkSlice(stream: RecordStream, index: number, checker: Checker, caret: number): void {
  const slice = stream.slices[index]!;
  const whole = { start: 0, end: slice.text.length };
  const offset = caret % (whole.end + 1);
  const symbol = recordSymbol(slice, checker);
  assert.equal(symbol !== undefined, !slice.isBlank);
  if (symbol) checkSymbol(symbol, whole);
  const shown = hover(slice, offset, checker, { rulePages: 'https://example.org/' });
  if (shown) within(shown.span, whole, 'hover');
  let inner: Span = { start: offset, end: offset };
  for (const span of selections(slice, offset)) {
    within(inner, span, 'selection');
    within(span, whole, 'selection');
    inner = span;
  }
  for (const found of [...links(slice, checker), ...highlights(stream, index, offset, checker).filter(({ index: at }) => at === index).map(({ span }) => span)]) within(found, whole, 'place');
  let last = 0;
  for (const token of tokens(slice, checker)) {
    within(token, { start: last, end: whole.end }, 'token');
    assert.doesNotMatch(slice.text.slice(token.start, token.end), /[\n\r]/);
    last = token.end;
  }
  for (const { at } of hints(slice, whole, checker)) within({ start: at, end: at }, whole, 'hint');
  const lines = folds(slice).map(({ startLine, endLine }) => { assert.ok(startLine < endLine && endLine < slice.lineStarts.length); return startLine; });
  assert.equal(new Set(lines).size, lines.length, 'two folds on one line');
  const lens = lensPlace(slice);
  if (lens) within(lens, whole, 'lens');
}

describe('reading features', () => {
  it('answer within the text, whatever the text is', () => {
    fc.assert(fc.property(torn, fc.nat(), (text, caret) => {
      const checker = newChecker();
      const stream = RecordStream.of(text);
      stream.slices.forEach((_, index) => checkSlice(stream, index, checker, caret));
    }), { numRuns: runs(300) });
  });

  it('answer at every place of a record while it is written', () => {
    const checker = newChecker();
    for (let length = 0; length <= 900; length += 7) {
      const stream = RecordStream.of(WHOLE.slice(0, length));
      stream.slices.forEach((_, index) => checkSlice(stream, index, checker, length));
    }
  });
});
