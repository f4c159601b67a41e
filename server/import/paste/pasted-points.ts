import type { Reference } from '../../reference/reference';
import { pointIn, type Point } from '../report/sections';
import { LINE_BREAK, MARKS, NUMBERS } from './marks';

/** Word has the letter o for points within points, with a tab behind it. */
const BULLET = new RegExp(`^\\s*(?:[${MARKS}–—-]|${NUMBERS}|o(?=\\t))\\s+`, 'i');

/** More points than any list in a report has. */
const MOST_POINTS = 200;

/** The points of a list that was pasted, with bullets or numbers; lines below a point that have none go on with it. None where the text is no list. */
export function pastedPoints(text: string, reference: Reference): Point[] {
  const points: string[] = [];
  for (const line of text.split(LINE_BREAK)) {
    if (BULLET.test(line)) points.push(line.replace(BULLET, '').trim());
    else if (line.trim() !== '') {
      if (points.length === 0) return [];
      points[points.length - 1] += ` ${line.trim()}`;
    }
  }
  return points.length > MOST_POINTS ? [] : points.map(point => pointIn(point, reference)).filter(({ text: words }) => words !== '');
}
