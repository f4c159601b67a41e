import { attributes, html, type Markup } from '../../markup';
import type { Figure, Shape } from './shapes';

/** How a figure is to be written. */
export interface SvgOptions {
  title: string;
  description: string;
  /** Of this figure, where several stand on one page: `wide`. */
  name: string;
  /** Whether the page has a script that leads to the text. */
  leadsToText: boolean;
  /** What stands at the beginning of the drawing: a style sheet, where the picture is a file of its own. */
  head?: Markup;
}

/** A figure as SVG: one picture with a title and a description, to those who have it read out. */
export function writeSvg({ width, height, shapes }: Figure, { title, description, name, leadsToText, head }: SvgOptions): Markup {
  const prefix = `timeline-${name}-`;
  const [titleId, descriptionId] = [`${prefix}title`, `${prefix}description`];
  return html`<svg xmlns="http://www.w3.org/2000/svg" class="timeline ${name}" role="img"${attributes({ viewBox: `0 0 ${width} ${rounded(height)}`, width, height: rounded(height), 'aria-labelledby': titleId, 'aria-describedby': descriptionId })}>
<title id="${titleId}">${title}</title>
<desc id="${descriptionId}">${description}</desc>
${head}<defs><pattern${attributes({ id: `${prefix}hatching` })} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="hatching" x1="0" y1="0" x2="0" y2="7"/></pattern></defs>
${shapes.map(shape => html`${writeShape(shape, prefix, leadsToText)}
`)}</svg>`;
}

function writeShape(shape: Shape, prefix: string, leadsToText: boolean): Markup {
  const { place, title } = shape;
  const common = { class: shape.class, ...(place && leadsToText && { 'data-file': place.file, 'data-line': place.line }) };
  const tip = title === undefined ? html`` : html`<title>${title}</title>`;
  switch (shape.kind) {
    case 'text': return html`<text${attributes({ ...common, x: rounded(shape.x), y: rounded(shape.y), 'font-size': shape.size, 'text-anchor': shape.anchor })}>${tip}${shape.text}</text>`;
    case 'rect': return html`<rect${attributes({ ...common, x: rounded(shape.x), y: rounded(shape.y), width: rounded(Math.max(0, shape.width)), height: rounded(shape.height), rx: shape.round, fill: shape.class === 'gap' ? `url(#${prefix}hatching)` : undefined })}>${tip}</rect>`;
    case 'line': return html`<line${attributes({ ...common, x1: rounded(shape.x1), y1: rounded(shape.y1), x2: rounded(shape.x2), y2: rounded(shape.y2) })}/>`;
    case 'circle': return html`<circle${attributes({ ...common, cx: rounded(shape.x), cy: rounded(shape.y), r: shape.radius })}>${tip}</circle>`;
    case 'polygon': return html`<polygon${attributes({ ...common, points: shape.points.map(([x, y]) => `${rounded(x)},${rounded(y)}`).join(' ') })}>${tip}</polygon>`;
  }
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
