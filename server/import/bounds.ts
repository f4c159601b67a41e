/** Larger than any report or table of inspections, in bytes: such a file is not read. */
export const MOST_FILE_BYTES = 64 << 20;
