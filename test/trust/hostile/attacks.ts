import type { AST } from '@eslint-community/regexpp';
import { soaking } from '../trial';
import { Search } from './backtracking';

// Texts that may make a pattern slow, made from the pattern itself: what its repetitions repeat, over and over, behind what leads there, before what ends it badly.

/** So many texts stand for what an element may be, and so many for what leads to a repetition. */
const SAMPLES = soaking ? 8 : 3;

const USUAL = ['a', ' ', '0', '-', '\n', 'A', ':', '"', '\t', '.', '/', '#', '=', ',', '<', '\\', '_', 'é', '\u{1F600}'];
const ENDS = ['', '\u0001', '\n', 'a'];

/** How a text that is twice as long may cost more than twice as much, of a pattern that is in proportion. */
const IN_PROPORTION = 3;

/** How long a text is that is made by repeating, in characters: long enough to tell a square from a line, and short enough for the stack. */
const LENGTH = 120;

/** A repetition of at least so many times is one that costs. */
const OFTEN = 20;

/** A text for which a pattern takes more than its share, said in words; undefined where none was found. */
export function attackOn(source: string, flags: string): string | undefined {
  const search = new Search(source, flags);
  const letters = lettersFor(search.pattern);
  const words = new Words(search, letters);
  for (const { before, body } of repetitions(search.pattern, words)) {
    for (const [lead, pump] of [...before.flatMap(lead => body.map(pump => [lead, pump] as const)), ...before.flatMap(lead => ['', ...body].map(pump => ['', lead + pump] as const))]) {
      if (pump === '') continue;
      for (const end of ENDS) {
        const times = Math.max(5, Math.ceil(LENGTH / pump.length));
        const [once, twice] = [times, 2 * times].map(number => search.stepsIn(lead + pump.repeat(number) + end)) as [number, number];
        if (twice === Infinity || twice / once > IN_PROPORTION) return `${JSON.stringify(lead)} + ${JSON.stringify(pump)} again and again + ${JSON.stringify(end)}: ${once} steps, then ${twice}`;
      }
    }
  }
  return undefined;
}

/** Its own characters first. */
function lettersFor(pattern: AST.Pattern): string[] {
  return [...new Set([...pattern.raw.replace(/\\[a-zA-Z]/g, ''), ...USUAL])].filter(letter => !/[()?*+|^$]/.test(letter) || pattern.raw.includes(`\\${letter}`) || pattern.raw.includes('['));
}

/** Texts for which elements of a pattern stand: the shortest of a few kinds. */
class Words {
  constructor(private readonly search: Search, private readonly letters: readonly string[]) {}

  ofAll(elements: readonly AST.Element[]): string[] {
    return elements.reduce<string[]>((all, element) => joined(all, this.of(element)), ['']);
  }

  private ofEach(alternatives: readonly AST.Alternative[]): string[] {
    return alternatives.flatMap(({ elements }) => this.ofAll(elements)).slice(0, 2 * SAMPLES);
  }

  of(element: AST.Element): string[] {
    switch (element.type) {
      case 'Group': case 'CapturingGroup': return this.ofEach(element.alternatives);
      case 'Quantifier': return this.of(element.element).map(word => word.repeat(element.min)).filter((word, i, all) => all.indexOf(word) === i);
      // What has to stand before is put there; what has to follow comes by itself.
      case 'Assertion': return element.kind === 'lookbehind' && !element.negate ? this.ofEach(element.alternatives) : [''];
      case 'Backreference': return [''];
      default: return this.letters.filter(letter => this.search.takes(element, letter)).slice(0, SAMPLES);
    }
  }
}

function joined(all: readonly string[], further: readonly string[]): string[] {
  return further.flatMap(word => all.map(each => each + word)).slice(0, 2 * SAMPLES);
}

interface Repetition {
  /** What may lead to it. */
  before: readonly string[];
  /** What it may repeat. */
  body: readonly string[];
}

function repetitions(pattern: AST.Pattern, words: Words): Repetition[] {
  const found: Repetition[] = [];
  const look = (alternatives: readonly AST.Alternative[], lead: readonly string[]): void => {
    for (const { elements } of alternatives) {
      elements.forEach((element, i) => {
        const before = joined(lead, words.ofAll(elements.slice(0, i)));
        const inner = element.type === 'Quantifier' ? element.element : element;
        if (element.type === 'Quantifier' && element.max > OFTEN) {
          const body = words.of(inner).filter(word => word !== '');
          found.push({ before: before.length ? before : [''], body: [...body, ...body.slice(1).map(other => body[0]! + other)] });
        }
        if ('alternatives' in inner) look(inner.alternatives, before);
      });
    }
  };
  look(pattern.alternatives, ['']);
  return found;
}
