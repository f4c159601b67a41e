import type { Finding } from '../findings/finding';
import { fieldsAt, ONE_OF_THESE, type Field } from '../reference/fields';
import { problemsOf } from './record';
import type { GuideView, Need } from './view';

/** What is shown where a text is no record, or not yet: what one needs, with what is wrong. */
export function viewGuide(findings: readonly Finding[]): GuideView {
  return {
    kind: 'guide',
    title: 'No inspection record yet',
    shortTitle: 'No record yet',
    intro: 'A record tells of one inspection, visit or review. It begins with these fields; of the days, those of the fieldwork or that of publication are enough.',
    needs: fieldsAt([]).filter(isNeeded).map(need),
    problems: problemsOf(findings),
  };
}

function isNeeded({ name, required }: Field): boolean {
  return required || ONE_OF_THESE.includes(name);
}

function need({ name, title, description, examples }: Field): Need {
  return { name: title, description, example: inYaml(name, examples[0]) };
}

function inYaml(name: string, value: unknown, indent = ''): string {
  if (typeof value !== 'object' || value === null) return `${indent}${name}: ${String(value)}`;
  return [`${indent}${name}:`, ...Object.entries(value).map(([key, child]) => inYaml(key, child, `${indent}  `))].join('\n');
}
