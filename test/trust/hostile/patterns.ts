import fs from 'node:fs';
import path from 'node:path';
import { analyse } from 'scslre';
import ts from 'typescript';

/** A regular expression as the source has it. */
export interface Pattern {
  /** `server/text/fold.ts` */
  file: string;
  source: string;
  flags: string;
}

/** Every regular expression that a source of ours has in it, and the places where one is made of a text. */
export function collectPatterns(folders: readonly string[]): { patterns: Pattern[]; made: string[] } {
  const patterns: Pattern[] = [];
  const made: string[] = [];
  for (const file of folders.flatMap(sourcesIn)) {
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf('/');
        patterns.push({ file, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
      }
      if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp') made.push(`${file}: ${node.getText()}`);
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(file, fs.readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true));
  }
  return { patterns, made };
}

function sourcesIn(folder: string): string[] {
  return fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts')).map(name => path.join(folder, name).split(path.sep).join('/')).sort();
}

/** How a pattern may take more than its share of time for some text: `Self`, `Trade` and `Move` as scslre calls them; none where it is not known to. */
export function waysToBeSlow({ source, flags }: Pick<Pattern, 'source' | 'flags'>): string[] {
  return analyse(new RegExp(source, flags)).reports.map(({ type, exponential }) => (exponential ? `${type}, exponential` : type));
}
