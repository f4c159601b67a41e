// What the type checker cannot see: forgotten promises, and who may import what.
import path from 'node:path';
import tseslint from 'typescript-eslint';

const root = import.meta.dirname;

/** The folders of server/, from the ground up. A file may import from its own folder and from the levels below: the command line also starts the language server. */
const ADAPTERS = ['lsp', 'cli'];
const LEVELS = [['text'], ['records'], ['reference'], ['rules'], ['findings'], ['features', 'workspace', 'summary', 'reports', 'import'], ['lsp', 'library'], ['cli']];
const levelOf = folder => LEVELS.findIndex(folders => folders.includes(folder));

/** Everything outside the project that may be imported, by the folder that may do so. Nothing else may. */
const OUTSIDE = {
  records: /^yaml$/,
  findings: /^picomatch(\/posix)?$/,
  summary: /^docx$/,
  import: /^(fflate|saxes|unpdf\/pdfjs)$/,
  lsp: /^(node:|vscode-uri$|vscode-languageserver(\/node|\/browser)?$)/,
  cli: /^(node:|vscode-|picomatch$|tinyglobby$)/,
  client: /^(vscode$|vscode-languageclient(\/node|\/browser)?$|morphdom$)/,
};

/** What is wrong with an import of `target` in `file`; undefined when it is allowed. Both as paths from the project's root. */
function complaint(file, target) {
  const [area, folder] = file.split('/');
  const [targetArea, targetFolder] = target.split('/');
  if (area === 'client') {
    return targetArea === 'client' || target === 'server/lsp/protocol' ? undefined : 'The client imports nothing of ours but server/lsp/protocol.ts.';
  }
  if (targetArea === 'schemas') return folder === 'reference' ? undefined : 'Only server/reference reads schemas/.';
  if (target === 'package.json') return ADAPTERS.includes(folder) ? undefined : 'The engine does not know its package.';
  if (targetArea !== 'server') return 'The server imports nothing of ours from outside server/.';
  if (targetFolder === folder) return undefined;
  return levelOf(targetFolder) < levelOf(folder) ? undefined : `Imports run downwards: ${folder} may not import from ${targetFolder}.`;
}

function complaintAboutPackage(file, name) {
  const [area, folder] = file.split('/');
  // What the build makes from schemas/ is reference data.
  if (name.startsWith('generated:')) return undefined;
  const allowed = OUTSIDE[area === 'client' ? 'client' : folder];
  return allowed?.test(name) ? undefined : `'${name}' may not be imported here; see OUTSIDE in eslint.config.mjs.`;
}

const imports = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const file = path.relative(root, context.filename).split(path.sep).join('/');
    const check = ({ source }) => {
      if (!source) return;
      const name = source.value;
      const message = name.startsWith('.') ? complaint(file, path.posix.join(path.posix.dirname(file), name)) : complaintAboutPackage(file, name);
      if (message) context.report({ node: source, message });
    };
    return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check, ImportExpression: check };
  },
};

export default tseslint.config(
  { ignores: ['dist/', 'out/', 'test-results/', '.cache/'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      'eqeqeq': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
    },
  },
  {
    files: ['server/**/*.ts', 'client/**/*.ts'],
    plugins: { project: { rules: { imports } } },
    rules: {
      'project/imports': 'error',
      'max-lines': ['error', 350],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // The engine runs anywhere, and the same text always gives the same answer.
    files: ['server/**/*.ts'],
    ignores: ADAPTERS.map(folder => `server/${folder}/**`),
    rules: {
      'no-restricted-globals': ['error', 'process', 'console', 'window', 'document', 'navigator', 'fetch', 'setTimeout', 'setInterval', 'performance', 'require'],
      'no-restricted-syntax': ['error',
        { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'The engine has no clock: it is handed the day.' },
        { selector: 'MemberExpression[object.name="Date"][property.name="now"]', message: 'The engine has no clock: it is handed the day.' },
        { selector: 'MemberExpression[object.name="Math"][property.name="random"]', message: 'The engine leaves nothing to chance.' }],
    },
  },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    languageOptions: { ecmaVersion: 'latest' },
    rules: { 'no-unused-vars': 'error', 'no-const-assign': 'error', 'prefer-const': 'error', 'eqeqeq': 'error' },
  },
);
