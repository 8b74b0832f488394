import { basename } from 'node:path'
import { t } from '#speech'
import { FileProblem, type FileProblemCode } from './types.ts'

const sentences = {
  missing: (file) => t`${{ file }} is no longer there; export it again or choose it from where it is now.`,
  directory: (file) => t`${{ file }} is a folder; choose the files in it.`,
  unreadable: (file) =>
    t`${{ file }} may not be read; check its permissions, or close the program that has it open.`,
  changed: (file) => t`${{ file }} changed while it was read; import it again once it is written completely.`,
  empty: (file) => t`${{ file }} is empty; export it again.`,
  'no-rows': (file) =>
    t`${{ file }} has column names but no rows; export it again with a period that holds data.`,
  torn: (file) => t`${{ file }} ends in the middle; download or export it again.`,
  'password-protected': (file) =>
    t`${{ file }} is protected by a password; save it without one and import it again.`,
  'old-excel': (file) =>
    t`${{ file }} is an old Excel workbook (.xls); save it as .xlsx or CSV and import that.`,
  'binary-excel': (file) =>
    t`${{ file }} is a binary Excel workbook (.xlsb); save it as .xlsx or CSV and import that.`,
  archive: (file) => t`${{ file }} is an archive; unpack it and import the files in it.`,
  audio: (file) =>
    t`${{ file }} is a recording that could not be opened; save it as WAV, MP3, FLAC or Ogg and import that.`,
  pdf: (file) => t`${{ file }} is a PDF, which holds no rows; export the same report as CSV or Excel.`,
  image: (file) => t`${{ file }} is a picture; export the data behind it as CSV or Excel.`,
  'office-document': (file) =>
    t`${{ file }} is an office document; save its table as .xlsx or CSV and import that.`,
  'unknown-format': (file) =>
    t`${{ file }} is in no format Debrief can read; export it as CSV, Excel or JSON.`,
  'too-large': (file) =>
    t`${{ file }} is too large to be read in one piece; export it as CSV, or a shorter period at a time.`,
  'too-deep': (file) => t`${{ file }} is nested too deeply to be an export; check that it is the right file.`,
  'archive-bomb': (file) =>
    t`${{ file }} unpacks to far more than a workbook holds and was not read; save it again from Excel.`,
  damaged: (file) => t`${{ file }} is damaged and cannot be read; export or save it again.`,
} satisfies Record<FileProblemCode, (file: string) => string>

/**
 * The problem with its usual sentence, naming the file without its folder. `sentence` replaces the usual
 * one where more is known.
 */
export function fileProblem(
  code: FileProblemCode,
  path: string,
  sentence?: (file: string) => string,
): FileProblem {
  return new FileProblem(code, (sentence ?? sentences[code])(basename(path)))
}

/** Turns what the file system says into a FileProblem; anything else comes back as it was. */
export function fromSystemError(error: unknown, path: string): unknown {
  if (error instanceof FileProblem || !(error instanceof Error)) return error
  const code = 'code' in error ? error.code : undefined
  if (code === 'ENOENT' || code === 'ENOTDIR') return fileProblem('missing', path)
  if (code === 'EISDIR') return fileProblem('directory', path)
  // Whatever else the file system refuses (permissions, locks, a drive that is gone), it could not be read.
  if ('syscall' in error) return fileProblem('unreadable', path)
  return error
}
