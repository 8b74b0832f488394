import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'

const IGNORED = /^(\.|~\$|node_modules$|Thumbs\.db$|desktop\.ini$)/i
/** What lies beside exports in a folder and is none: notes, documents, pictures, programs. Everything else is opened. */
const NO_EXPORT =
  /\.(md|markdown|rst|pdf|docx?|pptx?|odt|rtf|png|jpe?g|gif|svg|webp|ico|css|js|ts|py|sh|bat|exe|dll|so|msg|eml|lnk|url)$/i
const MOST_FILES = 20_000

/**
 * The files a list of paths stands for: files themselves, folders with everything below them in order of name. Hidden files,
 * lock files, installed packages and what is plainly no export are passed over; links are not followed out of a folder.
 */
export async function collectFiles(paths: readonly string[]): Promise<string[]> {
  const files: string[] = []
  for (const one of paths) {
    const isFolder = await stat(one).then(
      (entry) => entry.isDirectory(),
      () => false,
    )
    if (isFolder) await collectBelow(one, files)
    // what is not there is left for the import to say so
    else files.push(one)
  }
  return files
}

async function collectBelow(folder: string, files: string[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true })
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (IGNORED.test(entry.name) || NO_EXPORT.test(entry.name) || files.length >= MOST_FILES) continue
    const full = path.join(folder, entry.name)
    if (entry.isDirectory()) await collectBelow(full, files)
    else if (entry.isFile()) files.push(full)
  }
}
