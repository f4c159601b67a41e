/** A page about many records: escaped HTML, and the addresses of the files to which it leads. */
export interface WholePage {
  /** For a tab. */
  title: string;
  html: string;
  files: readonly string[];
}
