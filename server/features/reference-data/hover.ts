import type { Slice } from '../../records/slice';
import type { Hover } from '../hover';
import { placeAt } from '../place';
import { fieldText, shapeAt } from './shapes';

/** Explains the field at an offset of a file of reference data. */
export function hoverData(slice: Slice, offset: number): Hover | undefined {
  const { path, scalar, isKey } = placeAt(slice.record.root, offset);
  const shape = isKey ? shapeAt(path) : undefined;
  if (!scalar || !shape) return undefined;
  return { markdown: fieldText(scalar.text, shape, !!shapeAt(path.slice(0, -1))?.required?.includes(scalar.text)), span: { start: scalar.start, end: scalar.end } };
}
