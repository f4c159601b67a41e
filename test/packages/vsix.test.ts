import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { DESKTOP, unpackExtension, WEB } from './unpacked';

/** In bytes, for each; what reads PDF counts apart: it is larger than all the rest, and is loaded only when a report is imported. */
const BUDGET = 700_000;
const READER_OF_PDF = { file: 'dist/pdfjs.mjs', budget: 520_000 };

/** What there is of each: the programs, and the field of package.json that names the first. */
const PACKAGES = [
  { file: DESKTOP, programs: ['dist/client.js', 'dist/server.js', 'dist/read-source.mjs', 'dist/pdfjs.mjs'], entry: 'main', without: 'browser', others: /\.browser\.js$/ },
  { file: WEB, programs: ['dist/client.browser.js', 'dist/server.browser.js'], entry: 'browser', without: 'main', others: /^dist\/(client|server)\.js$|\.mjs$/ },
] as const;

/** All that may be in a package. */
const WANTED = /^(package\.json|(readme|changelog)\.md|LICENSE\.txt|dist\/[\w.-]+\.(m?js|txt)|dist\/media\/.*|docs\/rules\/[\w-]+\.md|images\/.*|media\/walkthrough\/.*|syntaxes\/.*|samples\/kirklees\.inspection\.yaml)$/;

interface Manifest {
  main?: string;
  browser?: string;
  [field: string]: unknown;
  icon: string;
  license: string;
  extensionKind: string[];
  capabilities: { untrustedWorkspaces: { supported: boolean }; virtualWorkspaces: boolean };
  categories: string[];
  keywords: string[];
  galleryBanner: { color: string };
  contributes: {
    commands: { command: string; title: string }[];
    grammars: { path: string }[];
    languages: { configuration: string; icon: { light: string; dark: string } }[];
    walkthroughs: { id: string; title: string; description: string; steps: Step[] }[];
  };
}

interface Step { id: string; title: string; description: string; media: { svg: string; altText: string }; completionEvents: string[] }

// What people download: made by scripts/package.mjs before these tests.
for (const { file, programs, entry, without, others } of PACKAGES) describe(`the packaged extension: ${file}`, () => {
  let folder: string;
  let manifest: Manifest;
  before(() => {
    folder = unpackExtension(file);
    manifest = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest;
  });
  after(() => fs.rmSync(folder, { recursive: true }));

  const files = () => fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile()).map(entry => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
  const isThere = (file: string) => fs.existsSync(path.join(folder, file));

  it('is no larger than it has to be', () => {
    const { size } = fs.statSync(file);
    const reader = isThere(READER_OF_PDF.file) ? deflateRawSync(fs.readFileSync(path.join(folder, READER_OF_PDF.file))).length : 0;
    assert.ok(reader <= READER_OF_PDF.budget, `what reads PDF has ${reader} bytes`);
    assert.ok(size - reader <= BUDGET, `without what reads PDF it has ${size - reader} bytes`);
  });

  it('holds what it refers to, and nothing for developers', () => {
    const { contributes: { grammars, languages, walkthroughs } } = manifest;
    const named = [manifest.icon, ...grammars.map(grammar => grammar.path), ...languages.flatMap(({ configuration, icon }) => [configuration, icon.light, icon.dark]), ...walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.svg))];
    for (const name of [...named, ...programs, 'readme.md', 'changelog.md', 'LICENSE.txt']) assert.ok(isThere(name), name);
    assert.deepEqual(files().filter(name => !WANTED.test(name) || others.test(name)), []);
    assert.equal(path.posix.normalize(String(manifest[entry])), programs[0]);
    for (const field of [without, 'scripts', 'devDependencies', 'exports']) assert.ok(!(field in manifest), field);
  });

  it('says what the gallery and VS Code want to know', () => {
    const { icon, license, categories, keywords, galleryBanner, extensionKind, capabilities } = manifest;
    assert.ok(icon && license === 'MIT' && categories.includes('Programming Languages') && keywords.length <= 30 && /^#\w{6}$/.test(galleryBanner.color));
    assert.deepEqual([extensionKind, capabilities], [['workspace', 'ui'], { untrustedWorkspaces: { supported: true }, virtualWorkspaces: true }]);
    // 128 by 128 at least: the width and height of a PNG stand behind its first chunk's name.
    const picture = fs.readFileSync(path.join(folder, icon));
    assert.ok(picture.readUInt32BE(16) >= 128 && picture.readUInt32BE(20) >= 128);
  });

  it('has a README for its users, without links or pictures that lead nowhere', () => {
    const readme = fs.readFileSync(path.join(folder, 'readme.md'), 'utf8');
    assert.match(readme, /^# Inspection Records\n/);
    assert.match(readme, /^## Use$/m);
    assert.doesNotMatch(readme, /npm (start|test|ci)/);
    for (const [, target] of readme.matchAll(/\]\((?![a-z]+:|#)([^)]+)\)/g)) assert.ok(isThere(target!), target);
  });

  it('has one walkthrough of six steps, whose commands there are and whose pictures are told in words', () => {
    const [{ steps }, ...more] = manifest.contributes.walkthroughs as [Manifest['contributes']['walkthroughs'][number]];
    assert.deepEqual([more.length, steps.length], [0, 6]);
    const own = manifest.contributes.commands.map(({ command }) => command);
    for (const { description, media, completionEvents } of steps) {
      const commands = [...description.matchAll(/\(command:(?:toSide:)?([\w.]+)\)/g)].map(([, command]) => command!);
      assert.ok(commands.length > 0);
      for (const command of [...commands, ...completionEvents.map(event => event.replace(/^onCommand:/, ''))]) assert.ok(!command.startsWith('inspectionRecords.') || own.includes(command), command);
      assert.ok(media.altText.length > 20);
      const picture = fs.readFileSync(path.join(folder, media.svg), 'utf8');
      assert.doesNotMatch(picture, /<script|href=|url\(/);
    }
  });
});
