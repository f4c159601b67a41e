import pageScript from 'generated:page-script';
import pagesStyle from 'generated:pages-style';
import type { Drawing, Means } from './formats';
import { writeJourney } from './journey/html';
import { journeyMarkdown } from './journey/markdown';
import { journeyIllustration, journeyPicture, type Picture } from './journey/picture';
import { journeyText } from './journey/text';
import type { JourneyView } from './journey/view';
import type { Markup } from './markup';
import { writeOverview } from './overview/html';
import { overviewMarkdown } from './overview/markdown';
import { overviewText } from './overview/text';
import type { OverviewView } from './overview/view';
import { standalonePage } from './page';

/** What the writers of pages about many records need beside what these show. */
export interface PageMeans extends Pick<Means, 'word'> {
  /** Draws a picture for a document; resolves to undefined where nothing here can. */
  draw(picture: Picture): Promise<Drawing | undefined>;
}

/** A form in which a page about many records is read elsewhere: text, or the bytes of a file that is none. */
export type PageFormat<V> = (view: V, means: PageMeans) => string | Promise<string | Uint8Array>;

/** The forms of a journey, by the names under which the command line and editors ask for them. */
export const JOURNEY_FORMATS = {
  text: journeyText,
  markdown: journeyMarkdown,
  html: view => whole(view, writeJourney(view, { leadsToText: false })),
  docx: async (view, { word, draw }) => (await word()).journey(view, await draw(journeyIllustration(view))),
  svg: view => journeyPicture(view).svg,
} satisfies Record<string, PageFormat<JourneyView>>;

/** Those of an overview. */
export const OVERVIEW_FORMATS = {
  text: overviewText,
  markdown: overviewMarkdown,
  html: view => whole(view, writeOverview(view, { leadsToText: false })),
} satisfies Record<string, PageFormat<OverviewView>>;

/** A file of its own, with its style sheet and the script of its tables. */
function whole({ title }: { title: string }, page: Markup): string {
  return standalonePage(page, title, pagesStyle, pageScript);
}
