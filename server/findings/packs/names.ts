import type { FrameworkData, GradeScaleData, ReferenceData } from '../../reference/data';
import { quote } from '../../text/quote';
import { fold } from '../../text/spelling';
import type { Entry, List } from './entries';
import type { Doubt, Known } from './known';

/** What entries of a list are called in messages. */
export const NOUNS: Record<List, string> = {
  grades: 'grade', grade_scales: 'grade scale', events: 'event', frameworks: 'framework', authorities: 'authority', authority_titles: 'title of authorities', trusts: 'trust', themes: 'theme', links: 'form of addresses',
  national_framework: 'outcome or enabler', bank_holidays: 'year of bank holidays', next_steps: 'next step',
  known_errors: 'known error',
};

/** A word that stands for one entry only. */
interface Word {
  pointer: string;
  text: string;
  /** Ids and codes are compared letter by letter, names as people write them. */
  kind: 'id' | 'name' | 'spelling';
}

const wordsOf: { [L in List]: (value: ReferenceData[L][number]) => Word[] } = {
  grades: ({ id }) => [idWord(id)],
  grade_scales: ({ id }) => [idWord(id)],
  events: ({ id, name, spellings }) => [idWord(id), nameWord('/name', name), ...spellingWords('/spellings', spellings)],
  frameworks: ({ id }) => [idWord(id)],
  authorities: ({ name, gss_code, aliases }) => [nameWord('/name', name), ...(gss_code === undefined ? [] : [{ pointer: '/gss_code', text: gss_code, kind: 'id' as const }]), ...spellingWords('/aliases', aliases)],
  // One word may stand before names and after them.
  authority_titles: ({ words, stands }) => [{ pointer: '/words', text: `${words} (${stands} a name)`, kind: 'name' }],
  trusts: ({ name, aliases }) => [nameWord('/name', name), ...spellingWords('/aliases', aliases)],
  themes: ({ name }) => [nameWord('/name', name)],
  links: () => [],
  national_framework: ({ reference }) => [nameWord('/reference', reference)],
  bank_holidays: ({ year }) => [nameWord('/year', String(year))],
  next_steps: ({ id }) => [idWord(id)],
  known_errors: () => [],
};

/**
 * Words that stand for something else already. What is built in cannot be replaced: a record says the same wherever it is read.
 * Of two entries with one name, the first is taken.
 */
export function nameDoubts({ builtIn, entries }: Known): Map<Entry, Doubt[]> {
  const owners = new Map<string, { name: string; isBuiltIn: boolean }>();
  const lists = Object.keys(wordsOf) as List[];
  for (const list of lists) for (const value of builtIn[list]) claim(owners, list, wordsIn(list, value), true);
  return new Map(entries.map(entry => [entry, claim(owners, entry.list, wordsIn(entry.list, entry.value), false)]));
}

function wordsIn<L extends List>(list: L, value: ReferenceData[L][number]): Word[] {
  return wordsOf[list](value);
}

/** Gives words their owner, where they have none yet; the doubts about those that have one. */
function claim(owners: Map<string, { name: string; isBuiltIn: boolean }>, list: List, words: readonly Word[], isBuiltIn: boolean): Doubt[] {
  const name = words.find(({ kind }) => kind === 'name')?.text ?? words[0]?.text ?? '';
  const doubts: Doubt[] = [];
  const own = new Set<string>();
  for (const word of words) {
    const key = `${list} ${word.kind === 'id' ? `id ${word.text}` : fold(word.text)}`;
    const owner = own.has(key) ? undefined : owners.get(key);
    own.add(key);
    if (owner) doubts.push({ pointer: word.pointer, isFatal: word.kind !== 'spelling', message: taken(list, word, owner) });
    else owners.set(key, { name, isBuiltIn });
  }
  return doubts;
}

function taken(list: List, { kind, text }: Word, { name, isBuiltIn }: { name: string; isBuiltIn: boolean }): string {
  if (kind === 'spelling') return `${quote(text)} means ${quote(name)} already, so it is not taken for this one.`;
  const other = isBuiltIn ? `${quote(text)} is a built-in ${NOUNS[list]}, which cannot be replaced` : `There is another ${NOUNS[list]} ${quote(text)}`;
  return `${other}: choose another ${kind === 'id' ? 'id' : 'name'}, or leave this entry out.`;
}

/** Words that stand for two things within one framework or scale. */
export function innerNameDoubts({ list, value }: Entry): Doubt[] {
  if (list === 'frameworks') return sharedWords(value.judgements.map((judgement, i) => judgementWords(judgement, `/judgements/${i}`)));
  return list === 'grade_scales' ? sharedWords(value.grades.map((grade, i) => gradeWords(grade, `/grades/${i}`))) : [];
}

function judgementWords({ id, name, also_printed, spellings }: FrameworkData['judgements'][number], at: string): Word[] {
  return [{ ...idWord(id), pointer: `${at}/id` }, nameWord(`${at}/name`, name), ...spellingWords(`${at}/also_printed`, also_printed), ...spellingWords(`${at}/spellings`, spellings)];
}

function gradeWords({ grade, name, number }: GradeScaleData['grades'][number], at: string): Word[] {
  return [{ pointer: `${at}/grade`, text: grade, kind: 'id' }, nameWord(`${at}/name`, name), ...(number === undefined ? [] : [nameWord(`${at}/number`, String(number))])];
}

function sharedWords(things: readonly Word[][]): Doubt[] {
  const owners = new Map<string, number>();
  return things.flatMap((words, index) => words.flatMap(({ pointer, text, kind }) => {
    const key = kind === 'id' ? `id ${text}` : fold(text);
    const owner = owners.get(key) ?? index;
    owners.set(key, owner);
    return owner === index ? [] : [{ pointer, message: `${quote(text)} stands for another one of this list already.` }];
  }));
}

function idWord(id: string): Word {
  return { pointer: '/id', text: id, kind: 'id' };
}

function nameWord(pointer: string, text: string): Word {
  return { pointer, text, kind: 'name' };
}

function spellingWords(pointer: string, spellings: readonly string[] = []): Word[] {
  return spellings.map((text, i) => ({ pointer: `${pointer}/${i}`, text, kind: 'spelling' }));
}
