export function oneRecord(n: number): string;
export function manyRecords(count: number): string;
