import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const kept = z.object({
  feed: z.string().nullable(),
  isAutomatic: z.boolean(),
  checkedAt: z.number().nullable(),
  /** When the newest feed that was believed was made: an older one is not believed again. */
  newestMadeAt: z.number(),
})
/** What an installation remembers of its updates. */
export type Kept = z.infer<typeof kept>

const usual: Kept = { feed: null, isAutomatic: false, checkedAt: null, newestMadeAt: 0 }

const fileIn = (folder: string) => path.join(folder, 'updates.json')

/** What was kept in a folder; off where there is nothing, or nothing that can be read. */
export function readKept(folder: string): Kept {
  try {
    return kept.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')))
  } catch {
    return usual
  }
}

/** Throws where it cannot be written. */
export function writeKept(folder: string, content: Kept): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const part = `${fileIn(folder)}.part`
  writeFileSync(part, JSON.stringify(content), { mode: 0o600 })
  renameSync(part, fileIn(folder))
}
