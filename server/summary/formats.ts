import pageStyle from 'generated:page-style';
import type { RecordStream } from '../records/stream';
import { htmlDocument, markdownDocument, textDocument, titleOf, type Chapter } from './document';
import type { JourneyView } from './journey/view';
import { writeJson } from './json';
import { writeTsv } from './tsv';

/** What the writers of documents need beside the records. */
export interface Means {
  /** What writes Word files: large, and so loaded when it is first asked for. */
  word(): Promise<WordWriters>;
  /** What a file is called; undefined where that is not known. */
  pathOf(stream: RecordStream): string | undefined;
}

/** Make the bytes of Word files. */
export interface WordWriters {
  records(chapters: readonly Chapter[], title: string): Promise<Uint8Array>;
  /** @param drawing its time line; absent where nothing here could draw it */
  journey(view: JourneyView, drawing?: Drawing): Promise<Uint8Array>;
}

/** A picture that was drawn: a PNG, and the size at which it is to be seen, in pixels. */
export interface Drawing {
  png: Uint8Array;
  width: number;
  height: number;
}

/** A form in which records are read elsewhere. */
export interface Format {
  /** Of its files, without the dot. */
  extension: string;
  /** Text, or the bytes of a file that is none. */
  write(chapters: readonly Chapter[], means: Means): string | Promise<string | Uint8Array>;
}

/** All forms, by the names under which the command line and editors ask for them. */
export const FORMATS: Readonly<Record<string, Format>> = {
  text: { extension: 'txt', write: textDocument },
  markdown: { extension: 'md', write: markdownDocument },
  html: { extension: 'html', write: chapters => htmlDocument(chapters, pageStyle) },
  tsv: { extension: 'tsv', write: chapters => writeTsv(chapters.map(({ view }) => view)) },
  json: { extension: 'json', write: (chapters, { pathOf }) => writeJson(chapters, pathOf) },
  docx: { extension: 'docx', write: async (chapters, { word }) => (await word()).records(chapters, titleOf(chapters)) },
};
