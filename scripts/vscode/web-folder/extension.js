// Files in memory, as the server of the tests hands them out; what is written to them is forgotten with the page.
const vscode = require('vscode');

/** A file system whose folders follow from the paths of its files, and from what was made empty. */
class Files {
  constructor(files) {
    this.files = new Map(Object.entries(files).map(([path, text]) => [path, { time: 1, bytes: new TextEncoder().encode(text) }]));
    this.folders = new Set(['/']);
    for (const path of this.files.keys()) this.makeFolders(path);
    this.changes = new vscode.EventEmitter();
    this.onDidChangeFile = this.changes.event;
  }

  makeFolders(path) {
    const folders = [];
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) folders.push(path.slice(0, end));
    const file = folders.find(folder => this.files.has(folder));
    if (file) throw vscode.FileSystemError.FileNotADirectory(file);
    for (const folder of folders) this.folders.add(folder);
  }

  tell(type, uri) {
    this.changes.fire([{ type, uri }]);
  }

  file(uri) {
    const file = this.files.get(uri.path);
    if (!file) throw vscode.FileSystemError.FileNotFound(uri);
    return file;
  }

  watch() {
    return new vscode.Disposable(() => {});
  }

  stat(uri) {
    if (this.folders.has(uri.path)) return { type: vscode.FileType.Directory, ctime: 1, mtime: 1, size: 0 };
    const { time, bytes } = this.file(uri);
    return { type: vscode.FileType.File, ctime: 1, mtime: time, size: bytes.length };
  }

  readDirectory(uri) {
    const inside = uri.path === '/' ? '/' : `${uri.path}/`;
    const namesIn = paths => [...paths].filter(path => path !== '/' && path.startsWith(inside) && !path.slice(inside.length).includes('/')).map(path => path.slice(inside.length));
    return [...namesIn(this.files.keys()).map(name => [name, vscode.FileType.File]), ...namesIn(this.folders).map(name => [name, vscode.FileType.Directory])];
  }

  readFile(uri) {
    return this.file(uri).bytes;
  }

  writeFile(uri, bytes) {
    const before = this.files.get(uri.path);
    this.makeFolders(uri.path);
    this.files.set(uri.path, { time: (before?.time ?? 0) + 1, bytes });
    this.tell(before ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created, uri);
  }

  createDirectory(uri) {
    this.makeFolders(`${uri.path}/`);
    this.tell(vscode.FileChangeType.Created, uri);
  }

  delete(uri) {
    const isGone = path => path === uri.path || path.startsWith(`${uri.path}/`);
    for (const path of [...this.files.keys()]) if (isGone(path)) this.files.delete(path);
    for (const path of [...this.folders]) if (isGone(path)) this.folders.delete(path);
    this.tell(vscode.FileChangeType.Deleted, uri);
  }

  rename(from, to) {
    this.writeFile(to, this.readFile(from));
    this.delete(from);
  }
}

exports.activate = async function activate({ extensionUri, subscriptions }) {
  const files = await (await fetch(vscode.Uri.joinPath(extensionUri, 'files.json').toString(true))).json();
  subscriptions.push(vscode.workspace.registerFileSystemProvider('web-folder', new Files(files), { isCaseSensitive: true }));
};
