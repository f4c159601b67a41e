import type { Node } from '../../records/node';
import { linesAround, trimmed } from '../../records/fault';
import { NOTHING, type TextRule } from '../rule';
import { partRecords } from './records-of-list';

export const notARecord: TextRule = {
  id: 'not-a-record',
  severity: 'error',
  summary: 'The text is no record: it holds no fields.',
  why: 'A record is written as fields, each with its name, a colon, a space and its value: "authority: Kent". Several records in one file are parted by a line "---".',
  fix: 'some',
  checkText({ root, broken }, text) {
    if (!root || root.kind === 'map' || broken.length) return NOTHING;
    const first = trimmed(text, linesAround(text, { start: root.start, end: root.start }));
    const unfinished = root.kind === 'scalar' && !/[\n\r]/.test(text.slice(root.start, root.end));
    return [{ ...first, message: saysOf(root), ...(unfinished && { unfinished }), ...(root.kind === 'list' && { fixes: partRecords(root, text) }) }];
  },
};

function saysOf(root: Node): string {
  if (root.kind === 'list' && root.flow) return "A record is written as fields, but this is a list of them in brackets. Take the brackets and the commas between its entries away; to keep several records in one file, put a line '---' between them.";
  if (root.kind === 'list') return "A record is written as fields, one on each line (such as 'authority:' and a name behind it), but this is a list. Take the dashes away; to keep several records in one file, put a line '---' between them.";
  if (root.kind === 'scalar' && /^\w+:\S/.test(root.text)) return 'A space is missing after the colon, so this is read as text and not as a field.';
  return "A record is written as fields, each with a name, a colon, a space and a value (such as 'authority:' and a name behind it), but this is only text.";
}
