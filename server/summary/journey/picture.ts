import { html, Markup } from '../markup';
import { drawJourney, NARROW } from './figure/figure';
import { TEXT } from './figure/layout';
import { shortened, textWidth } from './figure/measure';
import { writeSvg } from './figure/svg';
import type { Figure, Part, Shape } from './figure/shapes';
import { describeFigure, gradesShown } from './words';
import type { JourneyView } from './view';

const MARGIN = 16;
const HEADING = 46;
const KEY_ROW = 24;
const KEY_SPACE = 18;

/** A picture as SVG, with its own size in pixels. */
export interface Picture {
  svg: string;
  width: number;
  height: number;
}

/** The time line as a picture in a file of its own: with its title above, what its letters mean below, and colours for white paper. */
export function journeyPicture(view: JourneyView): Picture {
  return pictureOf(view, framed(drawJourney(view), view, HEADING));
}

/** The same for a page of a document, as wide as text is there: without the title, under which it stands. */
export function journeyIllustration(view: JourneyView): Picture {
  return pictureOf(view, framed(drawJourney(view, NARROW), view, 0));
}

function pictureOf(view: JourneyView, figure: Figure): Picture {
  const svg = writeSvg(figure, { title: view.title, description: describeFigure(view), name: 'picture', leadsToText: false, head: html`<style>${Markup.trusted(STYLE)}</style>` });
  const { width, height } = figure;
  // XML does not have these two, however they are written.
  return { svg: `<?xml version="1.0" encoding="UTF-8"?>\n${svg.text.replace(/[\ufffe\uffff]/g, '\ufffd')}\n`, width, height };
}

/** @param above the room for the title; none where there is none */
function framed({ width, height, shapes }: Figure, view: JourneyView, above: number): Figure {
  const inner = { x: MARGIN, y: above };
  const key = keyBelow(view, width, height);
  const whole = { width: width + 2 * MARGIN, height: height + above + key.height + MARGIN };
  const heading: Shape[] = above === 0 ? [] : [
    { kind: 'text', x: MARGIN, y: 22, text: shortened(view.title, 17, width), size: 17, class: 'heading' },
    { kind: 'text', x: MARGIN, y: 39, text: shortened(view.story ?? view.about.join(' · '), TEXT, width), size: TEXT, class: 'label quiet' },
  ];
  return { ...whole, shapes: [{ kind: 'rect', x: 0, y: 0, ...whole, class: 'paper' }, ...heading, ...[...shapes, ...key.shapes].map(shape => moved(shape, inner))] };
}

/** What the letters mean, in as many rows as the width takes. */
function keyBelow(view: JourneyView, width: number, top: number): Part {
  let [x, y] = [0, top + 12];
  const shapes = gradesShown(view).flatMap(({ text, letter = '–', tone }): Shape[] => {
    const needed = 26 + textWidth(text, TEXT);
    if (x > 0 && x + needed > width) [x, y] = [0, y + KEY_ROW];
    const left = x;
    x += needed + KEY_SPACE;
    return [
      { kind: 'rect', x: left, y, width: 20, height: 18, class: `block ${tone}` },
      { kind: 'text', x: left + 10, y: y + 13, text: letter, size: TEXT, anchor: 'middle', class: `initial ${tone}` },
      { kind: 'text', x: left + 26, y: y + 13, text, size: TEXT, class: 'label' },
    ];
  });
  return { height: y - top + KEY_ROW, shapes };
}

function moved(shape: Shape, by: { x: number; y: number }): Shape {
  switch (shape.kind) {
    case 'line': return { ...shape, x1: shape.x1 + by.x, x2: shape.x2 + by.x, y1: shape.y1 + by.y, y2: shape.y2 + by.y };
    case 'polygon': return { ...shape, points: shape.points.map(([x, y]) => [x + by.x, y + by.y] as const) };
    default: return { ...shape, x: shape.x + by.x, y: shape.y + by.y };
  }
}

/** Families of colours for white paper: ground, and what stands on it; as in the style sheet of pages, but without what few programs read. */
const COLOURS: Readonly<Record<string, readonly [string, string]>> = {
  outstanding: ['#cce2d8', '#005a30'], good: ['#e7eddc', '#4c5c26'], middling: ['#fcd6c3', '#6e3619'], inadequate: ['#f6d7d2', '#942514'], none: ['#e8e8e8', '#383f43'],
};

const STYLE = `
text { font-family: "Segoe UI", "Open Sans", Arial, sans-serif; fill: #0b0c0c; }
.paper { fill: #ffffff; }
.heading, .strong, .edition, .initial { font-weight: 700; }
.flag { font-weight: 600; } .flag.quiet { font-weight: 400; }
.quiet, .year { fill: #484949; }
.rule, .change { stroke: #cccecf; } .axis { stroke: #484949; }
.pole { stroke: #484949; stroke-dasharray: 2 2; }
.ground { fill: #f3f3f3; }
.ribbon { fill: #f3f4f5; stroke: #b1b4b6; }
line.today { stroke: #1d5a92; stroke-width: 1.5; stroke-dasharray: 5 3; } text.today { fill: #1d5a92; font-weight: 600; }
line.life { stroke: #0b0c0c; stroke-width: 1.5; }
.mark { fill: #0b0c0c; stroke: #ffffff; stroke-width: 1.5; } .mark.undated { fill: #ffffff; stroke: #0b0c0c; stroke-dasharray: 2 1.5; }
.range { stroke: #85898c; stroke-width: 2; }
.hatching { stroke: #d8dadb; stroke-width: 2; }
.gap { stroke: #484949; stroke-dasharray: 4 3; }
.question { font-weight: 700; }
${Object.entries(COLOURS).map(([tone, [ground, ink]]) => `.bar.${tone} { fill: ${ground}; stroke: ${ink}; } .block.${tone} { fill: ${ink}; } text.initial.${tone} { fill: ${ground}; } text.spelt.${tone} { fill: ${ink}; }`).join('\n')}
`;
