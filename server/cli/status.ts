/** What the program ends with. Scripts rely on these numbers. */
export const STATUS = {
  /** Nothing at or above `--fail-on`. */
  clean: 0,
  findings: 1,
  /** Wrong usage or configuration, or a file that cannot be read. */
  usage: 2,
  /** The program itself failed. */
  failed: 3,
} as const;

export type Status = (typeof STATUS)[keyof typeof STATUS];
