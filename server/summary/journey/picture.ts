import { html, Markup } from '../markup';
import { drawJourney } from './figure/figure';
import { TEXT } from './figure/layout';
import { shortened } from './figure/measure';
import { writeSvg } from './figure/svg';
import type { Figure, Shape } from './figure/shapes';
import { describeFigure, gradesShown } from './words';
import type { JourneyView } from './view';

const MARGIN = 16;
const HEADING = 46;
const KEY = 34;

/** The time line as a picture in a file of its own: with its title above, what its letters mean below, and colours for white paper. */
export function journeyPicture(view: JourneyView): string {
  const { title, story = '' } = view;
  const figure = framed(drawJourney(view), view);
  const svg = writeSvg(figure, { title, description: `${story} ${describeFigure(view)}`.trim(), name: 'picture', leadsToText: false, head: html`<style>${Markup.trusted(STYLE)}</style>` });
  // XML does not have these two, however they are written.
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svg.text.replace(/[\ufffe\uffff]/g, '\ufffd')}\n`;
}

function framed({ width, height, shapes }: Figure, view: JourneyView): Figure {
  const inner = { x: MARGIN, y: HEADING };
  let x = 0;
  const key = gradesShown(view).flatMap(({ text, letter = '–', tone }): Shape[] => {
    const left = x;
    x += 22 + text.length * 6.6 + 22;
    return [
      { kind: 'rect', x: left, y: height + 12, width: 20, height: 18, class: `block ${tone}` },
      { kind: 'text', x: left + 10, y: height + 25, text: letter, size: TEXT, anchor: 'middle', class: `initial ${tone}` },
      { kind: 'text', x: left + 26, y: height + 25, text, size: TEXT, class: 'label' },
    ];
  });
  const heading: Shape[] = [
    { kind: 'rect', x: 0, y: 0, width: width + 2 * MARGIN, height: height + HEADING + KEY + MARGIN, class: 'paper' },
    { kind: 'text', x: MARGIN, y: 22, text: shortened(view.title, 17, width), size: 17, class: 'heading' },
    { kind: 'text', x: MARGIN, y: 39, text: shortened(view.story ?? view.about.join(' · '), TEXT, width), size: TEXT, class: 'label quiet' },
  ];
  return { width: width + 2 * MARGIN, height: height + HEADING + KEY + MARGIN, shapes: [...heading, ...[...shapes, ...key].map(shape => moved(shape, inner))] };
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
