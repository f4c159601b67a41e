import type { Checker } from '../findings/checker';
import type { Node, ScalarNode } from '../records/node';
import type { Slice } from '../records/slice';
import type { RecordStream } from '../records/stream';
import { fieldText, type Inspection } from '../reference/inspection';
import { matched } from '../reference/match';
import { fold } from '../text/spelling';
import type { Span } from '../text/span';
import { keep } from './kept';
import { placeAt, walk } from './place';

/** One place where the same thing is named. */
export interface Highlight {
  /** Number of the slice in the stream. */
  index: number;
  /** In that slice. */
  span: Span;
  /** It is what the others refer to: an `id`, a judgement's own line. */
  defines: boolean;
}

/**
 * Where else the thing at an offset is named: an id or authority in the whole file (an id with what follows it), a judgement or grade
 * in its own record. Empty where nothing of the kind stands there.
 */
export function highlights(stream: RecordStream, index: number, offset: number, checker: Checker): Highlight[] {
  const slice = stream.slices[index]!;
  const inspection = checker.inspection(slice);
  const scalar = inspection && placeAt(inspection.root, offset).scalar;
  if (!inspection || !scalar) return [];
  const own = names(slice, checker);
  if (own.ids.some(({ node }) => node === scalar)) return inFile(stream, checker, ({ ids }) => ids.filter(({ node }) => node.text === scalar.text));
  if (own.authority && own.authority.node === scalar) {
    const { name } = own.authority;
    return inFile(stream, checker, ({ authority }) => (authority?.name === name ? [{ node: authority.node, defines: false }] : []));
  }
  return [...sameJudgement(scalar, inspection), ...sameGrade(scalar, inspection)].map(({ node, defines }) => ({ index, span: spanOf(node), defines }));
}

interface Named {
  node: ScalarNode;
  defines: boolean;
}

/** What a record names that others may name too. */
interface Names {
  ids: readonly Named[];
  /** By its canonical name. */
  authority?: { node: ScalarNode; name: string };
}

const names = keep((slice: Slice, checker: Checker): Names => {
  const inspection = checker.inspection(slice);
  const name = matched(inspection?.authority?.match)?.name;
  return { ids: inspection ? idNodes(inspection) : [], authority: name === undefined ? undefined : { node: inspection!.authority!.node, name } };
});

function inFile(stream: RecordStream, checker: Checker, find: (names: Names) => Named[]): Highlight[] {
  return stream.slices.flatMap((slice, index) => find(names(slice, checker)).map(({ node, defines }) => ({ index, span: spanOf(node), defines })));
}

/** The id of a record and the ids that it points to. */
function idNodes(inspection: Inspection): Named[] {
  const id = fieldText(inspection, 'id');
  const follows = fieldText(inspection, 'follows');
  const steps = inspection.fields.get('follow_up')?.value;
  const further = steps?.kind === 'list' ? steps.items.flatMap(step => (step.kind === 'map' ? step.pairs.filter(({ key }) => key.text === 'follows').map(({ value }) => value) : [])) : [];
  return [
    ...(id ? [{ node: id, defines: true }] : []),
    ...[follows, ...further].filter(node => node?.kind === 'scalar').map(node => ({ node: node as ScalarNode, defines: false })),
  ];
}

/** A judgement's own line, and the findings and actions that name it. */
function sameJudgement(scalar: ScalarNode, { judgements, root }: Inspection): Named[] {
  const mentions = namedIn(root);
  if (!mentions.includes(scalar) && !judgements.some(({ pair }) => pair.key === scalar)) return [];
  const name = fold(scalar.text);
  const written = judgements.filter(({ pair, counts }) => fold(pair.key.text) === name || [counts?.name, ...(counts?.spellings ?? [])].some(other => other !== undefined && fold(other) === name));
  const names = new Set([name, ...written.flatMap(({ pair, counts }) => [pair.key.text, counts?.name ?? '', ...(counts?.spellings ?? [])]).map(fold)]);
  return [...written.map(({ pair }) => ({ node: pair.key, defines: true })), ...mentions.filter(({ text }) => names.has(fold(text))).map(node => ({ node, defines: false }))];
}

function namedIn(root: Node): ScalarNode[] {
  const found: ScalarNode[] = [];
  walk(root, (node, path) => {
    if (node.kind === 'scalar' && path.length === 3 && (path[2] === 'judgement' || path[2] === 'addresses')) found.push(node);
  });
  return found;
}

function sameGrade(scalar: ScalarNode, { judgements }: Inspection): Named[] {
  const here = judgements.find(({ grade }) => grade === scalar);
  if (!here) return [];
  const known = gradeId(here);
  return judgements.filter(other => other.grade && (known ? gradeId(other) === known : fold(other.grade.text) === fold(scalar.text))).map(({ grade }) => ({ node: grade!, defines: false }));
}

function gradeId({ gradeMatch }: Inspection['judgements'][number]): string | undefined {
  return gradeMatch && gradeMatch.kind !== 'unknown' ? gradeMatch.grade.id : undefined;
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
