import { parseArgs } from 'node:util';
import { alternatives, didYouMean } from '../text/did-you-mean';
import { UsageError } from './usage-error';

/** One option of a command, as its help tells it and as its values are read. */
export interface Option {
  help: string;
  /** What stands for its value in the help, such as FILE. Without it the option is a switch. */
  value?: string;
  /** The only values that it takes. */
  choices?: readonly string[];
  default?: string;
  repeatable?: boolean;
}

export type Options = Readonly<Record<string, Option>>;

/** What a command was called with. */
export class Arguments {
  constructor(readonly positionals: readonly string[], private readonly options: Options, private readonly given: ReadonlyMap<string, readonly string[]>) {}

  has(name: string): boolean {
    return this.given.has(name);
  }

  /** The value of an option (the last one, where it was given twice), or its default. */
  value(name: string): string | undefined {
    return this.given.get(name)?.at(-1) ?? this.options[name]?.default;
  }

  values(name: string): readonly string[] {
    return this.given.get(name) ?? [];
  }
}

/** Options that every command has. */
export const COMMON_OPTIONS: Options = { help: { help: 'show this help' } };

/** Reads what stands behind the name of a command. Throws a UsageError that says what is wrong, and what may be meant. */
export function readArguments(command: string, args: readonly string[], own: Options): Arguments {
  const options = { ...own, ...COMMON_OPTIONS };
  const { tokens } = parseArgs({
    args: [...args], strict: false, allowPositionals: true, tokens: true,
    options: {
      ...Object.fromEntries(Object.entries(options).map(([name, { value }]) => [name, { type: value ? 'string' as const : 'boolean' as const }])),
      help: { type: 'boolean', short: 'h' },
    },
  });
  const given = new Map<string, string[]>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (!option) throw new UsageError(`'${command}' has no option '${token.rawName}'.${didYouMean(token.name, Object.keys(options)).replace(" '", " '--")}`);
    given.set(token.name, [...(given.get(token.name) ?? []), checkedValue(token, option)]);
  }
  return new Arguments(positionals, options, given);
}

function checkedValue({ rawName, value, inlineValue }: { rawName: string; value?: string; inlineValue?: boolean }, option: Option): string {
  if (!option.value) {
    if (value !== undefined) throw new UsageError(`'${rawName}' takes no value.`);
    return '';
  }
  const what = option.choices ? alternatives(option.choices) : option.value;
  // What looks like the next option is not taken for a value, unless it is written `--option=-value`.
  if (value === undefined || value === '' || (value.startsWith('-') && !inlineValue)) throw new UsageError(`'${rawName}' needs a value: ${what}.`);
  if (option.choices && !option.choices.includes(value)) throw new UsageError(`'${rawName}' takes ${what}, not '${value}'.${didYouMean(value, option.choices)}`);
  return value;
}
