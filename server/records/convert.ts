import { isAlias, isMap, isScalar, isSeq, type Document, type Node as YamlNode, type Scalar } from 'yaml';
import type { Fault } from './fault';
import type { ListNode, MapNode, Node, Pair, ScalarNode } from './node';
import { MOST_DEEP } from './parse';

/** What aliases may make of a record, in values; a handful of lines can otherwise stand for billions. */
const MOST_VALUES = 50_000;

/** Turns the parser's document into our tree. `original` is the text before anything was blanked out: values are quoted from it. */
export function convert(document: Document.Parsed, original: string, faults: Fault[]): Node | null {
  const converter = new Converter(original, faults);
  return document.contents ? converter.node(document.contents as YamlNode, 0) : null;
}

const STYLES: Record<string, ScalarNode['style']> = {
  PLAIN: 'plain', QUOTE_DOUBLE: 'double', QUOTE_SINGLE: 'single', BLOCK_LITERAL: 'literal', BLOCK_FOLDED: 'folded',
};

class Converter {
  private readonly anchors = new Map<string, { node: Node; values: number; height: number }>();
  private values = 0;
  private depth = 0;
  /** How deep the values read last go, with what aliases among them stand for. */
  private deepest = 0;

  constructor(private readonly original: string, private readonly faults: Fault[]) {}

  node(source: YamlNode | null | undefined, at: number): Node {
    const before = this.values++;
    if (this.depth === MOST_DEEP && (isMap(source) || isSeq(source))) return this.tooDeep(this.span(source as YamlNode, at));
    const around = this.deepest;
    this.deepest = ++this.depth;
    const made = this.convert(source, at);
    this.depth--;
    const anchor = source && 'anchor' in source ? source.anchor : undefined;
    if (anchor) this.anchors.set(anchor, { node: made, values: this.values - before, height: this.deepest - this.depth });
    this.deepest = Math.max(around, this.deepest);
    return made;
  }

  private convert(source: YamlNode | null | undefined, at: number): Node {
    if (isMap(source)) return this.map(source as Parameters<Converter['map']>[0], at);
    if (isSeq(source)) {
      const { start, end } = this.span(source, at);
      const items = source.items.map(item => this.node(item as YamlNode, end));
      return { kind: 'list', start, end: source.flow ? end : items.at(-1)?.end ?? end, flow: source.flow ?? false, items } satisfies ListNode;
    }
    if (isAlias(source)) return this.alias(source.source, this.span(source, at));
    return isScalar(source) ? this.scalar(source, at) : empty(at);
  }

  private map(source: { items: { key: unknown; value: unknown }[]; flow?: boolean; range?: readonly number[] | null }, at: number): MapNode {
    const { start, end } = this.span(source, at);
    const pairs: Pair[] = [];
    for (const item of source.items) {
      const key = this.node(item.key as YamlNode, start);
      if (key.kind !== 'scalar') {
        this.faults.push({ kind: 'complex-key', start: key.start, end: key.end });
        continue;
      }
      pairs.push({ key, value: this.node(item.value as YamlNode | null, this.afterColon(key.end)) });
    }
    return { kind: 'map', start, end: source.flow ? end : pairs.at(-1)?.value.end ?? end, flow: source.flow ?? false, pairs };
  }

  private scalar(source: Scalar, at: number): ScalarNode {
    const { start, end } = this.span(source, at);
    const style = STYLES[source.type ?? 'PLAIN'] ?? 'plain';
    const raw = source.value;
    const value = raw === null || typeof raw === 'string' || typeof raw === 'boolean' || typeof raw === 'number' ? raw : String(raw);
    const written = this.original.slice(start, end);
    const plain = style === 'plain' && !/[\n\r]/.test(written);
    return { kind: 'scalar', start, end, value: typeof value === 'string' && plain ? written : value, text: plain ? written : String(raw ?? ''), style };
  }

  /** An alias is its anchor's content at the place of the alias; its children are shared, not copied. */
  private alias(name: string, { start, end }: { start: number; end: number }): Node {
    const anchored = this.anchors.get(name);
    if (!anchored) {
      this.faults.push({ kind: 'unknown-alias', start, end });
      return empty(start);
    }
    this.deepest = this.depth - 1 + anchored.height;
    if (this.deepest > MOST_DEEP) return this.tooDeep({ start, end });
    this.values += anchored.values;
    if (this.values <= MOST_VALUES) return { ...anchored.node, start, end };
    if (!this.faults.some(fault => fault.kind === 'too-many-aliases')) this.faults.push({ kind: 'too-many-aliases', start, end });
    return empty(start);
  }

  private tooDeep(span: { start: number; end: number }): Node {
    if (!this.faults.some(fault => fault.kind === 'too-deep')) this.faults.push({ kind: 'too-deep', start: span.start, end: Math.min(span.end, span.start + 1) });
    return empty(span.start);
  }

  private span(source: { range?: readonly number[] | null }, at: number): { start: number; end: number } {
    const range = source.range;
    return range ? { start: range[0]!, end: range[1]! } : { start: at, end: at };
  }

  private afterColon(at: number): number {
    const colon = /^\s*:[ \t]*/.exec(this.original.slice(at, at + 200));
    return colon ? at + colon[0].length : at;
  }
}

function empty(at: number): ScalarNode {
  return { kind: 'scalar', start: at, end: at, value: null, text: '', style: 'plain' };
}
