/** Words on a page and where they stand, in points from the lower left corner. */
export interface PlacedText {
  text: string;
  x: number;
  /** Of the line on which the words stand. */
  y: number;
  width: number;
  /** The size of the letters. */
  size: number;
  /** Of the letters, by a name that the document gives it; bold letters have one of their own. */
  font?: string;
}

/** What a document in PDF holds, as far as it is words. */
export interface PdfText {
  /** By page, in the order of the file. */
  pages: readonly (readonly PlacedText[])[];
  /** How many pages the document has; more than were read where it is very long. */
  pageCount: number;
}
