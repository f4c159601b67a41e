/** What is known of all authorities together. Whoever has read them hands it in; without it nothing is said of shares. */
export interface Statistics {
  /**
   * How many authorities have a grade for a judgement by their latest record of it, of how many that have any; undefined where that is
   * not known.
   * @param judgement id of the judgement
   * @param grade id of the grade
   */
  holders(judgement: string, grade: string): { holding: number; of: number } | undefined;
}
