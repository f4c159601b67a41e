import type { EditedFile } from './edited-file';
import type { NoiseStep } from './session';

/** Does to a file what no person does. */
export async function makeNoise(file: EditedFile, step: NoiseStep): Promise<void> {
  switch (step.do) {
    case 'splice': return splice(file, step);
    case 'splice outside': {
      const end = { line: step.line, character: step.character };
      return file.send([{ range: { start: end, end }, text: step.text }]);
    }
    case 'whole text': return file.send([{ text: step.text }]);
    // An event without a change is one too.
    case 'several': return several(file, step.changes);
    case 'cursors': {
      const places = [...new Set(step.at.map(at => at % (file.text.length + 1)))].map(at => file.positionAt(at));
      return file.edit(places.map(place => ({ range: { start: place, end: place }, newText: step.text })));
    }
    case 'close and open':
      file.close();
      file.open();
  }
}

function splice(file: EditedFile, { from, length, text }: { from: number; length: number; text: string }): Promise<void> {
  const start = from % (file.text.length + 1);
  return file.put(start, Math.min(start + length, file.text.length), text);
}

/** Places are counted in lines and in characters of them, which exist or not: what a change means is for whoever makes it to say. */
function several(file: EditedFile, changes: readonly { from: number; length: number; text: string }[]): Promise<void> {
  return file.send(changes.map(({ from, length, text }) => {
    const start = from % (file.text.length + 1);
    return { range: { start: file.positionAt(start), end: file.positionAt(start + length) }, text };
  }));
}
