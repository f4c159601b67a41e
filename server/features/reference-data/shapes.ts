import { dataShape, resolveShape, type Shape } from '../../reference/data-shape';
import { codeBlock, escapeMarkdown } from '../../text/markdown';
import { page } from '../hover/page';
import type { Path } from '../place';

/** What belongs at a path of a file of reference data; undefined where nothing does. */
export function shapeAt(path: Path): Shape | undefined {
  return path.reduce<Shape | undefined>((shape, step) => {
    const next = typeof step === 'number' ? shape?.items : shape?.properties && Object.hasOwn(shape.properties, step) ? shape.properties[step] : undefined;
    return next && resolveShape(next);
  }, dataShape);
}

/** What a field is for, with an example. Markdown. */
export function fieldText(name: string, { description, examples }: Shape, isRequired: boolean): string {
  const example = examples?.length ? codeBlock(`${name}: ${JSON.stringify(examples[0])}`, 'yaml') : undefined;
  return page(`**${escapeMarkdown(name)}**${isRequired ? ' — required' : ''}`, description && escapeMarkdown(description), example);
}
