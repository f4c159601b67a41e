import pageStyle from 'generated:page-style';
import { RecordStream } from '../records/stream';
import { chaptersOf, htmlDocument, markdownDocument, textDocument, type Chapter } from '../summary/document';
import { checkerFor, type CheckOptions } from './options';

/**
 * The records of a text as people read them, in Markdown: for a committee paper or a wiki. Nothing that stands in a record works as
 * markup there. What is wrong with a record is told at its end.
 * @param text of one or several records in YAML; each is set against the earlier ones of its authority
 * @throws RangeError where an option makes no sense
 */
export function summariseAsMarkdown(text: string, options: CheckOptions): string {
  return markdownDocument(chaptersIn(text, options));
}

/** The same as plain text, in lines of at most 80 characters: for a terminal or an e-mail. */
export function summariseAsText(text: string, options: CheckOptions): string {
  return textDocument(chaptersIn(text, options));
}

/** The same as a page that stands alone: HTML in which nothing that stands in a record works as markup, with its style, without scripts, loading nothing. */
export function summariseAsHtml(text: string, options: CheckOptions): string {
  return htmlDocument(chaptersIn(text, options), pageStyle);
}

function chaptersIn(text: string, options: CheckOptions): Chapter[] {
  return chaptersOf([RecordStream.of(text)], checkerFor(options));
}
