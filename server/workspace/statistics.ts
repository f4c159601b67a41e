import { matched } from '../reference/match';
import type { WorkspaceRecord } from './record';
import type { Workspace } from './workspace';

/** Authorities by the grade that they hold. */
type Holders = Map<string, number>;

/**
 * How many of today's authorities hold a grade for a judgement: each by the latest of its records that gives one. Counted when first asked for,
 * and again when the workspace has changed.
 */
export class GradeStatistics {
  private countedAt = -1;
  private readonly byJudgement = new Map<string, Holders>();

  constructor(private readonly workspace: Workspace) {}

  /**
   * Undefined where no authority has a grade for it.
   * @param judgement id of the judgement
   * @param grade id of the grade
   */
  holders(judgement: string, grade: string): { holding: number; of: number } | undefined {
    if (this.countedAt !== this.workspace.version) {
      this.byJudgement.clear();
      this.countedAt = this.workspace.version;
    }
    let holders = this.byJudgement.get(judgement);
    if (!holders) this.byJudgement.set(judgement, (holders = this.count(judgement)));
    const of = [...holders.values()].reduce((sum, count) => sum + count, 0);
    return of ? { holding: holders.get(grade) ?? 0, of } : undefined;
  }

  private count(judgement: string): Holders {
    const holders: Holders = new Map();
    for (const authority of this.workspace.authorities) {
      const journey = this.workspace.journey(authority);
      if (!isOfToday(journey)) continue;
      const grade = latest(journey, judgement);
      if (grade !== undefined) holders.set(grade, (holders.get(grade) ?? 0) + 1);
    }
    return holders;
  }
}

function isOfToday([first]: readonly WorkspaceRecord[]): boolean {
  return !matched(first?.inspection.authority?.match)?.to;
}

function latest(journey: readonly WorkspaceRecord[], judgement: string): string | undefined {
  for (const { inspection } of [...journey].reverse()) {
    const line = inspection.on && inspection.judgements.find(({ counts }) => counts?.id === judgement);
    if (line?.gradeMatch && 'grade' in line.gradeMatch) return line.gradeMatch.grade.id;
  }
  return undefined;
}
