import fs from 'node:fs';
import path from 'node:path';
import { folderWith, runProgram } from './run';

/**
 * A scenario is a text file: what it shows, the files there are, and command lines with what each prints. Parts begin with a line
 * `-- NAME --`: a file's name, or `$ COMMAND LINE` (what it prints on standard output), then, for that command, `stdin`, `stderr`
 * and `status`. `␛` stands for the escape character.
 */
export interface Scenario {
  about: string;
  files: Record<string, string>;
  runs: Run[];
}

export interface Run {
  command: string;
  stdin?: string;
  stdout: string;
  stderr: string;
  status: string;
}

export function parseScenario(text: string): Scenario {
  const [about = '', ...parts] = text.split(/^-- (.+) --\n/m);
  const scenario: Scenario = { about, files: {}, runs: [] };
  for (let i = 0; i < parts.length; i += 2) {
    const name = parts[i]!;
    const content = parts[i + 1]!;
    const run = scenario.runs.at(-1);
    if (name.startsWith('$ ')) scenario.runs.push({ command: name.slice(2), stdout: content, stderr: '', status: '0\n' });
    else if (run && (name === 'stdin' || name === 'stderr' || name === 'status')) run[name] = content;
    else scenario.files[name] = content;
  }
  return scenario;
}

export function writeScenario({ about, files, runs }: Scenario): string {
  const part = (name: string, content: string | undefined) => (content === undefined ? '' : `-- ${name} --\n${content}`);
  const written = runs.map(run => part(`$ ${run.command}`, run.stdout) + part('stdin', run.stdin) + part('stderr', run.stderr || undefined) + part('status', run.status));
  return about + Object.entries(files).map(([name, content]) => part(name, content)).join('') + written.join('');
}

/** The scenario with what its commands print in truth. */
export async function playScenario(scenario: Scenario): Promise<Scenario> {
  const cwd = folderWith(scenario.files);
  const runs: Run[] = [];
  for (const run of scenario.runs) {
    const { args, env } = parseCommand(run.command);
    const { stdout, stderr, status } = await runProgram(args, { cwd, stdin: run.stdin, env });
    runs.push({ ...run, stdout: shown(stdout), stderr: shown(stderr), status: `${status}\n` });
  }
  return { ...scenario, runs };
}

/** `NAME=VALUE inspection-records ARGUMENT…`, as a shell would read it if it knew no quotes. */
function parseCommand(command: string): { args: string[]; env: Record<string, string> } {
  const words = command.split(' ');
  const at = words.indexOf('inspection-records');
  if (at < 0) throw new Error(`Not a command of ours: ${command}`);
  return { args: words.slice(at + 1), env: Object.fromEntries(words.slice(0, at).map(word => word.split('=') as [string, string])) };
}

/** Scenario files, by name. */
export function scenarioFiles(): string[] {
  return fs.readdirSync('test/cli/scenarios').filter(name => name.endsWith('.txt')).sort().map(name => path.join('test/cli/scenarios', name));
}

function shown(output: string): string {
  return output.replaceAll('\u001b', '␛');
}
