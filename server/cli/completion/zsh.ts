import { FUNCTION, PROGRAM, type CompletedCommand, type CompletedOption, type Values } from './model';

/** For zsh: as a file of the `fpath`, or to be sourced. */
export function zshScript(commands: readonly CompletedCommand[]): string {
  return `#compdef ${PROGRAM}
# Completion for zsh. In ~/.zshrc, below compinit: source <(${PROGRAM} completion zsh)
${FUNCTION}() {
  if (( CURRENT == 2 )); then
    local -a commands=(
${commands.map(({ name, does }) => `      ${quoted(`${name}:${does}`)}\n`).join('')}    )
    _describe command commands
    return
  fi
  shift words
  (( CURRENT-- ))
  case $words[1] in
${commands.map(commandCase).join('')}  esac
}
if [[ $funcstack[1] == ${FUNCTION} ]]; then ${FUNCTION} "$@"; else compdef ${FUNCTION} ${PROGRAM}; fi
`;
}

function commandCase({ name, takes, options, positionals }: CompletedCommand): string {
  const specifications = [...options.map(optionSpecification), ...(positionals ? [`*:${action(takes, positionals)}`] : [])];
  return `    ${name})\n      _arguments${specifications.map(each => ` \\\n        ${quoted(each)}`).join('')} ;;\n`;
}

function optionSpecification({ name, help, value, values, isRepeatable }: CompletedOption): string {
  const described = `${isRepeatable ? '*' : ''}--${name}${value === undefined ? '' : '='}[${help.replace(/[[\]:\\]/g, '\\$&')}]`;
  return value === undefined ? described : `${described}:${action(value, values)}`;
}

/** What a word is called in the help (an empty name would mean something else to zsh), and the words that it may be. */
function action(name: string, values: Values | undefined): string {
  return `${name}:${values === undefined ? '' : values === 'files' ? '_files' : `(${values.join(' ')})`}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
