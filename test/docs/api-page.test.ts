import assert from 'node:assert/strict';
import fs from 'node:fs';
import { apiPage } from './api-page';

// docs/api.md is made from the doc comments of the public entry. UPDATE_GOLDEN=1 writes it anew.
const PAGE = 'docs/api.md';

const INTRODUCTION = `# The library

The package is a library too: everything that the editor and the command line know, for programs. It is plain JavaScript (ES modules, with types) and needs nothing of Node: it runs in browsers
and workers as well. What is not used of it can be left out by a bundler.

\`\`\`js
import { checkText } from 'inspection-records';

for (const { range, message } of checkText(text, { today: '2026-11-21' })) console.log(range.start.line + 1, message);
\`\`\`

Texts are YAML, with one record or several. Lines and characters count from 0, characters in UTF-16 units. Dates are calendar dates, \`YYYY-MM-DD\`. Functions have no state, no clock and no
effects. The folder \`examples\` has programs to start from. The JSON Schema of a record is \`inspection-records/inspection-record.schema.json\`.

This page is made from the comments in \`server/library\`.
`;

describe('the page about the library', () => {
  it('is what the comments of the public entry say', () => {
    const page = apiPage('server/library/index.ts', INTRODUCTION);
    if (process.env.UPDATE_GOLDEN) fs.writeFileSync(PAGE, page);
    assert.equal(fs.readFileSync(PAGE, 'utf8'), page);
  });

  it('tells of every function, and each has a comment', () => {
    const page = fs.readFileSync(PAGE, 'utf8');
    const parts = page.split(/^### /m).slice(1).filter(part => part.includes('function '));
    assert.ok(parts.length > 10);
    for (const part of parts) assert.match(part, /^\w+\n\n```ts\nfunction [^]*?\n```\n\n[A-Z].{20,}/);
  });
});
