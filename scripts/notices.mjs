// What our bundles hold of others, with the licences under which they may: dist/THIRD-PARTY-NOTICES.txt, made with every build.
import fs from 'node:fs';
import path from 'node:path';
import { root } from './cache.mjs';

/** Licences that ask for no more than to be handed on with the program. */
const ALLOWED = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'ISC', 'MIT', '(MIT AND Zlib)', '(MIT OR GPL-3.0-or-later)'];

/** Packages that come as one file, in which the packages that they depend on are. */
const WITH_DEPENDENCIES = ['docx'];

/** What a package holds of yet others, which are not installed. */
const HELD = {
  unpdf: [{ name: 'pdf.js', by: 'Mozilla and others (mozilla.github.io/pdf.js)', license: 'Apache-2.0', text: 'typescript/LICENSE.txt' }],
};

const HEAD = `Inspection Records is made with parts of the packages below, each under its own licence.

Its facts are public sector information licensed under the Open Government Licence v3.0
(nationalarchives.gov.uk/doc/open-government-licence/version/3): inspection reports and statistics of Ofsted,
codes and names of authorities by the Office for National Statistics.
`;

/** The folders of the packages that went into bundles, by what esbuild tells of these. */
function packagesIn(metafiles) {
  const inputs = metafiles.flatMap(({ outputs }) => Object.values(outputs).flatMap(output => Object.entries(output.inputs)));
  const folders = inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([file]) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1]);
  const found = new Set(folders.filter(folder => folder !== undefined));
  for (const name of WITH_DEPENDENCIES) if (found.has(`node_modules/${name}`)) addDependencies(`node_modules/${name}`, found);
  return [...found].sort();
}

function addDependencies(folder, found) {
  const { dependencies = {} } = JSON.parse(read(folder, 'package.json'));
  for (const name of Object.keys(dependencies).filter(each => !each.startsWith('@types/'))) {
    const other = [`${folder}/node_modules/${name}`, `node_modules/${name}`].find(place => fs.existsSync(path.join(root, place)));
    if (other === undefined || found.has(other)) continue;
    found.add(other);
    addDependencies(other, found);
  }
}

function read(...file) {
  return fs.readFileSync(path.join(root, ...file), 'utf8').replace(/\r\n/g, '\n').trim();
}

/** The words of a licence, for packages that name it and come without them. */
const WORDS = {
  ISC: `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted,
provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED
WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR
CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT,
NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`,
};

function licenceText(folder, { license, author }) {
  const name = fs.readdirSync(path.join(root, folder)).find(file => /^licen[cs]e(\.|$)/i.test(file));
  if (name) return read(folder, name);
  if (!WORDS[license] || !author) throw new Error(`${folder} comes without its licence.`);
  return `Copyright ${author.name ?? author}\n\n${WORDS[license]}`;
}

function section({ name, by, license, text }) {
  if (!ALLOWED.includes(license)) throw new Error(`${name} is licensed as ${license}; scripts/notices.mjs says what is allowed.`);
  const title = `${name} (${license})`;
  return `\n\n${'-'.repeat(78)}\n${title}${by ? `, by ${by}` : ''}\n\n${text}\n`;
}

/** The notices for bundles, of which esbuild has made `metafiles`. Throws where a package may not be bundled, or has no licence with it. */
export function noticesFor(metafiles) {
  const sections = packagesIn(metafiles).flatMap(folder => {
    const manifest = JSON.parse(read(folder, 'package.json'));
    const { name, version, license } = manifest;
    const held = (HELD[name] ?? []).map(other => section({ ...other, name: `${other.name}, in ${name}`, text: read('node_modules', other.text) }));
    return [section({ name: `${name} ${version}`, license, text: licenceText(folder, manifest) }), ...held];
  });
  return HEAD + sections.join('');
}
