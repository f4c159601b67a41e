import assert from 'node:assert/strict';
import fs from 'node:fs';
import fc from 'fast-check';
import validate from 'generated:validate-record';
import { pairOf, toValue, type Node } from '../../server/records/node';
import { RecordStream } from '../../server/records/stream';
import { formOf, type Form, type Path } from '../../server/rules/form/places';
import { Reader } from '../../server/reference/reader';
import { reference } from '../support/checker';
import { runs } from '../support/property-tests';

// The engine reads from the schema what a value may be. Here it is held to ajv's compiled validator of the same schema.

const reader = new Reader(reference);

const texts = ['samples', 'samples/broken'].flatMap(folder => fs.readdirSync(folder).filter(name => name.endsWith('.inspection.yaml')).map(name => fs.readFileSync(`${folder}/${name}`, 'utf8')))
  .flatMap(text => RecordStream.of(text).slices.map(slice => slice.text)).filter(text => text.length < 8000);

const values = ['', '5', '-1', '0', '1899', '2101', '3.5', '.nan', 'true', '~', '""', '[One.]', '[]', '{}', '{a: b}', '[2024-07-08]', '{start: 2024-07-08}', '2024-13-01', '"2024-07-08 "', 'some words', 'http://x', 'https://x.org/a b', 'A-b', '\n  - x', '\n  x: y', '\n    -\n'];

const changed = fc.tuple(fc.constantFrom(...texts), fc.array(fc.tuple(fc.nat(), fc.constantFrom(...values, 'twice')), { maxLength: 4 })).map(([text, changes]) => {
  const lines = text.split('\n');
  for (const [at, value] of changes) {
    const line = lines[at % lines.length]!;
    lines[at % lines.length] = value === 'twice' ? `${line}\n${line}` : line.replace(/([:-])( .*)?$/, (_, mark: string) => `${mark} ${value}`);
  }
  return lines.join('\n');
});

/** In which order reasons are told of, by the kind of value. */
const REASONS: Readonly<Record<Node['kind'], readonly string[]>> = { scalar: ['enum', 'type', 'pattern', 'minimum', 'maximum'], map: ['type'], list: ['type', 'minItems'] };

/** What ajv minds about the places of a record, the gravest for each. */
function mindedByAjv(root: Node, { places }: Form): Map<string, string> {
  const byPointer = new Map(places.map(place => [pointerTo(place.path), place]));
  const minded = new Map<string, string>();
  if (validate(toValue(root))) return minded;
  for (const { keyword, instancePath } of validate.errors ?? []) {
    const place = byPointer.get(instancePath);
    const rank = (word: string) => REASONS[place!.node.kind].indexOf(word);
    if (!place || rank(keyword) < 0) continue;
    const known = minded.get(instancePath);
    if (known === undefined || rank(keyword) < rank(known)) minded.set(instancePath, keyword);
  }
  return minded;
}

function pointerTo(path: Path): string {
  return path.map(step => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

describe('what the schema refuses', () => {
  it('is what ajv minds, for records with random values', () => fc.assert(fc.property(changed, text => {
    for (const { slice } of RecordStream.of(text).records) {
      const inspection = reader.inspection(slice);
      // A misspelt field counts as the one that is meant: that is more than ajv knows.
      if (!inspection || formOf(inspection).places.some(({ keys }) => keys?.unknown.length)) continue;
      const form = formOf(inspection);
      const found = new Map([...form.refusals.values()].map(({ place, keyword }) => [pointerTo(place.path), keyword]));
      assert.deepEqual(new Map([...found].sort()), new Map([...mindedByAjv(inspection.root, form)].sort()), text);
    }
  }), { numRuns: runs(500) })).timeout(60_000);

  it('counts for the last of two judgements of one name only', () => {
    const { slice } = RecordStream.of('authority: Kirklees\nevent: ILACS focused visit\njudgements:\n  A: [x]\n  A: Good\n').records[0]!;
    const inspection = reader.inspection(slice)!;
    assert.equal(formOf(inspection).refusals.size, 0);
    const judgements = inspection.fields.get('judgements')!.value;
    assert.ok(judgements.kind === 'map' && pairOf(judgements, 'A')!.value.kind === 'scalar');
  });
});
