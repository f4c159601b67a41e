import { RecordStream, type TextChange } from '../../../server/records/stream';
import { Slice } from '../../../server/records/slice';
import { AmongOthers } from '../../../server/workspace/among';
import { previewRequest, type PreviewResult } from '../../../server/lsp/protocol';
import type { Wire } from './wire';

// Faults that are planted to see whether they are found. Those of messages sit on the wire; those of the engine are in this process only, and are taken out again.

type Changing = { textDocument: { version: number }; contentChanges: { text: string }[] };

/** A wire on which some of what is sent and answered becomes something else. `number` counts what was sent or asked by a method, from 1. */
function tampered(wire: Wire, { sent = params => params, answered = answer => answer }: {
  /** Undefined where it is lost. */
  sent?: (params: unknown, method: string, number: number) => unknown;
  answered?: (answer: unknown, method: string, number: number) => unknown;
}): Wire {
  const counts = new Map<string, number>();
  const count = (method: string) => { counts.set(method, (counts.get(method) ?? 0) + 1); return counts.get(method)!; };
  return {
    request: async (method, params, token) => { const number = count(method); return answered(await wire.request(method, params, token), method, number) as never; },
    notify(method, params) {
      const changed = sent(params, method, count(method));
      if (changed !== undefined) wire.notify(method, changed);
    },
    hear: (method, handle) => wire.hear(method, handle),
  };
}

/** Every so many edits, one is another one. */
const OFTEN = 7;

const isEdit = (method: string, number: number) => method === 'textDocument/didChange' && number % OFTEN === 0;

/** What goes wrong between an editor and the server, by what one would say of it. */
export const WIRE_FAULTS: Readonly<Record<string, (wire: Wire) => Wire>> = {
  'an edit is lost': wire => tampered(wire, { sent: (params, method, number) => (isEdit(method, number) ? undefined : params) }),
  'an edit is made twice': wire => tampered(wire, {
    sent: (params, method, number) => (isEdit(method, number) ? { ...params as Changing, contentChanges: (params as Changing).contentChanges.flatMap(change => [change, change]) } : params),
  }),
  'two characters change their places': wire => tampered(wire, {
    sent: (params, method) => (method === 'textDocument/didChange' ? { ...params as Changing, contentChanges: (params as Changing).contentChanges.map(change => ({ ...change, text: change.text.replace(/(\w)(\w)/, '$2$1') })) } : params),
  }),
  'findings are called unchanged that are not': wire => {
    const known = new Map<string, unknown>();
    return tampered(wire, { answered: (answer, method, number) => (method === 'textDocument/diagnostic' && number % OFTEN === 0 && known.has(method) ? { kind: 'unchanged', resultId: 'stale' } : (known.set(method, answer), answer)) });
  },
  'a part of the page is not sent': wire => tampered(wire, {
    answered(answer, method) {
      if (method !== previewRequest) return answer;
      const { since, blocks, ...rest } = answer as PreviewResult;
      return { ...rest, since, blocks: since === null ? blocks : blocks.map(({ id, places }) => ({ id, places })) };
    },
  }),
  'the list of symbols is that of a moment ago': wire => {
    let last: unknown;
    return tampered(wire, { answered: (answer, method) => { if (method !== 'textDocument/documentSymbol') return answer; const before = last ?? answer; last = answer; return before; } });
  },
};

/** Makes the engine of this process wrong for as long as something lasts. */
async function during<T extends object, Name extends keyof T>(prototype: T, name: Name, broken: T[Name], work: () => Promise<void>): Promise<void> {
  const whole = prototype[name];
  prototype[name] = broken;
  try {
    await work();
  } finally {
    prototype[name] = whole;
  }
}

const { edit } = RecordStream.prototype;
const { findings } = AmongOthers.prototype;

/** A stream of slices as they are, however they are cut. */
const streamOf = (slices: readonly Slice[]) => new (RecordStream as unknown as new (slices: readonly Slice[]) => RecordStream)(slices);

/** Faults of the engine: all of them are about what it knows from before, so a server that is made anew has none of them. */
export const ENGINE_FAULTS: Readonly<Record<string, (work: () => Promise<void>) => Promise<void>>> = {
  'an edit cuts the records around it no more': work => during(RecordStream.prototype, 'edit', function (this: RecordStream, change: TextChange) {
    const at = change.range && this.locate(change.range.start);
    const end = change.range && this.locate(change.range.end);
    if (!at || !end || at.index !== end.index) return edit.call(this, change);
    const { text } = at.slice;
    return streamOf(this.slices.map((slice, index) => (index === at.index ? new Slice(text.slice(0, at.offset) + change.text + text.slice(end.offset)) : slice)));
  }, work),
  'what other records say against one is never asked again': work => {
    const known = new WeakMap<Slice, WeakMap<AmongOthers, ReturnType<typeof findings>>>();
    return during(AmongOthers.prototype, 'findings', function (this: AmongOthers, slice, checker) {
      const bySlice = known.get(slice) ?? new WeakMap<AmongOthers, ReturnType<typeof findings>>();
      known.set(slice, bySlice);
      if (!bySlice.has(this)) bySlice.set(this, findings.call(this, slice, checker));
      return bySlice.get(this)!;
    }, work);
  },
};
