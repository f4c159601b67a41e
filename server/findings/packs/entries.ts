import { isEmpty, toValue, type MapNode, type Node } from '../../records/node';
import { RecordStream } from '../../records/stream';
import type { ReferenceData } from '../../reference/data';
import { dataShape, resolveShape } from '../../reference/data-shape';
import { yamlSyntax } from '../../rules/form/yaml-syntax';
import { quote } from '../../text/quote';
import type { Span } from '../../text/span';
import { headOf, misfits, unknownField, type Misfit } from './misfits';

/** A file of reference data. */
export interface PackFile {
  /** What tells it from others: an address or a path. */
  name: string;
  text: string;
}

/** A mistake in a file of reference data, by offsets in its text. */
export interface PackProblem extends Span {
  file: string;
  message: string;
}

export type List = keyof ReferenceData;

/** An entry of one of the lists, as its file has it. */
export type Entry = { [L in List]: EntryOf<L> }[List];

export interface EntryOf<L extends List> {
  list: L;
  value: ReferenceData[L][number];
  node: MapNode;
  file: string;
  /** Offset of what `node` counts from. */
  offset: number;
}

/** What the files hold. */
export interface Entries {
  entries: Entry[];
  /** Entries that are not as they should be, and so are not entries; but what they name is not unknown. */
  spoilt: { list: List; node: Node }[];
  problems: PackProblem[];
}

/** Reads files of reference data entry by entry; one that is spoilt leaves the others as they are. */
export function readEntries(files: readonly PackFile[]): Entries {
  const found: Entries = { entries: [], spoilt: [], problems: [] };
  for (const file of files) readFile(file, found);
  return found;
}

function readFile({ name: file, text }: PackFile, { entries, spoilt, problems }: Entries): void {
  const stream = RecordStream.of(text);
  const [first, second] = stream.records;
  if (!first) return;
  const offset = stream.offsets[first.index]!;
  const tell = ({ start, end, message }: Misfit) => problems.push({ file, start: start + offset, end: firstLineEnd(text, start + offset, end + offset), message });
  if (second) {
    const start = stream.offsets[second.index]!;
    problems.push({ file, start, end: start + 3, message: "A file of reference data is one document: nothing may follow after '---'." });
  }
  const { record, text: written } = first.slice;
  // Where the YAML cannot be read, nothing else that seems wrong can be relied on.
  const tellShape = record.faults.length ? () => undefined : tell;
  for (const fault of yamlSyntax.checkText(record, written)) tell(fault);
  if (record.root) for (const { list, items } of listsOf(record.root, tellShape)) {
    const seen = new Set<string>();
    for (const item of items) {
      const wrong = [...misfits(item, resolveShape(dataShape.properties![list]!).items!)];
      const whole = JSON.stringify(toValue(item));
      if (seen.has(whole)) wrong.push({ ...headOf(item), message: 'This stands in the list already.' });
      seen.add(whole);
      wrong.forEach(tellShape);
      if (wrong.length || item.kind !== 'map') spoilt.push({ list, node: item });
      else entries.push({ list, value: toValue(item), node: item, file, offset } as Entry);
    }
  }
}

function listsOf(root: Node, tell: (misfit: Misfit) => void): { list: List; items: readonly Node[] }[] {
  const names = Object.keys(dataShape.properties!);
  if (root.kind !== 'map') {
    tell({ start: root.start, end: root.end, message: `Lists of reference data belong here, each after its name and a colon: ${names.join(', ')}.` });
    return [];
  }
  const seen = new Set<string>();
  return root.pairs.flatMap(({ key, value }) => {
    const isSecond = seen.has(key.text);
    seen.add(key.text);
    if (!names.includes(key.text)) tell({ ...key, message: unknownField(key.text, names) });
    else if (isSecond) tell({ ...key, message: `${quote(key.text)} stands here twice: put both lists together.` });
    if (value.kind !== 'list' && !isEmpty(value)) tell({ ...value, message: "A list belongs here: each entry on a line of its own, after '- '." });
    return names.includes(key.text) && value.kind === 'list' ? [{ list: key.text as List, items: value.items }] : [];
  });
}

/** A problem is shown on the first line of what it is about. */
function firstLineEnd(text: string, start: number, end: number): number {
  const [line] = /^[^\n\r]*/.exec(text.slice(start, end))!;
  return start + line.trimEnd().length;
}
