// What the npm package offers to programs. Nothing here has an effect when it is loaded, and what is not used can be left out by a bundler.
export { checkFiles, checkText, type CheckedFile, type Finding, type Fix, type RecordName, type RelatedPlace } from './check';
export { formatText } from './format';
export { frameworksInForce, judgementsInForce, type Framework, type Grade, type Judgement } from './frameworks';
export type { Knowledge } from './knowledge';
export { mendText, type MendedText } from './mend';
export { listAuthorities, listEvents, type Authority, type InspectionEvent } from './names';
export { writeNewRecord, type NewRecord, type Subject } from './new-record';
export type { CheckOptions, Level } from './options';
export type { Position, Range, TextEdit, TextFile } from './place';
export { readRecords, type GivenGrade, type GivenJudgement, type InspectionRecord, type NamedThing } from './read';
export { readKnowledge, type KnowledgeProblem } from './read-knowledge';
export { listRules, type Rule } from './rules';
export { summariseAsHtml, summariseAsMarkdown, summariseAsText } from './summarise';
