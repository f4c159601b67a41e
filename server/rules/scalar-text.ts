import type { ListNode, MapNode, Node, Pair, ScalarNode } from '../records/node';
import type { RecordText } from '../records/read';
import type { TextEdit } from './rule';

/** The edit that puts another text in the place of a scalar: quoted as it was, or as it must be, and with its comment kept. */
export function rewrite(record: RecordText, node: ScalarNode, text: string): TextEdit {
  const source = record.text.slice(node.start, node.end);
  const flow = inFlow(record.root, node.start);
  if (!/^[|>]/.test(source)) return { start: node.start, end: node.end, text: scalarText(text, node.style, flow) };
  const comment = /^[|>][-+\d]*([ \t]+#[^\n\r]*)/.exec(source)?.[1] ?? '';
  return { start: node.start, end: node.start + source.trimEnd().length, text: scalarText(text, 'plain', flow) + comment };
}

/** A text as YAML, on one line: in the style given, or in quotes where a plain text would be read as something else. */
export function scalarText(text: string, style: ScalarNode['style'], flow: boolean): string {
  if (style === 'single' && !/[\n\r]/.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return style === 'double' || !readsPlainly(text, flow) ? JSON.stringify(text) : text;
}

/** What YAML takes for nothing, a truth value or a number. */
const NO_TEXT = /^(?:~|null|true|false|[-+]?(?:\.?\d[\d.]*(?:e[-+]?\d+)?|\.inf)|\.nan|0o[0-7]+|0x[\da-f]+)$/i;

/** What begins, ends or breaks off a plain text. */
const MARKS = /^$|^\s|\s$|[\n\r\t]|:(?:\s|$)|\s#|^[-?:](?:\s|$)|^[,[\]{}#&*!|>'"%@`]|^(?:---|\.\.\.)/;

function readsPlainly(text: string, flow: boolean): boolean {
  return !MARKS.test(text) && !NO_TEXT.test(text) && !(flow && /[,[\]{}]/.test(text));
}

/** Whether an offset lies between the braces or brackets of a tree. */
export function inFlow(root: Node | null, offset: number): boolean {
  for (let node: Node | undefined = root ?? undefined; node && node.kind !== 'scalar'; node = childAt(node, offset)) {
    if (offset < node.start || offset >= node.end) return false;
    if (node.flow) return true;
  }
  return false;
}

/** The part of a list or mapping that an offset may lie in: the last one to begin at it or before. */
function childAt(node: MapNode | ListNode, offset: number): Node | undefined {
  const parts: readonly (Node | Pair)[] = node.kind === 'list' ? node.items : node.pairs;
  let low = -1;
  let high = parts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (startOf(parts[middle]!) <= offset) low = middle;
    else high = middle - 1;
  }
  const part = parts[low];
  return part && 'key' in part ? part.value : part;
}

function startOf(part: Node | Pair): number {
  return 'key' in part ? part.key.start : part.start;
}
