import { fromDayNumber } from '../../../reference/calendar';
import { monthOf } from '../days';
import type { JourneyView, Kin, Lane, Stretch } from '../view';
import { drawAxis, today, type Landmark } from './axis';
import { drawFlags, type Column } from './flags';
import { drawLanes, LETTER, type Columns } from './lanes';
import { LEADING, ruled, SMALL } from './layout';
import { drawGaps, drawMarks, drawTrusts } from './marks';
import { drawEditions, drawGround } from './ribbons';
import { spread } from './room';
import { TimeScale } from './scale';
import { lowered, type Figure, type Part, type Shape } from './shapes';

/** So that what still stands can be seen to go on behind today. In days. */
const AHEAD = 270;

/** Widths of figures: for a page, and for a pane beside a text. */
export const WIDE = 960;
export const NARROW = 600;

/** Where the names of lanes end, and what happens in time begins. */
const GUTTERS: Readonly<Record<number, number>> = { [WIDE]: 154, [NARROW]: 112 };
const MARGIN = 10;

/** The time line of a journey: nothing in it covers anything else, and all of it can be read without colours. */
export function drawJourney(view: JourneyView, width: typeof WIDE | typeof NARROW = WIDE): Figure {
  const scale = new TimeScale(view.from, view.to + AHEAD, GUTTERS[width]!, width - MARGIN);
  const stretches = [...view.lanes, ...view.kin.flatMap(({ lane }) => lane ?? [])].flatMap(lane => lane.stretches);
  const columns = columnsOf(stretches, scale);
  const editions = drawEditions(view.editions, scale);
  const flags = drawFlags(flagColumns(view.lanes.flatMap(lane => lane.stretches), columns), scale);
  const lanes = drawLanes(view.lanes, columns, scale);
  const rest: Part[] = [
    ...kinParts(view.kin, columns, scale),
    drawTrusts(view.trusts, scale),
    drawMarks('Visits', view.visits, 'circle', scale),
    drawMarks('Government and council', view.steps, 'diamond', scale),
    drawGaps(view.gaps, scale),
  ].filter(({ height }) => height).map(part => ruled(part, width));
  const { shapes, height } = stacked([editions, flags, lanes, ...rest]);
  const landmarks = landmarksOf(view);
  const axis = drawAxis(scale, landmarks);
  const poles = flagColumns(view.lanes.flatMap(lane => lane.stretches), columns).map(({ x }, i): Shape => ({ kind: 'line', x1: x, y1: editions.height + flags.poles[i]! + 2, x2: x, y2: editions.height + flags.height + lanes.height, class: 'pole' }));
  return {
    width, height: height + axis.height,
    shapes: [
      ...drawGround(view.editions, scale, editions.height, height),
      ...landmarks.map(({ day, class: className }): Shape => ({ kind: 'line', x1: scale.at(day), y1: editions.height, x2: scale.at(day), y2: height, class: className })),
      ...poles, ...shapes, ...lowered(axis.shapes, height),
    ],
  };
}

/** Each day on which something was graded has a column of its own; other days stand where the scale has them. */
function columnsOf(stretches: readonly Stretch[], scale: TimeScale): Columns {
  const days = [...new Set(stretches.map(({ from }) => from))].sort((a, b) => a - b);
  const spaced = spread(days.map(day => scale.at(day)), LETTER + 4, scale.left + LETTER / 2, scale.right - LETTER);
  const known = new Map(days.map((day, i) => [day, spaced[i]!]));
  return Object.assign((day: number) => known.get(day) ?? scale.at(day), { has: (day: number) => known.has(day) });
}

/** An inspection with several grades is named once; two of one day share their pole. */
function flagColumns(stretches: readonly Stretch[], columns: Columns): Column[] {
  const named = new Map<string, Stretch>();
  for (const stretch of stretches) if (!named.has(stretch.told)) named.set(stretch.told, stretch);
  return [...named.values()].sort((a, b) => a.from - b.from).map(({ told, from, place }) => {
    const comma = told.lastIndexOf(', ');
    return { x: columns(from), lines: [told.slice(0, comma), told.slice(comma + 2)], place };
  });
}

function kinParts(kin: readonly Kin[], columns: Columns, scale: TimeScale): Part[] {
  return (['predecessor', 'successor'] as const).flatMap(relation => {
    const lanes = kin.filter(one => one.relation === relation).flatMap(({ name, lane }): Lane[] => (lane ? [{ ...lane, topic: { ...lane.topic, id: name, name } }] : []));
    if (!lanes.length) return [];
    const drawn = drawLanes(lanes, columns, scale);
    const heading: Shape = { kind: 'text', x: 0, y: LEADING, text: relation === 'predecessor' ? 'Before it, with grades of its own' : 'After it, with grades of its own', size: SMALL, class: 'quiet' };
    return [{ height: drawn.height + LEADING + 6, shapes: [heading, ...lowered(drawn.shapes, LEADING + 6)] }];
  });
}

function landmarksOf({ today: day, from, chronicle }: JourneyView): Landmark[] {
  const lives = chronicle.flatMap((entry): Landmark[] => (entry.kind === 'life' && entry.day > from ? [{ day: entry.day, text: `${entry.text}, ${monthOf(fromDayNumber(entry.day))}`, class: 'life' }] : []));
  return [...lives, today(day)];
}

function stacked(parts: readonly Part[]): Part {
  let height = 0;
  const shapes: Shape[] = [];
  for (const part of parts) {
    shapes.push(...lowered(part.shapes, height));
    height += part.height;
  }
  return { height, shapes };
}
