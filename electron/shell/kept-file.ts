import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import type { z } from 'zod'

/** A small file of the person's own folder: what the shell remembers from one start to the next. */
export interface KeptFile<Content> {
  read(): Content
  /** Nothing is thrown where it cannot be written: the next start then begins as usual. */
  write(content: Content): void
}

/** `name` is the file's; what does not fit the schema reads as `usual`. */
export function keptFile<Content>(
  name: string,
  schema: z.ZodType<Content>,
  usual: Content,
): KeptFile<Content> {
  const folder = app.getPath('userData')
  const file = join(folder, name)
  return {
    read() {
      try {
        return schema.parse(JSON.parse(readFileSync(file, 'utf8')))
      } catch {
        return usual
      }
    },
    write(content) {
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 })
        writeFileSync(`${file}.part`, JSON.stringify(content), { mode: 0o600 })
        renameSync(`${file}.part`, file)
      } catch {
        // remembered by nobody
      }
    },
  }
}
