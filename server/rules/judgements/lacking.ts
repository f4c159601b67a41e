import type { JudgementData } from '../../reference/data';
import type { Framework } from '../../reference/frameworks';
import { kinOf, type WrittenJudgement } from '../../reference/judgements';

/** The judgements that every report of a framework has and a record lacks. A line of another edition that joins or splits one stands for it. */
export function lacking(framework: Framework, lines: readonly WrittenJudgement[]): JudgementData[] {
  const there = new Set(lines.flatMap(line => (line.counts ? [line.counts] : kinOfLine(line, framework))).map(({ id }) => id));
  return framework.judgements.filter(({ id, required }) => required && !there.has(id));
}

/** The judgements of the framework that a line of another edition joins, or of which it is a part. */
export function kinOfLine({ match }: WrittenJudgement, framework: Framework): JudgementData[] {
  return match.kind === 'elsewhere' ? kinOf(match.judgement, framework) : [];
}

/**
 * Whether lines that are at fault already may be the ones that a record lacks, under another name: then nothing is called missing
 * before they are mended. Where several are another framework's, the whole record is written by that one.
 */
export function mayBeMisnamed(framework: Framework, lines: readonly WrittenJudgement[]): boolean {
  const strangers = lines.filter(line => line.match.kind === 'unknown' ? !line.counts : isStranger(line, framework));
  return strangers.length > 0 && (lacking(framework, lines).length <= strangers.length || strangers.filter(line => isStranger(line, framework)).length > 1);
}

/** Whether a line is another framework's for what a judgement of this one may cover, too. */
export function isStranger(line: WrittenJudgement, framework: Framework): boolean {
  return line.match.kind === 'elsewhere' && bearsOnOverall(line.match.judgement) && !kinOfLine(line, framework).length;
}

function bearsOnOverall({ level }: JudgementData): boolean {
  return level === 'key' || level === 'sub';
}
