import type { MapNode, Node } from '../../records/node';
import { fieldsAt, ONE_OF_THESE } from '../../reference/fields';
import type { Inspection } from '../../reference/inspection';
import { fieldInsertion } from '../../rules/field-insertion';
import { missingField, missingFields } from '../../rules/form/missing-field';
import { formOf, headOf, type Place } from '../../rules/form/places';
import type { TextEdit } from '../../rules/rule';
import { listed } from '../../rules/wording';
import { lineBreakOf, lineStartAt } from '../../text/lines';
import { GAP, withoutGaps } from '../gaps';
import { comesTo, newMap, newNothing, newWord, withNode, withPairs } from './intended';
import { fillIn, meets, type Refactoring } from './refactoring';

/**
 * Adds the fields that a record or an entry cannot do without, with nothing in them yet, where their absence is told and no fix of the
 * rule's own says what they are to hold. Of the days of which one is needed, each is one way.
 */
export const fillFields: Refactoring = selected => {
  const { inspection, findings } = selected;
  const told = findings.filter(found => found.rule === missingField.id && !found.fixes?.length && meets(selected, found));
  if (!told.length) return [];
  return formOf(inspection).places.flatMap(place => {
    const ways = place.keys ? waysToFill(place, inspection) : [];
    const head = ways.length ? headOf(place, inspection.record) : undefined;
    const finding = told.find(({ start, end }) => start === head?.start && end === head.end);
    return finding ? ways.flatMap(names => insert(names, place, inspection)).map((action, index) => ({ ...action, kind: 'quickfix' as const, finding, preferred: index === 0 })) : [];
  });
};

/** The fields that are missing at a place, by name; several ways where one of several fields is needed. */
function waysToFill(place: Place, { fields }: Inspection): string[][] {
  const names = missingFields(place);
  if (!place.path.length && !ONE_OF_THESE.some(name => fields.has(name))) return ONE_OF_THESE.map(name => [...names, name]);
  return names.length ? [names] : [];
}

function insert(names: readonly string[], { node, path }: Place, inspection: Inspection): ReturnType<Refactoring> {
  if (node.kind !== 'map' || node.flow) return [];
  const edits = path.length ? inFront(node, names, inspection) : merged(names.map(name => fieldInsertion(inspection, name, linesFor(name))));
  const pairs = names.map(name => ({ key: newWord(name), value: path.length ? newNothing('') : emptyValue(name) }));
  const intended = withNode(inspection.root, node, withPairs(node, pairs));
  return edits.length && comesTo(inspection.record, withoutGaps(edits), intended) ? [fillIn(`Insert ${listed(names)}`, edits)] : [];
}

/** Insertions with those at one place made one: not every editor keeps their order. */
function merged(insertions: readonly TextEdit[]): TextEdit[] {
  const places = [...new Set(insertions.map(({ start }) => start))];
  return places.map(start => ({ start, end: start, text: insertions.filter(edit => edit.start === start).map(({ text }) => text).join('') }));
}

/** A field of the record as it begins: with the lines of its own fields, where it has some. */
function linesFor(name: string): string[] {
  const inner = fieldsAt([name]);
  return inner.length ? [`${name}:`, ...inner.map(field => `  ${field.name}: ${GAP}`)] : [`${name}: ${GAP}`];
}

function emptyValue(name: string): Node {
  const inner = fieldsAt([name]);
  return inner.length ? newMap(inner.map(field => ({ key: newWord(field.name), value: newNothing('') }))) : newNothing('');
}

/** In front of the first field of an entry, on the line of its dash too. */
function inFront({ pairs: [first] }: MapNode, names: readonly string[], { record: { text } }: Inspection): TextEdit[] {
  if (!first) return [];
  const at = first.key.start;
  const between = lineBreakOf(text) + ' '.repeat(at - lineStartAt(text, at));
  return [{ start: at, end: at, text: names.map(name => `${name}: ${GAP}${between}`).join('') }];
}
