const MEANINGS: Record<string, string> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'there is no such file or folder',
  EISDIR: 'it is a folder',
  ELOOP: 'its links lead round in a circle',
  ENAMETOOLONG: 'its name is too long',
  EEXIST: 'something else is there already',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is full',
  EIO: 'the disk reports an error',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EBUSY: 'another program is using it',
  EROFS: 'nothing may be written there',
  ERR_FS_FILE_TOO_LARGE: 'it is far too large for a file of records',
};

const FORBIDDEN: Readonly<Record<'read' | 'write', string>> = { read: 'it may not be read by you', write: 'nothing may be written there by you' };

/**
 * What an error of the file system means, for people; undefined for errors of any other kind.
 * @param wanted what was being done, which the error itself does not say
 */
export function describeSystemError(error: unknown, wanted: 'read' | 'write' = 'read'): string | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'EACCES' || code === 'EPERM') return FORBIDDEN[wanted];
  return MEANINGS[code] ?? (error instanceof Error && 'syscall' in error ? `the system says ${code}` : undefined);
}
