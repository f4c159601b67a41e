import { SaxesParser } from 'saxes';
import { Unreadable } from '../table/cells';

/** What is told of an XML document, in its order. Names are without their prefixes. */
export interface XmlListener {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(text: string): void;
}

/** Deeper, and with more attributes, than anything that spreadsheet programs write: what goes beyond was made to do harm. */
const MOST_DEPTH = 100;
const MOST_ATTRIBUTES = 200;

/** Characters that are read at one time. */
const AT_ONCE = 1 << 16;

/**
 * Reads an XML document. Entities of its own are not expanded and nothing outside it is looked at: a document that has such is refused,
 * spreadsheet programs write none. Throws an Unreadable where it is broken.
 */
export function readXml(bytes: Uint8Array, listener: XmlListener): void {
  const parser = new SaxesParser();
  let [depth, attributeCount] = [0, 0];
  parser.on('doctype', () => { throw new Unreadable('it holds definitions of its own, which no spreadsheet program writes; nothing of it was read.'); });
  parser.on('error', () => { throw new Unreadable('it is damaged: its text cannot be read.'); });
  parser.on('opentagstart', () => {
    attributeCount = 0;
    if (++depth > MOST_DEPTH) throw new Unreadable(UNLIKE_ANY);
  });
  parser.on('attribute', () => { if (++attributeCount > MOST_ATTRIBUTES) throw new Unreadable(UNLIKE_ANY); });
  parser.on('opentag', ({ name, attributes }) => listener.open(local(name), attributesOf(attributes)));
  parser.on('closetag', ({ name }) => {
    depth--;
    listener.close(local(name));
  });
  parser.on('text', text => listener.text(text));
  parser.on('cdata', text => listener.text(text));
  const decoder = new TextDecoder();
  for (let at = 0; at < bytes.length; at += AT_ONCE) parser.write(decoder.decode(bytes.subarray(at, at + AT_ONCE), { stream: at + AT_ONCE < bytes.length }));
  parser.close();
}

const UNLIKE_ANY = 'it is not as any spreadsheet program writes it; nothing of it was read.';

function attributesOf(attributes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [local(name), value]));
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
