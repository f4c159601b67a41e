import assert from 'node:assert/strict';
import { addDays, isoDate, parseDate, type CalendarDate } from '../../server/reference/calendar';
import type { EventData } from '../../server/reference/data';
import type { Framework } from '../../server/reference/frameworks';
import { reference, TODAY } from '../support/checker';
import { check, mended, type Placed } from './fixture';

// Every edition of every framework, on its first and last day and on the days before and after: the day decides, to the day.

const GOOD = (framework: Framework) => reference.grades.scale(framework.grade_scale)!.grades[1]!.name;

/** A record with all the judgements of an edition, whatever the day is. */
function record(framework: Framework, event: EventData, day: CalendarDate, dated: 'fieldwork' | 'published' = 'fieldwork'): string {
  const date = dated === 'fieldwork' ? `fieldwork: {start: ${isoDate(day)}}` : `published: ${isoDate(day)}`;
  const judgements = framework.judgements.map(({ name }) => `  "${name}": ${GOOD(framework)}`);
  return ['authority: Kent', `event: ${event.name}`, date, 'judgements:', ...judgements, ''].join('\n');
}

function grave(text: string): Placed[] {
  return check(text).findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
}

describe('eras', () => {
  for (const framework of reference.frameworks.all) {
    for (const event of framework.events.map(id => reference.events.withId(id)!)) {
      describe(`${framework.id}, ${event.name}`, () => {
        const from = framework.from as Required<CalendarDate>;
        const to = framework.to as Required<CalendarDate> | undefined;

        it('is right from the first day to the last', () => {
          for (const day of [from, to ?? TODAY]) assert.deepEqual(grave(record(framework, event, day)).map(({ told }) => told), [], isoDate(day));
        });

        it('is right for a report of that time of which no fieldwork is known', () => {
          const seen = framework.published_seen;
          if (!seen) return;
          // Of reports that came out while the next edition was in force, the publication day alone tells that one.
          const decided = reference.frameworks.edition(event, { date: to ?? TODAY, basis: 'published' });
          assert.ok(decided.kind === 'one' && decided.framework === framework);
          assert.deepEqual(grave(record(framework, event, to ?? TODAY, 'published')), []);
        });

        for (const [name, day] of [['the day before the first', addDays(from, -1)], ['the day after the last', to && addDays(to, 1)]] as const) {
          if (!day) continue;
          it(`is one mistake on ${name}, ${isoDate(day)}`, () => {
            const text = record(framework, event, day);
            const found = grave(text);
            assert.equal(found.length, 1, JSON.stringify(found.map(({ told }) => told)));
            const [finding] = found;
            const other = reference.frameworks.edition(event, { date: day, basis: 'fieldwork' });
            if (other.kind === 'none') assert.equal(finding!.rule, 'event-not-in-force');
            else assert.ok(['judgement-not-in-framework', 'missing-judgement'].includes(finding!.rule), finding!.rule);
            for (const fix of finding!.fixes ?? []) assert.deepEqual(grave(mended(text, [{ finding: finding!, fix }])), [], fix.title);
          });
        }
      });
    }
  }

  // Where a month or a year does not tell the edition, nothing is said of its judgements.
  for (const [day, own] of [
    ['2022', ['ilacs_2018']], ['2022-12', ['ilacs_2018']], ['2023-01', ['ilacs_2023']], ['2023', ['ilacs_2023']],
    ['2026-03', ['ilacs_2023']], ['2026-04', ['ilacs_2026']], ['2026', ['ilacs_2018', 'ilacs_2023', 'ilacs_2026']],
  ] as const) {
    it(`${day} takes the judgements of ${own.join(', ')} only`, () => {
      for (const id of ['ilacs_2018', 'ilacs_2023', 'ilacs_2026']) {
        const text = record(reference.frameworks.withId(id)!, reference.events.withId('ilacs_standard')!, parseDate(day)!);
        assert.equal(grave(text).length === 0, (own as readonly string[]).includes(id), id);
      }
    });
  }

  for (const event of reference.events.all.filter(({ in_force }) => in_force)) {
    it(`${event.name} is in force from its first day to its last, and not a day longer`, () => {
      const { from, to } = reference.frameworks.life(event) as { from: Required<CalendarDate>; to?: Required<CalendarDate> };
      const rulesOn = (day: CalendarDate) => grave(`authority: Kent\nevent: ${event.name}\nfieldwork: {start: ${isoDate(day)}}\n`).map(({ rule }) => rule);
      assert.deepEqual(rulesOn(from), []);
      assert.deepEqual(rulesOn(to ?? TODAY), []);
      assert.deepEqual(rulesOn(addDays(from, -1)), ['event-not-in-force']);
      if (to) assert.deepEqual(rulesOn(addDays(to, 1)), ['event-not-in-force']);
    });
  }

  for (const authority of reference.authorities.all.filter(({ from, to }) => from || to)) {
    it(`${authority.name} exists from its first day to its last, and not a day longer`, () => {
      const rulesOn = (day: CalendarDate) => grave(`authority: ${authority.name}\nevent: ILACS focused visit\nfieldwork: {start: ${isoDate(day)}}\n`).map(({ rule }) => rule);
      const first = { year: 2018, month: 1, day: 1 };
      for (const [day, before] of [[authority.from, true], [authority.to, false]] as const) {
        if (!day?.day || day.year < first.year) continue;
        assert.deepEqual(rulesOn(day), []);
        assert.deepEqual(rulesOn(addDays(day as Required<CalendarDate>, before ? -1 : 1)), ['authority-not-in-existence']);
      }
    });
  }
});
