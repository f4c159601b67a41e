import type { MapNode, Node } from '../../records/node';
import { scalarText } from '../../rules/scalar-text';
import { lineBreakOf, lineStartAt } from '../../text/lines';
import { STEP } from '../format/blocks';
import { tokensOf, type Token } from '../format/tokens';
import { comesTo } from './intended';
import { isIn, rewrite, type Refactoring } from './refactoring';

/** Writes a record that is JSON as YAML: anywhere in it. Values, their order and all comments stay. */
export const jsonToYaml: Refactoring = selected => {
  const { inspection: { root, record }, slice: { text } } = selected;
  const tokens = tokensOf(text, root);
  if (!isIn(selected, root) || !root.pairs.length || !isJson(root) || tokens.some(({ kind }) => kind === 'property' || kind === 'alias' || kind === 'question')) return [];
  const behind = tokens.find(({ kind, start }) => kind === 'comment' && start >= root.end);
  const end = behind && !/[\n\r]/.test(text.slice(root.end, behind.start)) ? behind.end : root.end;
  const lines = new Lines(text, tokens.filter(({ kind, start }) => kind === 'comment' && start > root.start && start < end)).of(root);
  const lineBreak = lineBreakOf(text);
  const before = text.slice(lineStartAt(text, root.start), root.start);
  const indent = /(?<![ \t])[ \t]*$/.exec(before)![0];
  // Behind a marker there is no room for a key.
  const isOnMarkerLine = /[^\s\uFEFF]/.test(before);
  const edits = [{ start: root.start - indent.length, end, text: (isOnMarkerLine ? lineBreak : '') + lines.join(lineBreak) }];
  return comesTo(record, edits) ? [rewrite('Write this record as YAML instead of JSON', edits)] : [];
};

/** A mapping in braces whose keys are all in quotes, and likewise what is in it. */
function isJson(node: Node): boolean {
  if (node.kind === 'scalar') return true;
  if (!node.flow) return false;
  return node.kind === 'list' ? node.items.every(isJson) : node.pairs.every(({ key, value }) => key.style !== 'plain' && isJson(value));
}

/** Writes a tree line by line. */
class Lines {
  private readonly lines: string[] = [];
  /** Dashes that stand in front of the next line's words. */
  private dashes = '';
  private lastHasComment = false;

  /** @param comments those within the tree, in order of place: each is written where it comes */
  constructor(private readonly text: string, private readonly comments: Token[]) {}

  of(root: MapNode): readonly string[] {
    this.map(root, '');
    this.commentsBefore(Infinity, '');
    return this.lines;
  }

  private map({ pairs, end }: MapNode, indent: string): void {
    for (const { key, value } of pairs) {
      this.commentsBefore(key.start, indent);
      this.entry(`${scalarText(key.text, 'plain', false)}:`, value, indent);
    }
    this.commentsBefore(end, indent);
  }

  private entry(beginning: string, value: Node, indent: string): void {
    if (isInLine(value)) {
      const words = this.words(value);
      return this.write(words ? `${beginning} ${words}` : beginning, indent);
    }
    this.write(beginning, indent);
    this.below(value, `${indent}${' '.repeat(STEP)}`);
  }

  private below(node: Node, indent: string): void {
    if (node.kind === 'map') return this.map(node, indent);
    if (node.kind !== 'list') return;
    for (const item of node.items) {
      this.commentsBefore(item.start, indent);
      this.item(item, indent);
    }
    this.commentsBefore(node.end, indent);
  }

  private item(item: Node, indent: string): void {
    if (isInLine(item)) return this.write(`- ${this.words(item)}`.trimEnd(), indent);
    this.dashes += '- ';
    this.below(item, `${indent}${' '.repeat(STEP)}`);
  }

  private write(words: string, indent: string): void {
    const outside = indent.slice(this.dashes.length);
    this.lines.push(outside + this.dashes + words);
    this.dashes = '';
    this.lastHasComment = false;
  }

  /** Writes the comments that stand before an offset: behind the last line where they stood behind words, else above what follows. */
  private commentsBefore(offset: number, indent: string): void {
    while (this.comments[0] && this.comments[0].start < offset) {
      const comment = this.comments.shift()!;
      const words = this.text.slice(comment.start, comment.end).trimEnd();
      if (comment.lineStart === undefined && this.lines.length && !this.lastHasComment && !this.dashes) this.lines[this.lines.length - 1] += ` ${words}`;
      else this.lines.push(indent.slice(this.dashes.length) + words);
      this.lastHasComment = true;
    }
  }

  /** A value as it stands in a line: texts without quotes where they can do without. */
  private words(node: Node): string {
    if (node.kind !== 'scalar') return node.kind === 'map' ? '{}' : '[]';
    return typeof node.value === 'string' ? scalarText(node.value, 'plain', false) : this.text.slice(node.start, node.end);
  }
}

function isInLine(node: Node): boolean {
  return node.kind === 'scalar' || (node.kind === 'list' ? !node.items.length : !node.pairs.length);
}
