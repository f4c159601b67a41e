import assert from 'node:assert/strict';
import Ajv from 'ajv/dist/2020';
import { readReferenceData, readSchema } from './reference-files';

type Schema = Record<string, unknown>;
const ID = 'https://inspection-records.github.io/schemas/inspection-record.schema.json';
const schema = readSchema('inspection-record.schema.json');
const ajv = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true });
const validate = ajv.compile(schema);

/** Every schema inside the record schema that describes a field, a list entry or a shared part, by JSON pointer. */
function* parts(node: Schema, at: string): Generator<[string, Schema]> {
  yield [at, node];
  for (const group of ['properties', '$defs']) {
    for (const [name, part] of Object.entries((node[group] ?? {}) as Record<string, Schema>)) yield* parts(part, `${at}/${group}/${name}`);
  }
}

const accepts = (fields: object) => validate({ authority: 'Kent', event: 'Monitoring visit', published: '2024-07-08', ...fields });

describe('the schema of a record', () => {
  it('is known by its public name', () => {
    assert.equal(schema.$id, ID);
    assert.equal(schema.$schema, 'https://json-schema.org/draft/2020-12/schema');
  });

  it('lists the fields in canonical order', () => {
    assert.deepEqual(Object.keys(schema.properties as Schema), [
      'id', 'authority', 'trust', 'event', 'theme', 'ordinal', 'fieldwork', 'published', 'lead_inspector', 'report', 'provider_page',
      'judgements', 'outcome', 'summary', 'strengths', 'needs_improvement', 'priority_actions', 'quotes', 'actions', 'follow_up', 'follows',
      'sources', 'notes',
    ]);
  });

  it('has a title, a description and an example for every field at every level', () => {
    for (const [at, part] of parts(schema, '#')) {
      assert.ok(typeof part.title === 'string' && part.title !== '', `${at}: title`);
      assert.match(String(part.description), /^[A-Z].*\.$/, `${at}: description`);
      assert.ok(Array.isArray(part.examples) && part.examples.length > 0, `${at}: examples`);
    }
  });

  it('gives only examples that are right', () => {
    for (const [at, part] of parts(schema, '#')) {
      const check = ajv.compile({ $ref: `${ID}${at}` });
      for (const example of part.examples as unknown[]) assert.ok(check(example), `${at}: ${JSON.stringify(example)}`);
    }
  });

  it('offers the outcomes of the reference data, word for word', () => {
    const outcomes = readReferenceData().grade_scales.find(s => s.id === 'area_send_outcome')?.grades.map(g => g.name) ?? [];
    const { outcome } = schema.properties as Record<string, Schema>;
    assert.deepEqual(outcome?.enum, [...outcomes, null]);
  });

  it('needs an authority, an event, and fieldwork or a publication day', () => {
    assert.ok(accepts({}));
    assert.ok(validate({ authority: 'Kent', event: 'Monitoring visit', fieldwork: { start: '2018-07' } }));
    assert.ok(!validate({ authority: 'Kent', event: 'Monitoring visit' }));
    assert.ok(!validate({ authority: 'Kent', published: '2024-07-08' }));
    assert.ok(!validate({ event: 'Monitoring visit', published: '2024-07-08' }));
  });

  it('leaves room for what earns a warning at most', () => {
    const optional = Object.keys(schema.properties as Schema).filter(name => !['authority', 'event', 'published'].includes(name));
    for (const name of optional) assert.ok(accepts({ [name]: null }), `${name} without a value`);
    for (const fields of [
      { authority: 886 }, { event: 'mv' }, { theme: 'Anything' }, { published: 2024 }, { published: '2024-07' },
      { judgements: { 'Help and protection': 3, overall: 'RI', other: { grade: 'good', summary: null, strengths: ['One.'] }, none: null } },
      { x_local: { anything: [1] } }, { fieldwork: { start: '2024-07-08', x_note: 1 } }, { judgements: { x_note: [1], Overall: { x_note: 1 } } },
      { strengths: [{ text: 'One.', x_page: 3 }, 'Two.', null] }, { sources: ['https://example.org', { says: { published: '2015-10-20' } }] },
      { fieldwork: [{ start: '2019-07-08', end: '2019-07-12' }, { start: '2019-08-07' }] }, { trust: 'Any Trust' }, { report: 'https://example.org/1' },
    ]) assert.ok(accepts(fields), JSON.stringify([fields, validate.errors]));
  });

  it('refuses what is wrong', () => {
    for (const fields of [
      { autority: 'Kent' }, { id: 'Kent 2024' }, { id: 2024 }, { ordinal: 0 }, { ordinal: '1' }, { published: '8/7/2024' }, { published: '2024-13' },
      { published: '2024-7-8' }, { published: 24 }, { fieldwork: [] }, { fieldwork: '2024-07-08' }, { fieldwork: { end: '2024-07-08' } },
      { fieldwork: { start: '2024-07-08', ende: '2024-07-19' } }, { report: 'www.example.org' }, { judgements: 'Good' }, { judgements: { Overall: ['Good'] } },
      { judgements: { Overall: { mark: 'Good' } } }, { outcome: 'Good' }, { strengths: 'One.' }, { strengths: [1] }, { strengths: [{ judgement: 'Overall' }] },
      { quotes: [{ by: 'Someone' }] }, { actions: [{ status: 'done' }] }, { actions: [{ action: 'Train.', status: 'ready' }] }, { follow_up: [{ date: 2024 }] },
      { follow_up: [{ kind: 'letter' }] }, { sources: ['a book'] }, { sources: [{ title: 'A', link: 'https://example.org' }] }, { notes: ['One.'] },
    ]) assert.ok(!accepts(fields), JSON.stringify(fields));
  });
});
