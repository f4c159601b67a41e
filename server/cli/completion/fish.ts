import { FUNCTION, PROGRAM, type CompletedCommand, type CompletedOption } from './model';

/** For fish 3 and later. */
export function fishScript(commands: readonly CompletedCommand[]): string {
  return `# Completion for fish: ${PROGRAM} completion fish > ~/.config/fish/completions/${PROGRAM}.fish
function _${FUNCTION}_has
  set -l words (commandline -opc)
  test (count $words) -gt 1; and test $words[2] = $argv[1]
end
complete -c ${PROGRAM} -f
${commands.map(({ name, does }) => `complete -c ${PROGRAM} -n 'test (count (commandline -opc)) -eq 1' -a ${name} -d ${quoted(does)}\n`).join('')}${commands.map(commandLines).join('')}`;
}

function commandLines({ name, options, positionals }: CompletedCommand): string {
  const start = `complete -c ${PROGRAM} -n '_${FUNCTION}_has ${name}'`;
  const behind = positionals === undefined ? '' : `${start} ${positionals === 'files' ? '-F' : `-a ${quoted(positionals.join(' '))}`}\n`;
  return behind + options.map(option => `${start} ${optionArguments(option)} -d ${quoted(option.help)}\n`).join('');
}

function optionArguments({ name, value, values }: CompletedOption): string {
  const long = `-l ${name}`;
  if (value === undefined) return long;
  return values === 'files' ? `${long} -r -F` : values ? `${long} -x -a ${quoted(values.join(' '))}` : `${long} -x`;
}

function quoted(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`;
}
