import assert from 'node:assert/strict';
import fc from 'fast-check';
import { goesRed, type Trial } from './trial';

describe('a trial', () => {
  const small: Trial<number> = { cases: fc.nat(100), holds: number => assert.ok(number <= 100), short: 200, long: 200 };

  it('finds a fault that was planted', () => goesRed(small, number => assert.ok(number < 90)));

  it('says so where nothing finds it', () => assert.rejects(goesRed(small, number => assert.ok(number < 1000)), /was not found/));
});
