import assert from 'node:assert/strict';
import { Slice } from '../../server/records/slice';
import { newChecker } from '../support/checker';

const RECORD = 'authority: Kirklees\nevent: ILACS standard inspection\nfieldwork:\n  start: 2024-07-08\n  end: 2024-07-19\npublished: 2024-09-11\nreport: https://example.org/report\nactions:\n  - action: Mend it.\n    status: done\n';

describe('a field without a value', () => {
  for (const [line, without] of [
    ['  end: 2024-07-19', '  end:'], ['report: https://example.org/report', 'report:'], ['    status: done', '    status:'],
  ] as const) {
    for (const nothing of ['', ' ""', " ''", ' null', ' ~', ' " "']) {
      it(`is a warning however nothing is written: ${without.trim()}${nothing}`, () => {
        const text = RECORD.replace(line, without + nothing);
        assert.notEqual(text, RECORD);
        const found = newChecker().findings(new Slice(text)).filter(({ start }) => text.slice(start).startsWith(without.trim()));
        assert.deepEqual(found.map(({ rule, severity }) => `${rule}: ${severity}`), ['empty-value: warning']);
      });
    }
  }
});
