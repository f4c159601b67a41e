import ts from 'typescript';

/** The page about what a module exports, in Markdown, from its doc comments: functions first, in the order in which the module names them, then types. */
export function apiPage(file: string, introduction: string): string {
  const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile('tsconfig.json', name => ts.sys.readFile(name)).config, ts.sys, '.');
  const program = ts.createProgram([file, 'server/generated.d.ts'], options);
  const checker = program.getTypeChecker();
  const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(file)!)!);
  const declarations = exported.map(symbol => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol).declarations![0]! as Declaration);
  const functions = declarations.filter(ts.isFunctionDeclaration);
  const types = declarations.filter(declaration => !ts.isFunctionDeclaration(declaration));
  return `${introduction.trim()}

## Functions

${functions.map(functionPart).join('\n')}
## Types

${types.map(typePart).join('\n')}`;
}

type Declaration = ts.FunctionDeclaration | ts.InterfaceDeclaration | ts.TypeAliasDeclaration | ts.ClassDeclaration;

function functionPart(declaration: ts.FunctionDeclaration): string {
  const name = declaration.name!.text;
  const head = declaration.getText().slice(0, declaration.body!.getStart() - declaration.getStart()).trim();
  // What stands in for a parameter that is not given is told in words.
  const signature = head.replace(/^export /, '').replace(/(\w+): (\w+) = \w+\(\)/g, '$1?: $2');
  const tags = ts.getJSDocTags(declaration);
  const parameters = tags.filter(ts.isJSDocParameterTag).map(tag => `- \`${tag.name.getText()}\`: ${commentOf(tag)}\n`).join('');
  const thrown = tags.filter(ts.isJSDocThrowsTag).map(tag => `Throws a ${commentOf(tag)}.\n`).join('\n');
  return [`### ${name}\n`, `\`\`\`ts\n${signature}\n\`\`\`\n`, `${described(declaration)}\n`, parameters, thrown].filter(part => part !== '').join('\n');
}

function typePart(declaration: Exclude<Declaration, ts.FunctionDeclaration>): string {
  const name = declaration.name!.text;
  // How a class is made is nobody's business; of a type, the comments of its fields are part of it.
  const text = ts.isClassDeclaration(declaration) ? '' : `\`\`\`ts\n${declaration.getText().replace(/^export /, '')}\n\`\`\`\n`;
  const about = described(declaration);
  return [`### ${name}\n`, about && `${about}\n`, text].filter(part => part !== '').join('\n');
}

function described(declaration: Declaration): string {
  const [comment] = ts.getJSDocCommentsAndTags(declaration).filter(ts.isJSDoc);
  return comment ? commentOf(comment) : '';
}

/** On one line: where a comment breaks is up to the source. */
function commentOf(node: ts.JSDoc | ts.JSDocTag): string {
  return (ts.getTextOfJSDocComment(node.comment) ?? '').replace(/\s*\n\s*/g, ' ').trim();
}
