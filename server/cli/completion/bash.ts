import { FUNCTION, PROGRAM, type CompletedCommand, type Values } from './model';

/**
 * For bash 3.2 and later. To bash `--option=value` is three words, unless its user decided otherwise, and so is `rule=severity`: they
 * are put together first, and what is offered is cut to what stands in the place of the last of them.
 */
export function bashScript(commands: readonly CompletedCommand[]): string {
  return `# Completion for bash. In ~/.bashrc: eval "$(${PROGRAM} completion bash)"
${FUNCTION}() {
  local words=() word value before='' list='' files='' found isJoined='' known='' add=''
  for word in "\${COMP_WORDS[@]:0:COMP_CWORD+1}"; do
    if [[ \${#words[@]} -gt 0 && ( $word == '=' || $isJoined ) ]]; then words[\${#words[@]}-1]+=$word; else words+=("$word"); fi
    isJoined=''
    if [[ $word == '=' ]]; then isJoined=1; fi
  done
  if [[ $word == '=' ]]; then word=''; fi
  value=\${words[\${#words[@]}-1]}
  if [[ $value == --*=* ]]; then before=\${value%%=*}; value=\${value#*=}; else before=\${words[\${#words[@]}-2]}; fi
  if [[ \${#words[@]} -le 2 ]]; then list=${quoted(commands.map(({ name }) => name).join(' '))}
  else
    case "\${words[1]} $before" in
${commands.flatMap(optionCases).join('')}      *) case "\${words[1]} $value" in
${commands.flatMap(wordCases).join('')}      esac ;;
    esac
  fi
  if [[ $value == *"$word" ]]; then known=\${value%"$word"}; else add="$before="; fi
  COMPREPLY=()
  if [[ $files ]]; then
    compopt -o filenames 2>/dev/null
    while IFS= read -r found; do COMPREPLY+=("$found"); done < <(compgen -f -- "$word")
  else
    while IFS= read -r found; do COMPREPLY+=("$add\${found#"$known"}"); done < <(compgen -W "$list" -- "$value")
  fi
}
complete -F ${FUNCTION} ${PROGRAM}
`;
}

/** What may stand behind each option that takes a value. */
function optionCases({ name, options }: CompletedCommand): string[] {
  return options.filter(({ value }) => value !== undefined).map(option => `      ${quoted(`${name} --${option.name}`)})${offer(option.values)} ;;\n`);
}

/** What else may stand there: options, and what the command takes. */
function wordCases({ name, options, positionals }: CompletedCommand): string[] {
  const dashed = `        ${quoted(`${name} -`)}*) list=${quoted(options.map(option => `--${option.name}`).join(' '))} ;;\n`;
  return positionals ? [dashed, `        ${quoted(`${name} `)}*)${offer(positionals)} ;;\n`] : [dashed];
}

function offer(values: Values | undefined): string {
  return values === undefined ? '' : values === 'files' ? ' files=1' : ` list=${quoted(values.join(' '))}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
