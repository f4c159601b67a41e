import { parseRegExpLiteral, type AST } from '@eslint-community/regexpp';

// A matcher of regular expressions that goes back as those of JavaScript do, and counts its steps: so what is slow is told by counting, on any machine.

/** Goes on from a place; whether that leads to a match. */
type Next = (at: number) => boolean;

/** More steps than this are as good as without end. */
const MOST = 3_000_000;

class Endless extends Error {}

/** What a search for a pattern costs. */
export class Search {
  readonly pattern: AST.Pattern;
  private readonly flags: string;
  private readonly isSticky: boolean;
  private readonly accepted = new Map<AST.Element, Map<string, boolean>>();
  private steps = 0;
  private text = '';
  private groups = new Map<AST.CapturingGroup, string>();

  constructor(source: string, flags: string) {
    const literal = parseRegExpLiteral(new RegExp(source, flags));
    this.pattern = literal.pattern;
    this.isSticky = flags.includes('y');
    this.flags = flags.replace(/[gyd]/g, '');
  }

  /** How many steps it takes to look for all matches in a text; Infinity where that has no end. */
  stepsIn(text: string): number {
    [this.text, this.steps] = [text, 0];
    try {
      // A sticky one is tried where it is told to be, and nowhere else.
      for (let start = 0; start <= (this.isSticky ? 0 : text.length); start++) {
        this.groups = new Map();
        let end: number | undefined;
        // What was matched is not looked at again.
        if (this.either(this.pattern.alternatives, start, 1, at => { end = at; return true; })) start = Math.max(start, end! - 1);
      }
    } catch (error) {
      if (error instanceof Endless) return Infinity;
      throw error;
    }
    return this.steps;
  }

  /** Whether a single character can stand for an element; it is one that stands for characters. */
  takes(element: AST.Element, character: string): boolean {
    const known = this.accepted.get(element) ?? new Map<string, boolean>();
    this.accepted.set(element, known);
    if (!known.has(character)) known.set(character, new RegExp(`^(?:${element.raw})$`, this.flags.replace('m', '')).test(character));
    return known.get(character)!;
  }

  private either(alternatives: readonly AST.Alternative[], at: number, way: 1 | -1, next: Next): boolean {
    return alternatives.some(({ elements }) => this.sequence(way > 0 ? elements : [...elements].reverse(), 0, at, way, next));
  }

  private sequence(elements: readonly AST.Element[], index: number, at: number, way: 1 | -1, next: Next): boolean {
    const element = elements[index];
    return element ? this.one(element, at, way, to => this.sequence(elements, index + 1, to, way, next)) : next(at);
  }

  private one(element: AST.Element, at: number, way: 1 | -1, next: Next): boolean {
    if (++this.steps > MOST) throw new Endless();
    switch (element.type) {
      case 'Group': return this.either(element.alternatives, at, way, next);
      case 'CapturingGroup': return this.either(element.alternatives, at, way, to => {
        const before = this.groups.get(element);
        this.groups.set(element, this.text.slice(Math.min(at, to), Math.max(at, to)));
        if (next(to)) return true;
        if (before === undefined) this.groups.delete(element); else this.groups.set(element, before);
        return false;
      });
      case 'Quantifier': return this.repeated(element, 0, at, way, next);
      case 'Assertion': return this.asserted(element, at) && next(at);
      case 'Backreference': {
        const said = this.groups.get([element.resolved].flat()[0]!) ?? '';
        const to = at + way * said.length;
        return this.text.slice(Math.min(at, to), Math.max(at, to)) === said && next(to);
      }
      default: return this.character(element, at, way, next);
    }
  }

  private character(element: AST.Element, at: number, way: 1 | -1, next: Next): boolean {
    const unicode = /[uv]/.test(this.flags);
    const character = way > 0 ? (unicode ? String.fromCodePoint(this.text.codePointAt(at) ?? 0) : this.text[at]) : this.text[at - 1];
    if (character === undefined || (way > 0 ? at >= this.text.length : at <= 0) || !this.takes(element, character)) return false;
    return next(at + way * character.length);
  }

  private repeated(quantifier: AST.Quantifier, times: number, at: number, way: 1 | -1, next: Next): boolean {
    const { element, min, max, greedy } = quantifier;
    const more = () => times < max && this.one(element, at, way, to => (to !== at || times < min) && this.repeated(quantifier, times + 1, to, way, next));
    if (times < min) return more();
    return greedy ? more() || next(at) : next(at) || more();
  }

  private asserted(assertion: AST.Assertion, at: number): boolean {
    const { text } = this;
    const isLine = this.flags.includes('m');
    const isBreak = (character: string | undefined) => character !== undefined && /[\n\r\u2028\u2029]/.test(character);
    switch (assertion.kind) {
      case 'start': return at === 0 || (isLine && isBreak(text[at - 1]));
      case 'end': return at === text.length || (isLine && isBreak(text[at]));
      case 'word': return (/\w/.test(text[at - 1] ?? '') !== /\w/.test(text[at] ?? '')) !== assertion.negate;
      default: return this.either(assertion.alternatives, at, assertion.kind === 'lookahead' ? 1 : -1, () => true) !== assertion.negate;
    }
  }
}
