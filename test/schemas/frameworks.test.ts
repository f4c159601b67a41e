import assert from 'node:assert/strict';
import { ambiguousEvents, ambiguousGrades, ambiguousJudgements, dayAfter, isDay, overlappingEditions, repeated } from './checks';
import { readReferenceData } from './reference-files';

const { grades, grade_scales: scales, events, frameworks, themes } = readReferenceData();

function find<T extends { id: string }>(list: T[], id: string): T {
  const found = list.find(entry => entry.id === id);
  assert.ok(found, id);
  return found;
}

describe('grades', () => {
  it('have ids and letters of their own', () => {
    assert.deepEqual(repeated(grades.map(g => g.id)), []);
    assert.deepEqual(repeated(grades.map(g => g.letter)), []);
    assert.deepEqual(repeated(scales.map(s => s.id)), []);
  });

  it('stand on each scale from best to worst, with those off the scale at the end', () => {
    for (const scale of scales) {
      const ranks = scale.grades.map(({ grade }) => find(grades, grade).rank ?? Infinity);
      assert.deepEqual(ranks, [...ranks].sort((a, b) => a - b), scale.id);
      assert.deepEqual(repeated(ranks), [], scale.id);
      assert.deepEqual(scale.grades.map(g => g.number ?? Infinity), ranks, scale.id);
    }
  });

  it('are all used by a scale', () => {
    const used = new Set(scales.flatMap(s => s.grades.map(g => g.grade)));
    assert.deepEqual(grades.filter(g => !used.has(g.id)).map(g => g.id), []);
  });

  it('have spellings that lead to one grade of a scale', () => {
    for (const scale of scales) assert.deepEqual(ambiguousGrades(scale, grades), [], scale.id);
    const spoilt = grades.map(g => g.id === 'good' ? { ...g, spellings: ['RI'] } : g);
    assert.deepEqual(ambiguousGrades(find(scales, 'ilacs'), spoilt), ['ri: Good, Requires improvement to be good']);
  });
});

describe('events', () => {
  it('are the fifteen of the record format', () => {
    assert.deepEqual(events.map(e => e.name), [
      'ILACS standard inspection', 'ILACS short inspection', 'ILACS focused visit', 'Monitoring visit', 'Assurance visit',
      'Joint targeted area inspection', 'SIF inspection', 'SIF re-inspection', 'LSCB review', 'Area SEND inspection',
      'Area SEND monitoring inspection', 'Local area SEND inspection', 'CPI inspection', 'SLAC inspection', 'TLAC inspection',
    ]);
    assert.deepEqual(repeated(events.map(e => e.id)), []);
  });

  it('have spellings that lead to one event', () => {
    assert.deepEqual(ambiguousEvents(events), []);
    assert.deepEqual(ambiguousEvents([...events, { ...find(events, 'sif'), name: 'Other', spellings: ['mv'] }]), ['mv: Monitoring visit, Other']);
  });

  it('are in force by their frameworks if they are graded, otherwise by themselves', () => {
    for (const event of events) {
      const editions = frameworks.filter(f => f.events.includes(event.id));
      assert.equal(editions.length > 0, event.result === 'grades', event.id);
      assert.equal(event.in_force !== undefined, event.result !== 'grades', event.id);
      assert.equal(event.outcome_scale !== undefined, event.result === 'outcome', event.id);
      if (event.outcome_scale) find(scales, event.outcome_scale);
    }
  });

  it('have days in order', () => {
    for (const { id, in_force: force, fieldwork_days: days } of events) {
      for (const day of [force?.from, force?.to]) assert.ok(day === undefined || isDay(day), id);
      assert.ok(!force?.to || force.from < force.to, id);
      assert.ok(!days || days.from <= days.to, id);
    }
  });
});

describe('frameworks', () => {
  it('have ids of their own and know their events and scales', () => {
    assert.deepEqual(repeated(frameworks.map(f => f.id)), []);
    for (const framework of frameworks) {
      framework.events.forEach(event => find(events, event));
      find(scales, framework.grade_scale);
    }
  });

  it('have days in order: in force before published, and no longer than published', () => {
    for (const { id, in_force: force, published_seen: seen } of frameworks) {
      for (const day of [force.from, force.to, seen?.from, seen?.to]) assert.ok(day === undefined || isDay(day), id);
      assert.ok(!force.to || force.from < force.to, id);
      assert.ok(!seen || (seen.from <= seen.to && force.from < seen.from), id);
      assert.equal(seen === undefined, force.to === undefined, `${id}: publication days are seen for every closed edition`);
    }
  });

  it('never have two editions of one event on one day, and ILACS has no gap', () => {
    assert.deepEqual(overlappingEditions(frameworks), []);
    const spoilt = frameworks.map(f => f.id === 'ilacs_2023' ? { ...f, in_force: { from: '2022-12-31' } } : f);
    assert.deepEqual(overlappingEditions(spoilt), ['ilacs_2018 and ilacs_2023', 'ilacs_2023 and ilacs_2026']);
    assert.equal(dayAfter(find(frameworks, 'ilacs_2018').in_force.to ?? ''), find(frameworks, 'ilacs_2023').in_force.from);
    assert.equal(dayAfter(find(frameworks, 'ilacs_2023').in_force.to ?? ''), find(frameworks, 'ilacs_2026').in_force.from);
  });

  it('have judgements with ids, names and spellings of their own', () => {
    for (const framework of frameworks) {
      assert.deepEqual(repeated(framework.judgements.map(j => j.id)), [], framework.id);
      assert.deepEqual(ambiguousJudgements(framework), [], framework.id);
      assert.ok(framework.judgements.filter(j => j.level === 'overall').length <= 1, framework.id);
    }
    const ilacs = find(frameworks, 'ilacs_2023');
    const spoilt = ilacs.judgements.map(j => j.id === 'care_leavers' ? { ...j, spellings: ['In Care'] } : j);
    assert.deepEqual(ambiguousJudgements({ ...ilacs, judgements: spoilt }),
      ['in care: The experiences and progress of children in care, The experiences and progress of care leavers']);
  });

  it('print each era its judgements in order', () => {
    const names = (id: string) => find(frameworks, id).judgements.map(j => j.id);
    assert.deepEqual(names('ilacs_2018'), ['impact_of_leaders', 'help_and_protection', 'children_in_care_and_care_leavers', 'overall_effectiveness']);
    assert.deepEqual(names('ilacs_2023'), ['impact_of_leaders', 'help_and_protection', 'children_in_care', 'care_leavers', 'overall_effectiveness']);
    assert.deepEqual(names('ilacs_2026'), ['impact_of_leaders', 'help_and_protection', 'children_in_care', 'care_leavers']);
    const sif = ['overall_effectiveness', 'help_and_protection', 'looked_after_and_permanence', 'adoption_performance', 'care_leavers', 'leadership'];
    assert.deepEqual(names('sif_2013'), [...sif, 'lscb']);
    assert.deepEqual(names('sif_reinspection'), sif);
  });

  it('have judgements about a topic that another edition has under that id, and no topic of a topic', () => {
    const all = frameworks.flatMap(f => f.judgements);
    for (const { id, topic } of all) assert.ok(topic === undefined || (topic !== id && all.some(other => other.id === topic && other.topic === undefined)), id);
  });

  it('call the overall judgement by one name everywhere', () => {
    const overall = frameworks.flatMap(f => f.judgements).filter(j => j.level === 'overall');
    assert.deepEqual([...new Set(overall.map(j => `${j.id} ${j.name}`))], ['overall_effectiveness Overall effectiveness']);
  });

  it('limit only an overall judgement that exists', () => {
    const limited = frameworks.filter(f => f.limiting);
    assert.deepEqual(limited.filter(f => !f.judgements.some(j => j.level === 'overall')).map(f => f.id), []);
    assert.deepEqual(limited.map(f => [f.id, f.limiting]), [
      ['ilacs_2018', 'usually'], ['ilacs_2023', 'usually'], ['sif_2013', 'always'], ['sif_reinspection', 'always'],
    ]);
  });

  it('join the care judgements both ways, across editions', () => {
    for (const framework of frameworks) {
      for (const judgement of framework.judgements) {
        for (const other of judgement.joins ?? []) {
          const back = frameworks.filter(f => f !== framework).flatMap(f => f.judgements).filter(j => j.id === other && j.joins?.includes(judgement.id));
          assert.ok(back.length > 0, `${framework.id}: ${judgement.id} → ${other}`);
        }
      }
    }
    assert.deepEqual(find(find(frameworks, 'ilacs_2018').judgements, 'children_in_care_and_care_leavers').joins, ['children_in_care', 'care_leavers']);
  });

  it('do not call an official wording a misspelling', () => {
    for (const framework of frameworks) {
      for (const judgement of framework.judgements) {
        assert.deepEqual(judgement.also_printed?.filter(name => judgement.spellings?.includes(name)) ?? [], []);
      }
    }
  });
});

describe('themes', () => {
  it("include Ofsted's six", () => {
    assert.deepEqual(themes.filter(t => t.official).map(t => t.name), [
      'Front door', 'Children in need/subject to a plan', 'Vulnerable adolescents', 'Children in care', 'Achieving permanence', 'Care leavers',
    ]);
    assert.deepEqual(repeated(themes.map(t => t.name)), []);
  });
});

describe('national framework', () => {
  it('has four outcomes and three enablers, each once and in order', () => {
    const { national_framework: references } = readReferenceData();
    assert.deepEqual(references.map(({ reference }) => reference), ['outcome 1', 'outcome 2', 'outcome 3', 'outcome 4', 'enabler 1', 'enabler 2', 'enabler 3']);
    assert.deepEqual(repeated(references.map(({ name }) => name)), []);
  });
});
