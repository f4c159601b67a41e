const MEANINGS: Record<string, string> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'there is no such file or folder',
  EACCES: 'it may not be read by you',
  EPERM: 'it may not be read by you',
  EISDIR: 'it is a folder',
  ELOOP: 'its links lead round in a circle',
  ENAMETOOLONG: 'its name is too long',
  ENOSPC: 'the disk is full',
  EROFS: 'nothing may be written there',
  ERR_FS_FILE_TOO_LARGE: 'it is too large',
};

/** What an error of the file system means, for people; undefined for errors of any other kind. */
export function describeSystemError(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return MEANINGS[code] ?? (error instanceof Error && 'syscall' in error ? `the system says ${code}` : undefined);
}
