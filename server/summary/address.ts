import { visible } from '../text/visible';

/** Whether a text is, as a whole, the address of a web page, with nothing hidden in it: the only kind of address that is ever made a link. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s<>"'`\\{}|^]+$/i.test(text) && visible(text) === text;
}

/** An address as people read it. */
export function shownAddress(url: string): string {
  return url.replace(/^https?:\/\//i, '').replace(/\/$/, '');
}
