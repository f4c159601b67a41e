import { longDate } from '../../reference/calendar';
import type { JudgementData } from '../../reference/data';
import { judgementNamed, type Framework } from '../../reference/frameworks';
import type { Inspection } from '../../reference/inspection';
import { kinOf } from '../../reference/judgements';
import { matched } from '../../reference/match';
import { duringLife } from '../../rules/wording';
import { escapeMarkdown } from '../../text/markdown';
import { editionInWords } from './edition';
import { facts, page } from './page';

/** What a judgement covers, in which editions it is in force, and what stood or stands in its place in the others. */
export function judgementHover(name: string, inspection: Inspection): string | undefined {
  const found = lookUp(name, inspection);
  if (!found) return undefined;
  const { judgement, editions, inForce } = found;
  const having = editions.filter(({ judgements }) => judgements.some(({ id }) => id === judgement.id));
  const [first, last] = [having[0]!, having.at(-1)!];
  const [before, after] = [editions[editions.indexOf(first) - 1], editions[editions.indexOf(last) + 1]];
  const here = editionInWords(inspection.edition);
  return page(
    `**${escapeMarkdown(judgement.name)}**`,
    escapeMarkdown(judgement.covers),
    facts(
      `In force ${duringLife({ from: first.from, to: last.to })}: ${having.map(({ short_name }) => escapeMarkdown(short_name)).join('; ')}`,
      before && kinIn(before, judgement, 'Before that:'),
      after && (kinIn(after, judgement, `Replaced on ${longDate(after.from)} by`) ?? `Not given since ${longDate(after.from)}`),
      judgement.also_printed && `Also printed as ${judgement.also_printed.map(quoted).join(' and ')}`,
      !inForce && here ? `Not in the edition that applies to this record: ${here}` : undefined,
    ),
  );
}

function kinIn(edition: Framework, judgement: JudgementData, lead: string): string | undefined {
  const kin = kinOf(judgement, edition);
  return kin.length ? `${lead} ${kin.map(({ name }) => quoted(name)).join(' and ')}` : undefined;
}

function quoted(name: string): string {
  return `'${escapeMarkdown(name)}'`;
}

interface Found {
  judgement: JudgementData;
  /** All editions of its framework, oldest first. */
  editions: readonly Framework[];
  /** Whether it belongs to an edition that may apply to the record. */
  inForce: boolean;
}

/** A judgement by a name it goes by: in the editions that may apply to the record if any has it, else in any other. */
function lookUp(name: string, { edition, event, reference: { frameworks, events } }: Inspection): Found | undefined {
  const kind = matched(event?.match);
  const own = edition?.kind === 'one' ? [edition.framework] : edition?.kind === 'several' ? edition.frameworks : kind ? frameworks.of(kind) : [];
  for (const framework of [...own, ...frameworks.all]) {
    const judgement = judgementNamed(framework, name)?.judgement;
    if (!judgement) continue;
    const judged = framework.events.map(id => events.withId(id)).find(found => found !== undefined);
    return { judgement, editions: judged ? frameworks.of(judged) : [framework], inForce: own.includes(framework) };
  }
  return undefined;
}
