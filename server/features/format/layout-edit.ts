import type { TextEdit } from '../../rules/rule';

/** An edit of nothing but white space. */
export interface LayoutEdit extends TextEdit {
  /** It moves a line, or where an entry begins: good only together with those of the lines around it. */
  moves: boolean;
}
