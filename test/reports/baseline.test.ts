import assert from 'node:assert/strict';
import { Baseline, readBaseline } from '../../server/reports/baseline';
import type { PlacedFinding } from '../../server/reports/report';

const finding = (words: string, line = 0, id?: string): PlacedFinding => ({
  finding: { rule: 'unknown-grade', severity: 'error', message: '', start: 0, end: words.length },
  range: { start: { line, character: 0 }, end: { line, character: words.length } },
  record: { index: 0, id },
  words,
  line: words,
  related: [],
  fixes: [],
});

describe('a baseline', () => {
  it('is the same text for the same findings, however they come, and reads as it was', () => {
    const all = [['b', finding('Godo')], ['a', finding('Bda', 3, 'x')], ['a', finding('Bda', 9, 'x')], ['a', finding('Bda', 3)]] as const;
    const write = (findings: typeof all | readonly (typeof all)[number][]) => {
      const baseline = new Baseline();
      for (const [path, each] of findings) baseline.add(path, each);
      return baseline;
    };
    const text = write(all).toString();
    assert.equal(write([...all].reverse()).toString(), text);
    assert.equal(readBaseline(text)!.toString(), text);
    assert.deepEqual((JSON.parse(text) as { findings: { count: number }[] }).findings.map(({ count }) => count), [1, 2, 1]);
    assert.equal(write(all).size, 4);
    assert.deepEqual(JSON.parse(new Baseline().toString()), { version: 1, findings: [] });
  });

  it('knows a finding wherever it stands, as often as it was there', () => {
    const baseline = new Baseline();
    baseline.add('a', finding('Godo', 3));
    assert.ok(!baseline.take('b', finding('Godo', 3)));
    assert.ok(!baseline.take('a', finding('Godo', 3, 'id')));
    assert.ok(!baseline.take('a', finding('Gdoo', 3)));
    assert.ok(baseline.take('a', finding('Godo', 99)));
    assert.ok(!baseline.take('a', finding('Godo', 3)));
    assert.deepEqual(baseline.findings, []);
  });

  it('tells words apart that may be many, on any number of lines, and of any kind', () => {
    const baseline = new Baseline();
    for (const words of ['a\n  b', 'x'.repeat(1_000_000), '__proto__', '"\u0000\ud800']) baseline.add('__proto__', finding(words));
    assert.ok(baseline.toString().length < 1000);
    assert.ok(readBaseline(baseline.toString())!.take('__proto__', finding('a b')));
    assert.ok(readBaseline(baseline.toString())!.take('__proto__', finding('"\u0000\ud800')));
  });

  it('is nothing else', () => {
    for (const text of ['', 'null', '[]', '{"version": 1}', '{"version": 1, "findings": [null]}', '{"version": 1, "findings": [{"path": "a", "rule": "b", "words": "c", "count": 0}]}',
      '{"version": 1, "findings": [{"path": "a", "rule": "b", "words": "c", "count": 1, "record": 1}]}']) assert.equal(readBaseline(text), undefined, text);
  });
});
