import type { Place } from '../../placed';

/** What a figure is drawn with: plain data in units of the figure, from the top left. */
export type Shape = Drawn & {
  /** What it is: names by which a style sheet gives it its looks. */
  class: string;
  /** What it stands for in a file. */
  place?: Place;
  /** Shown while one points at it. */
  title?: string;
};

type Drawn =
  | { kind: 'text'; x: number; /** Of the base line. */ y: number; text: string; size: number; anchor?: 'middle' | 'end' }
  | { kind: 'rect'; x: number; y: number; width: number; height: number; round?: number }
  | { kind: 'line'; x1: number; y1: number; x2: number; y2: number }
  | { kind: 'circle'; x: number; y: number; radius: number }
  | { kind: 'polygon'; points: readonly (readonly [number, number])[] };

export interface Figure {
  width: number;
  height: number;
  shapes: readonly Shape[];
}

/** A part of a figure, laid out from its own top. */
export interface Part {
  height: number;
  shapes: readonly Shape[];
}

/** Shapes moved down. */
export function lowered(shapes: readonly Shape[], by: number): Shape[] {
  return shapes.map((shape): Shape => {
    switch (shape.kind) {
      case 'line': return { ...shape, y1: shape.y1 + by, y2: shape.y2 + by };
      case 'polygon': return { ...shape, points: shape.points.map(([x, y]) => [x, y + by] as const) };
      default: return { ...shape, y: shape.y + by };
    }
  });
}
