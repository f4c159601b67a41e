import { parseDate } from '../../reference/calendar';
import { fieldAt, type Field } from '../../reference/fields';
import { scalarText } from '../../rules/scalar-text';
import { codeBlock, codeSpan, escapeMarkdown } from '../../text/markdown';
import type { Path } from '../place';
import { page } from './page';

/** What a field of the format is for, whether it must be there, and how it is written; undefined for a key that is no field. */
export function fieldHover(path: Path): string | undefined {
  const field = fieldAt(path);
  return field && page(
    `**${escapeMarkdown(field.title)}**${field.required ? ' — required' : ''}`,
    escapeMarkdown(field.description),
    field.values.length ? `One of: ${field.values.map(codeSpan).join(', ')}` : undefined,
    example(field),
  );
}

function example({ name, examples: [value] }: Field): string | undefined {
  return value === undefined ? undefined : `Example:\n\n${codeBlock(entry(name, value).join('\n'), 'yaml')}`;
}

function entry(key: string, value: unknown): string[] {
  const lines = asYaml(value);
  return typeof value === 'object' ? [`${scalarText(key, 'plain', false)}:`, ...indented(lines)] : [`${key}: ${lines.join('')}`];
}

/** The lines of a value as people write it. */
function asYaml(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(item => indented(asYaml(item), '- '));
  if (typeof value === 'object' && value) return Object.entries(value).flatMap(([key, child]) => entry(key, child));
  const text = String(value);
  return [typeof value === 'string' && !parseDate(text) ? scalarText(text, 'plain', false) : text];
}

function indented(lines: string[], first = '  '): string[] {
  return lines.map((line, index) => (index === 0 ? first : '  ') + line);
}
