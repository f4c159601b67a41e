import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

const page = fs.readFileSync('SECURITY.md', 'utf8');

/** The files of tests and of scripts that the page names. */
const named = [...new Set([...page.matchAll(/`(?:node )?((?:test|scripts)\/[\w./-]+)`/g)].map(([, name]) => name!))];

describe('the page about security', () => {
  it('names tests that there are', () => {
    assert.ok(named.length >= 15);
    for (const name of named.filter(each => each.startsWith('test/') && !each.endsWith('differences.ts'))) {
      const files = name.endsWith('.ts') ? [name] : fs.readdirSync(name, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.test.ts')).map(file => path.join(name, file));
      assert.ok(files.some(file => /\b(?:it|trial)\(/.test(fs.readFileSync(file, 'utf8'))), `${name} has no test`);
    }
    for (const name of named.filter(each => each.startsWith('scripts/'))) assert.ok(fs.existsSync(name), name);
  });

  it('tells of every harness', () => {
    const harnesses = fs.readdirSync('test/trust', { withFileTypes: true }).filter(entry => entry.isDirectory() && entry.name !== 'cases').map(({ name }) => `test/trust/${name}`);
    assert.deepEqual(harnesses.filter(harness => !named.some(name => name === harness || name.startsWith(`${harness}/`))), []);
  });

  it('has a test behind each promise', () => {
    const promises = page.split('\n').filter(line => line.startsWith('| **'));
    assert.ok(promises.length >= 8);
    assert.deepEqual(promises.filter(line => !/\| `test\/[^|]+\|$/.test(line)), []);
  });
});
