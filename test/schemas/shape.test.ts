import assert from 'node:assert/strict';
import Ajv from 'ajv/dist/2020';
import { readReferenceFiles, readSchema } from './reference-files';

describe('files of reference data', () => {
  const validate = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true }).compile(readSchema('reference-data.schema.json'));

  for (const [name, content] of readReferenceFiles()) {
    it(`${name} has the shape that the engine reads`, () => {
      assert.ok(validate(content), JSON.stringify(validate.errors, null, 2));
    });
  }

  it('are refused with a field too many, a field missing or a date that is none', () => {
    const theme = { name: 'Front door', official: true };
    assert.ok(validate({ themes: [theme] }));
    assert.ok(!validate({ themes: [{ ...theme, offical: true }] }));
    assert.ok(!validate({ themes: [{ name: 'Front door' }] }));
    const run = { authority: 'Kent', from: '2020-04-01' };
    assert.ok(validate({ trusts: [{ name: 'T', runs: [run], source: 's' }] }));
    assert.ok(!validate({ trusts: [{ name: 'T', runs: [{ ...run, from: '2020-4-1' }], source: 's' }] }));
  });
});
