import type { EventData } from '../../reference/data';
import type { GradeScale, ScaleGrade } from '../../reference/grades';
import type { Reference } from '../../reference/reference';
import { fold } from '../../text/spelling';
import { capitalised, ordinalInWords } from '../../text/words';
import { headingKey } from '../table/names';
import { readDayInWords, readRanges, type Range } from './days-in-words';
import { evidenceOf, nameIn, type Read } from './head';
import type { Line } from './lines';

/** Names of events as short as this are words of sentences too. */
const LEAST_LETTERS = 10;

/** Lines at the beginning of a letter that say what it is about, and pages on which its first sentences stand. */
const MOST_SUBJECT_LINES = 30;
const MOST_PAGES = 2;

/** What a letter or report without judgements is about: the event that its beginning names first, on one line or going on to the next. */
export function eventOfLetter(lines: readonly Line[], reference: Reference): { event: EventData; subject: Line } | undefined {
  const events = reference.events.all.filter(({ result }) => result !== 'grades');
  const namedIn = (text: string) => {
    const key = headingKey(text);
    return events.map(event => ({ event, letters: lettersNamed(key, event) })).filter(({ letters }) => letters >= LEAST_LETTERS).sort((a, b) => b.letters - a.letters)[0];
  };
  for (const [at, subject] of lines.slice(0, MOST_SUBJECT_LINES).entries()) {
    const next = lines[at + 1];
    const goesOn = next && isNextLine(subject, next) ? namedIn(`${subject.text} ${next.text}`) : undefined;
    // What the next line names by itself is the subject there.
    const found = goesOn && goesOn.letters > (namedIn(next!.text)?.letters ?? 0) ? goesOn : namedIn(subject.text);
    if (found) return { event: found.event, subject };
  }
  return undefined;
}

/** How much lower a line of a paragraph stands than the one before it, in sizes of its letters: paragraphs stand further apart. */
const LINE_FEED = 1.9;

/** Whether a line goes on with the paragraph of the one before. */
export function isNextLine(line: Line, next: Line): boolean {
  return line.page === next.page && line.y - next.y <= LINE_FEED * Math.max(line.size, next.size);
}

function lettersNamed(key: string, { name, spellings = [] }: EventData): number {
  return Math.max(0, ...[name, ...spellings].map(headingKey).filter(wanted => key.includes(wanted)).map(({ length }) => length - 2));
}

const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
const DAY_NUMBER = '\\d{1,2}(?:st|nd|rd|th)?';
const DAYS = new RegExp(`\\b(on|from|between|place)\\s+((?:${DAY_NUMBER}(?:\\s+${MONTH})?(?:\\s+\\d{4})?(?:\\s+(?:and|to)\\s+|\\s*[–—-]\\s*|,\\s*))*${DAY_NUMBER}\\s+${MONTH}(?:\\s+\\d{4})?)`, 'i');

const BEFORE = /\b(?:previous|last|earlier|preceding|prior)\b[^.]{0,40}\b(?:visits?|inspections?)\b/i;

/**
 * The days of a visit by the first sentence that tells them: "the visit to Anytown on 21 and 22 June 2023", "Between 20 and 24 June, … undertook
 * a joint inspection".
 * @param written the day of the letter: a year that is not said is its
 */
export function daysOfVisit(lines: readonly Line[], written: string | undefined): Read<Range[]> | undefined {
  for (const sentence of sentencesOf(lines)) {
    const [, word = '', days] = /\b(?:visit|inspection)\b/i.test(sentence.text) ? DAYS.exec(sentence.text) ?? [] : [];
    // The days of the inspection before are told as well.
    if (days === undefined || BEFORE.test(sentence.text)) continue;
    const year = /\d{4}$/.test(days) || written === undefined ? '' : ` ${written.slice(0, 4)}`;
    // Between two days lie the days between them.
    const value = readRanges((/between/i.test(word) ? days.replace(/ and /, ' to ') : days) + year);
    if (value) return { value, evidence: sentence.evidence };
  }
  return undefined;
}

/** The day that stands on a line of its own above a letter. */
export function dayOfLetter(lines: readonly Line[]): Read<string> | undefined {
  for (const line of lines.slice(0, MOST_SUBJECT_LINES)) {
    const value = new RegExp(`^\\d{1,2}(?:st|nd|rd|th)? ${MONTH} \\d{4}$`).test(line.text) ? readDayInWords(line.text) : undefined;
    if (value !== undefined) return { value, evidence: evidenceOf([line]) };
  }
  return undefined;
}

/** Which visit it was: "This was the fourth monitoring visit since". */
export function ordinalOf(lines: readonly Line[]): Read<number> | undefined {
  for (const sentence of sentencesOf(lines)) {
    const [, word] = /\bthe (\w+)(?: \w+)? visit since\b/i.exec(sentence.text) ?? [];
    const number = word === undefined ? undefined : ORDINALS.get(word.toLowerCase());
    if (number !== undefined) return { value: number, evidence: sentence.evidence };
  }
  return undefined;
}

/** Titles below the name of who signed a letter: those of inspectors, not of directors and chief inspectors, who sign for all. */
const TITLE = /^(?!.*\b(?:chief|of)\b)(?:[\p{L}'’]+ ){0,4}inspectors?\b|^HMI\b/iu;
const BELOW_GREETING = 4;

/** Who signed a letter as an inspector: the name below the greeting, above the title. */
export function signatureOf(lines: readonly Line[]): Read<string> | undefined {
  const at = lines.findIndex(({ text }) => /^yours (?:sincerely|faithfully)\b/i.test(text));
  const below = at < 0 ? [] : lines.slice(at + 1, at + 1 + BELOW_GREETING);
  const title = below.findIndex(({ text }) => TITLE.test(text));
  const [name, said] = [below[title - 1], below[title]];
  if (name && said) return nameIn(name.text) === undefined ? undefined : { value: nameIn(name.text)!, evidence: evidenceOf([name, said]) };
  // Name and title on one line: "Ann Other, His Majesty's Inspector".
  const both = below.find(({ text }) => TITLE.test(text.replace(/^[^,]*, */, '')));
  const first = both && nameIn(both.text);
  return first === undefined ? undefined : { value: first, evidence: evidenceOf([both!]) };
}

const MOST_VISITS = 20;
const ORDINALS = new Map(Array.from({ length: MOST_VISITS }, (_, index) => [ordinalInWords(index + 1), index + 1] as const));

/** Sentences that say what was looked at, the most exact first. */
const THEMES = [
  /\bdeep dive[’']? (?:focus on|investigation into) (?:the (?:multi-agency )?response to )?(.+?)(?: in \p{Lu}.*)?\.?$/u,
  /\binspectors (?:looked at|evaluated|reviewed)\b.*?\barrangements for (.+?)\.?$/i,
  /\bmulti-agency response to (.+?)(?: in \p{Lu}.*)?\.?$/u,
];
const MOST_THEME_LETTERS = 200;

/** What was looked at: a theme that is known, or the words of the letter. */
export function themeOf(lines: readonly Line[], { themes }: Reference): (Read<string> & { isKnown: boolean }) | undefined {
  const sentences = sentencesOf(lines);
  for (const pattern of THEMES) {
    for (const sentence of sentences) {
      const words = pattern.exec(sentence.text)?.[1]?.replace(/\s*\([^)]*\)|^the | in the \p{Lu}.*$/gu, '').trim();
      // "This group of children" was named before.
      if (words === undefined || words.length > MOST_THEME_LETTERS || /\b(?:this|these|such)\b/i.test(words)) continue;
      const known = themes.find(({ name }) => fold(name) === fold(words));
      return { value: known?.name ?? capitalised(words), isKnown: known !== undefined, evidence: sentence.evidence };
    }
  }
  return undefined;
}

/** The outcome of an inspection that has one: where the first pages print the words of exactly one. */
export function outcomeOf(lines: readonly Line[], { grades }: GradeScale): Read<ScaleGrade> | undefined {
  for (const sentence of sentencesOf(lines)) {
    const found = grades.filter(({ name }) => ` ${fold(sentence.text)} `.includes(` ${fold(name)} `));
    if (found.length === 1) return { value: found[0]!, evidence: sentence.evidence };
  }
  return undefined;
}

/** Letters of a sentence; what is longer is none. */
const MOST_SENTENCE = 2000;

interface Sentence { text: string; evidence: ReturnType<typeof evidenceOf> }

/** The sentences of the first pages: a full stop before a capital ends one, and so does a heading or a paragraph. */
function sentencesOf(all: readonly Line[]): Sentence[] {
  const blocks: Line[][] = [];
  for (const line of all.filter(({ page }) => page <= MOST_PAGES)) {
    const before = blocks.at(-1)?.at(-1);
    const goesOn = before && line.size === before.size && (line.page === before.page ? isNextLine(before, line) : !/[.:?!]$/.test(before.text));
    if (goesOn) blocks.at(-1)!.push(line);
    else blocks.push([line]);
  }
  return blocks.flatMap(sentencesIn);
}

function sentencesIn(lines: readonly Line[]): Sentence[] {
  const text = lines.map(line => line.text).join(' ');
  let [at, line, end] = [0, 0, lines[0]!.text.length];
  return text.split(/((?<=\.)\s+(?=\p{Lu}))/u).flatMap((sentence, index) => {
    while (end < at && line < lines.length - 1) end += 1 + lines[++line]!.text.length;
    at += sentence.length;
    return index % 2 === 1 || sentence.length > MOST_SENTENCE ? [] : [{ text: sentence, evidence: { place: `page ${lines[line]!.page}`, words: sentence } }];
  });
}
