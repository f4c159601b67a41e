// The commands that a person calls now and then, in one part of the program: for them it need not start in as little time as 'check' does.
export { completion } from './completion';
export { explain } from './explain';
export { exportRecords } from './export';
export { format } from './format';
export { importRecords } from './import';
export { newSkeleton } from './new';
export { schema } from './schema';
export { summary } from './summary';
