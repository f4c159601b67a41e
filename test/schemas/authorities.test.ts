import assert from 'node:assert/strict';
import { createReference } from '../../server/reference/reference';
import { brokenSuccessions, isDay, lifeOf, repeated, sharedByAuthorities } from './checks';
import { readReferenceData } from './reference-files';

describe('authorities', () => {
  const { authorities } = readReferenceData();
  const current = authorities.filter(a => !a.valid_to);
  const named = (name: string) => {
    const found = authorities.find(a => a.name === name);
    assert.ok(found, name);
    return found;
  };

  it('are 153 today and 10 that were abolished', () => {
    assert.equal(current.length, 153);
    assert.equal(authorities.length - current.length, 10);
  });

  it('are spread over the regions as the country is', () => {
    const count = (region: string) => current.filter(a => a.region === region).length;
    const counts = Object.fromEntries([...new Set(current.map(a => a.region))].sort().map(region => [region, count(region)]));
    assert.deepEqual(counts, {
      'East Midlands': 10, 'East of England': 11, London: 33, 'North East': 12, 'North West': 24,
      'South East': 19, 'South West': 15, 'West Midlands': 14, 'Yorkshire and the Humber': 15,
    });
  });

  it("stand in one of Ofsted's eight regions, which join only the north-east", () => {
    assert.equal(new Set(authorities.map(a => a.inspectorate_region)).size, 8);
    const other = authorities.filter(a => a.region !== a.inspectorate_region).map(a => a.region);
    assert.deepEqual([...new Set(other)].sort(), ['North East', 'Yorkshire and the Humber']);
  });

  it("have pages on the inspectorate's site of the form that is known", () => {
    const { authorities, links } = createReference(readReferenceData());
    const [form] = links.of('provider_page');
    for (const authority of authorities.all.filter(({ provider_number: number }) => number !== undefined)) assert.ok(form!.matches(links.pageOf(authority)!), authority.name);
    assert.equal(links.pageOf({}), undefined);
  });

  it('have names and codes of their own', () => {
    assert.deepEqual(repeated(authorities.map(a => a.name)), []);
    assert.deepEqual(repeated(authorities.flatMap(a => [a.gss_code, ...(a.former_gss_codes ?? [])]).filter(Boolean)), []);
    assert.deepEqual(repeated(authorities.map(a => a.provider_number).filter(Boolean)), []);
    assert.deepEqual(repeated(current.map(a => a.dfe_code)), []);
  });

  it('have a code of the statistics office and a number on the reports site while they exist', () => {
    assert.deepEqual(current.filter(a => !a.gss_code || !a.provider_number).map(a => a.name), []);
  });

  it('share no name, alias or code with another that exists on the same day', () => {
    assert.deepEqual(sharedByAuthorities(authorities), []);
  });

  it('end after they begin, on days of the calendar', () => {
    for (const a of authorities) {
      for (const day of [a.valid_from, a.valid_to]) assert.ok(day === undefined || isDay(day), `${a.name}: ${day}`);
      assert.ok(lifeOf(a).from < lifeOf(a).to, a.name);
    }
  });

  it('that were abolished have successors who began on the next day', () => {
    assert.deepEqual(authorities.filter(a => a.valid_to && !a.successors?.length).map(a => a.name), []);
    assert.deepEqual(authorities.filter(a => !a.valid_to && a.successors).map(a => a.name), []);
    assert.deepEqual(brokenSuccessions(authorities), []);
  });

  it('that began after 2009 took over from one that is listed', () => {
    const successors = new Set(authorities.flatMap(a => a.successors ?? []));
    const orphans = current.filter(a => (a.valid_from ?? '') > '2009-04-01' && !successors.has(a.gss_code ?? '')).map(a => a.name);
    assert.deepEqual(orphans, []);
  });

  it('have aliases that are names: no trust, no remark in brackets, no halves of a name', () => {
    const trusts = new Set(readReferenceData().trusts.flatMap(t => [t.name, ...(t.aliases ?? [])]));
    for (const a of authorities) {
      for (const alias of a.aliases ?? []) {
        assert.ok(!trusts.has(alias) && !/[()]|&$/.test(alias) && alias !== a.name, `${a.name}: ${alias}`);
      }
    }
  });

  it('fail these checks when they are spoilt', () => {
    const kent = named('Kent');
    assert.deepEqual(sharedByAuthorities([...authorities, { ...kent, name: 'New Kent', dfe_code: 999, gss_code: 'E10000099', aliases: ['Hull'] }]),
      ['kent county council: Kent, New Kent', 'hull: Kingston upon Hull, New Kent']);
    assert.deepEqual(sharedByAuthorities([named('Buckinghamshire'), named('Buckinghamshire (county council)')]), []);
    const cumbria = { ...named('Cumbria'), valid_to: '2023-03-30' };
    assert.deepEqual(brokenSuccessions(authorities.map(a => a.name === 'Cumbria' ? cumbria : a)), ['Cumbria → E06000063', 'Cumbria → E06000064']);
    assert.ok(!isDay('2023-02-30'));
  });
});
