/** What the records of a workspace say already. Whoever has read them hands it in; without it nothing is offered from there. */
export interface Vocabulary {
  /** The ids of all records, each with its authority and a name for people. */
  ids(): readonly { id: string; authority?: string; name: string }[];
  /** The values of a field in all records, the most used first; its path has a star for a list entry. */
  used(field: string): readonly string[];
}
