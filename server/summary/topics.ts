import type { JudgementData } from '../reference/data';
import type { Framework } from '../reference/frameworks';
import type { ScaleGrade } from '../reference/grades';
import type { Inspection } from '../reference/inspection';
import type { ScalarNode } from '../records/node';
import { capitalised } from '../text/words';
import { spokenName } from './words';

/** What a grade is about, whatever an edition calls it: judgements of one topic stand in one lane, or in one column. */
export interface Topic {
  id: string;
  /** "Help and protection". */
  name: string;
  level: JudgementData['level'];
}

/** One judgement of a record with its grade. */
export interface GivenGrade {
  judgement: JudgementData;
  grade: ScaleGrade;
  node: ScalarNode;
}

/** The grades that a record gives and that can be told; of a judgement that stands twice, the last. */
export function gradesGiven({ judgements }: Inspection): GivenGrade[] {
  const given = new Map<string, GivenGrade>();
  for (const { match, gradeMatch, grade: node } of judgements) {
    if (node && (match.kind === 'exact' || match.kind === 'spelling') && (gradeMatch?.kind === 'exact' || gradeMatch?.kind === 'spelling')) {
      given.set(match.judgement.id, { judgement: match.judgement, grade: gradeMatch.grade, node });
    }
  }
  return [...given.values()];
}

/** Whether it graded the authority's own services, and not another body alone. */
export function gradesServices(given: readonly GivenGrade[]): boolean {
  return given.some(({ judgement: { level } }) => level === 'overall' || level === 'key');
}

const LEVELS: readonly JudgementData['level'][] = ['overall', 'key', 'sub', 'separate'];

/** For sorting: overall judgements first, those about another body last. */
export function byWeight(a: Pick<JudgementData, 'level'>, b: Pick<JudgementData, 'level'>): number {
  return LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level);
}

/** The topics of some editions. */
export class Topics {
  private readonly known = new Map<JudgementData, readonly string[]>();

  /** @param editions all that there are: some judge apart what others judge as one */
  constructor(private readonly editions: readonly Framework[]) {}

  /** The ids of the topics that a judgement is about: several where it joins what another edition judges apart. */
  of(judgement: JudgementData): readonly string[] {
    let topics = this.known.get(judgement);
    if (!topics) this.known.set(judgement, (topics = this.partsOf(judgement) ?? [judgement.topic ?? judgement.id]));
    return topics;
  }

  /**
   * All topics: the overall one first, then in the printed order of the newest edition; newer names win.
   * @param favoured editions whose names and order come before those of all others
   */
  ordered(favoured: ReadonlySet<Framework>): Topic[] {
    const rank = (edition: Framework) => `${favoured.has(edition) ? 1 : 0} ${edition.in_force.from}`;
    const newestFirst = [...this.editions].sort((a, b) => (rank(a) < rank(b) ? 1 : -1));
    const topics = new Map<string, Topic>();
    for (const judgement of newestFirst.flatMap(({ judgements }) => judgements)) {
      const [id, ...more] = this.of(judgement);
      if (!more.length && !topics.has(id!)) topics.set(id!, { id: id!, name: capitalised(spokenName(judgement)), level: judgement.level });
    }
    return [...topics.values()].sort(byWeight);
  }

  private partsOf({ joins = [] }: JudgementData): readonly string[] | undefined {
    if (joins.length < 2) return undefined;
    return this.editions.some(({ judgements }) => joins.every(part => judgements.some(({ id }) => id === part))) ? joins : undefined;
  }
}
