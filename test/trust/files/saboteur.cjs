// Loaded before the program (`node --require`). Counts what the program does to the files of the folder it runs in, and at the n-th
// time kills it, or lets the file system fail. Told by SABOTAGE, as JSON:
//   at      the number of the operation, from 1; without it nothing is disturbed
//   how     'kill', 'half' (writes the first half, then kills), an error code, or 'half ENOSPC' (writes the first half, then fails)
//   log     a file that gets a line for each operation when the program ends
//   faults  what of the program is broken on purpose: 'writes in place', 'leaves things behind', 'forgets modes', 'looks once',
//           'overlooks a full disk'
const fs = require('node:fs');
const path = require('node:path');

const { at, how, log, faults } = JSON.parse(process.env.SABOTAGE);
const real = { ...fs };
const folder = process.cwd();
const writable = new Set();
const operations = [];
let isInside = false;

const CHANGES = ['writeFileSync', 'writeSync', 'fchownSync', 'fchmodSync', 'fsyncSync', 'renameSync', 'linkSync', 'unlinkSync', 'rmSync', 'mkdirSync', 'appendFileSync', 'copyFileSync', 'truncateSync', 'ftruncateSync'];
const LOOKS = ['readFileSync', 'readdirSync', 'statSync', 'lstatSync', 'realpathSync', 'accessSync'];

const isHere = target => (typeof target === 'number' ? writable.has(target) : typeof target === 'string' && !path.relative(folder, path.resolve(target)).startsWith('..'));

function failure(code, name, target) {
  return Object.assign(new Error(`${code}: made up, ${name} '${target}'`), { code, syscall: name.replace('Sync', ''), path: String(target) });
}

/** Notes an operation; does what is to be done at this one. */
function step(kind, name, args) {
  operations.push(`${kind} ${name} ${typeof args[0] === 'number' ? '' : path.relative(folder, path.resolve(args[0]))}`);
  if (operations.length !== at) return;
  if (how.startsWith('half') && name === 'writeFileSync') real.writeSync(handleOf(args[0]), Buffer.from(args[1]).subarray(0, Math.ceil(Buffer.from(args[1]).length / 2)));
  if (how === 'kill' || how === 'half') process.kill(process.pid, 'SIGKILL');
  throw failure(how.replace('half ', ''), name, args[0]);
}

function handleOf(target) {
  return typeof target === 'number' ? target : real.openSync(target, 'w');
}

function wrap(kind, name) {
  fs[name] = (...args) => {
    if (isInside || !isHere(args[0])) return real[name](...args);
    step(kind, name, args);
    isInside = true;
    try {
      return real[name](...args);
    } finally {
      isInside = false;
    }
  };
  Object.assign(fs[name], real[name]);
}

for (const name of CHANGES) wrap('change', name);
for (const name of LOOKS) wrap('look', name);
fs.openSync = (file, flags = 'r', mode = 0o666) => {
  const isWriting = (typeof flags === 'number' ? (flags & (fs.constants.O_WRONLY | fs.constants.O_RDWR)) !== 0 : flags !== 'r') && !isInside && isHere(file);
  if (isWriting) step('change', 'openSync', [file]);
  const handle = real.openSync(file, flags, mode);
  if (isWriting) writable.add(handle);
  return handle;
};
fs.closeSync = handle => {
  if (writable.has(handle)) step('change', 'closeSync', [handle]);
  writable.delete(handle);
  return real.closeSync(handle);
};
fs.readFile = (file, ...rest) => {
  if (!isHere(file)) return real.readFile(file, ...rest);
  try {
    step('look', 'readFile', [file]);
  } catch (error) {
    return process.nextTick(rest.at(-1), error);
  }
  return real.readFile(file, ...rest);
};

const FAULTS = {
  'writes in place': () => {
    const put = fs.renameSync;
    fs.renameSync = (from, to) => {
      if (!isHere(to)) return put(from, to);
      const text = real.readFileSync(from);
      const handle = fs.openSync(to, 'w');
      for (const part of [text.subarray(0, text.length / 2), text.subarray(text.length / 2)]) fs.writeSync(handle, part);
      fs.closeSync(handle);
      real.rmSync(from);
    };
  },
  'leaves things behind': () => { fs.rmSync = fs.unlinkSync = () => {}; },
  'overlooks a full disk': () => {
    for (const name of ['writeSync', 'writeFileSync', 'fsyncSync']) {
      const whole = fs[name];
      fs[name] = (...args) => {
        try {
          return whole(...args);
        } catch (error) {
          if (error.code !== 'ENOSPC') throw error;
          return args[1]?.length;
        }
      };
    }
  },
  'forgets modes': () => { fs.fchmodSync = () => {}; },
  'looks once': () => {
    const first = new Map();
    fs.readFileSync = (file, ...rest) => {
      if (!isHere(file)) return real.readFileSync(file, ...rest);
      if (!first.has(file)) first.set(file, real.readFileSync(file, ...rest));
      return first.get(file);
    };
  },
};
for (const fault of faults ?? []) FAULTS[fault]();

if (log) process.on('exit', () => real.writeFileSync(log, operations.map(line => `${line}\n`).join('')));
