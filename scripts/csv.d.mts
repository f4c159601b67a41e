/** One object per row, by the names in the first row. Values are trimmed; what a short row lacks is ''. */
export function readCsv(text: string): Record<string, string>[];
