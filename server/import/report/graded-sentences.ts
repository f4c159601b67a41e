import type { JudgementData } from '../../reference/data';
import type { Framework } from '../../reference/frameworks';
import type { ScaleGrade } from '../../reference/grades';
import type { Reference } from '../../reference/reference';
import { fold } from '../../text/spelling';
import { evidenceOf, type Read } from './head';
import type { Line } from './lines';

/** Lines that a sentence goes over at most. */
const MOST_LINES = 3;

/** The ways of a sentence from what is judged to its grade. */
const VERBS = ['is', 'are', 'is judged to be', 'are judged to be', ''];

/**
 * The grade of a judgement that a report tells in a sentence of its own: "The effectiveness of the board is good." Only a whole
 * sentence counts, from the beginning of a line to its end.
 */
export function gradeInSentence(lines: readonly Line[], judgement: JudgementData, framework: Framework, reference: Reference): Read<ScaleGrade> | undefined {
  const names = [judgement.name, ...(judgement.also_printed ?? []), ...(judgement.spellings ?? [])].map(fold).filter(name => name.length > 3);
  return sentenceWith(lines, framework, reference, subject => names.some(name => [name, `the ${name}`, `the judgement for ${name}`, `the judgement on ${name}`, `the judgement for the ${name}`].includes(subject)));
}

/**
 * The overall grade where a report tells it in a sentence above the table: "The overall judgement is good", "Children's services in
 * Anytown require improvement to be good".
 */
export function overallInSentence(lines: readonly Line[], overall: JudgementData, framework: Framework, reference: Reference): Read<ScaleGrade> | undefined {
  const names = [overall.name, ...(overall.spellings ?? [])].map(fold);
  return sentenceWith(lines, framework, reference, subject => names.some(name => subject === `the ${name}` || subject.startsWith(`the ${name} is that `)) || /^(?:the )?children's services in .+$/.test(subject));
}

function sentenceWith(lines: readonly Line[], framework: Framework, reference: Reference, isMeant: (subject: string) => boolean): Read<ScaleGrade> | undefined {
  const grades = gradeWords(framework, reference);
  for (const at of lines.keys()) {
    for (let count = 1; count <= MOST_LINES && at + count <= lines.length; count++) {
      const taken = lines.slice(at, at + count);
      if (taken.at(-1)!.page !== taken[0]!.page) break;
      const sentence = fold(taken.map(({ text }) => text).join(' '));
      const found = grades.find(({ words }) => sentence.endsWith(` ${words}`));
      const subject = found && sentence.slice(0, -found.words.length - 1);
      // A longer grade may go on below: "requires improvement" / "to be good".
      if (found && subject !== undefined && isMeant(subject) && !goesOn(sentence, lines[at + count], grades)) return { value: found.grade, evidence: evidenceOf(taken) };
    }
  }
  return undefined;
}

function goesOn(sentence: string, next: Line | undefined, grades: readonly { words: string }[]): boolean {
  if (!next) return false;
  const longer = `${sentence} ${fold(next.text)}`;
  return grades.some(({ words }) => longer.endsWith(` ${words}`) && words.length > fold(next.text).length);
}

/** Every way in which a sentence ends in a grade, the longest first. */
function gradeWords(framework: Framework, { grades, data }: Reference): { words: string; grade: ScaleGrade }[] {
  const scale = grades.scale(framework.grade_scale)!;
  return scale.grades.flatMap(grade => {
    const spellings = data.grades.find(({ id }) => id === grade.id)?.spellings ?? [];
    const names = [grade.name, ...spellings].map(fold).filter(name => name.length > 3);
    return names.flatMap(name => VERBS.map(verb => ({ words: `${verb} ${name}`.trim(), grade })));
  }).sort((a, b) => b.words.length - a.words.length);
}
