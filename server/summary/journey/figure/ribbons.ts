import { fromDayNumber } from '../../../reference/calendar';
import type { EditionBand } from '../view';
import { laneName, SMALL, TEXT } from './layout';
import { textWidth } from './measure';
import { rowsFor } from './room';
import type { TimeScale } from './scale';
import type { Part, Shape } from './shapes';

const HEIGHT = 34;
const PADDING = 5;

/** The editions of frameworks, each as a ribbon for as long as it was in force. */
export function drawEditions(editions: readonly EditionBand[], scale: TimeScale): Part {
  if (!editions.length) return { height: 0, shapes: [] };
  const rows = rowsFor(editions, 0);
  const ribbons = editions.flatMap((edition, i) => ribbon(edition, rows[i]! * (HEIGHT + 2), scale));
  const height = (Math.max(...rows) + 1) * (HEIGHT + 2) + 6;
  return { height, shapes: [...laneName('Framework in force', HEIGHT, scale.left), ...ribbons] };
}

/** The ground under all that was judged by an edition, every second one shaded; with a line where it begins. */
export function drawGround(editions: readonly EditionBand[], scale: TimeScale, top: number, bottom: number): Shape[] {
  const rows = rowsFor(editions, 0);
  return editions.filter((_, i) => rows[i] === 0).flatMap(({ from, to }, i): Shape[] => {
    const [x, end] = [scale.at(from), scale.at(to)];
    return [
      ...(i % 2 ? [{ kind: 'rect' as const, x, y: top, width: end - x, height: bottom - top, class: 'ground' }] : []),
      ...(x > scale.left ? [{ kind: 'line' as const, x1: x, y1: top, x2: x, y2: bottom, class: 'change' }] : []),
    ];
  });
}

function ribbon(edition: EditionBand, y: number, scale: TimeScale): Shape[] {
  const { name: title } = edition;
  const x = scale.at(edition.from);
  const width = scale.at(edition.to) - x;
  const shapes: Shape[] = [{ kind: 'rect', x, y, width, height: HEIGHT, class: 'ribbon', title }];
  const fits = (text: string, size: number) => textWidth(text, size) <= width - PADDING - 2;
  const [framework, ...times] = namesOf(edition);
  if (!fits(framework!, TEXT)) return shapes;
  const time = times.find(text => fits(text, SMALL));
  shapes.push({ kind: 'text', x: x + PADDING, y: y + (time ? 14 : HEIGHT / 2 + 4), text: framework!, size: TEXT, class: 'edition', title });
  if (time) shapes.push({ kind: 'text', x: x + PADDING, y: y + 28, text: time, size: SMALL, class: 'quiet', title });
  return shapes;
}

/** "ILACS", then ways to say when it was in force, the fullest first: "January 2023 to March 2026", "2023 to 2026". */
function namesOf({ name, from, to }: EditionBand): string[] {
  const comma = name.indexOf(', ');
  const years = to === Infinity ? `from ${fromDayNumber(from).year}` : `${fromDayNumber(from).year} to ${fromDayNumber(to).year}`;
  return comma < 0 ? [name, years] : [name.slice(0, comma), name.slice(comma + 2), years];
}
