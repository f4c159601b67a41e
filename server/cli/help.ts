import { alternatives } from '../text/did-you-mean';
import { COMMON_OPTIONS, type Option } from './arguments';
import type { Command } from './command';
import { COMMANDS } from './commands';

/** What `--help` says without a command. */
export function helpOnAll(): string {
  const rows = Object.entries(COMMANDS).map(([name, { takes, does }]) => [`${name} ${takes}`.trimEnd(), does] as const);
  return `Checks records of children's services inspections, and shows what they say.

Usage: inspection-records COMMAND [OPTION…] [PATH…]

Commands:
${table(rows)}
'inspection-records COMMAND --help' says more of each. 'inspection-records --version' says which version this is.
`;
}

/** What `--help` says of one command. */
export function helpOn(name: string, { takes, does, about, options }: Command): string {
  const rows = Object.entries({ ...options, ...COMMON_OPTIONS }).map(([option, described]) => [synopsis(option, described), help(described)] as const);
  return `inspection-records ${name}: ${does}.

Usage: inspection-records ${name} [OPTION…] ${takes}`.trimEnd() + `

${about}

Options:
${table(rows)}`;
}

function synopsis(name: string, { value }: Option): string {
  return value ? `--${name} ${value}` : `--${name}`;
}

function help({ help, choices, default: usual, repeatable }: Option): string {
  const values = choices ? `: ${alternatives(choices)}` : '';
  return help + values + (usual ? ` (default ${usual})` : '') + (repeatable ? ' (may be repeated)' : '');
}

function table(rows: readonly (readonly [string, string])[]): string {
  const wide = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(wide)}  ${right}\n`).join('');
}
