import { readFile, stat } from 'node:fs/promises'
import type { OpenedFile } from '../../shared/domain/bridge.ts'
import { exchangeKindOf } from '../../shared/domain/exchange-files.ts'

/** No file that one Debrief writes for another is larger, but aggregates, which the engine reads by itself. */
const LARGEST_TEXT = 32_000_000

/** Files as the page takes them: with their text where they are small and of another Debrief. */
export async function openedFiles(paths: readonly string[]): Promise<OpenedFile[]> {
  return Promise.all(
    paths.map(async (path) => {
      const kind = exchangeKindOf(path)
      if (kind === null || kind === 'aggregate' || kind === 'workspace') return { path, text: null }
      try {
        const { size } = await stat(path)
        return { path, text: size <= LARGEST_TEXT ? await readFile(path, 'utf8') : null }
      } catch {
        // gone meanwhile: the engine says so
        return { path, text: null }
      }
    }),
  )
}
