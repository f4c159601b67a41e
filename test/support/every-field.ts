import { fieldsAt } from '../../server/reference/fields';

/** A record in which a text stands in every field of the format, and as the name of a judgement. */
export function recordOf(text: string): string {
  const written = JSON.stringify(text);
  const write = (path: (string | number)[], indent: string): string => fieldsAt(path).map(({ name, types }) => {
    const inside = fieldsAt([...path, name]);
    if (name === 'judgements') return `${indent}judgements:\n${indent}  ? ${written}\n${indent}  :\n${write(['judgements', ''], `${indent}    `)}`;
    if (name === 'says') return `${indent}says:\n${indent}  published: ${written}\n${indent}  ${written}: ${written}\n`;
    if (types.includes('array') && fieldsAt([...path, name, 0]).length && name !== 'fieldwork') return `${indent}${name}:\n${indent}  -\n${write([...path, name, 0], `${indent}    `)}`;
    return inside.length ? `${indent}${name}:\n${write([...path, name], `${indent}  `)}` : `${indent}${name}: ${written}\n`;
  }).join('');
  return write([], '');
}
