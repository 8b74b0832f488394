import { open, rm, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { t } from '#speech'
import type { EngineContext } from '../../context.ts'
import { Problem } from '../../problem.ts'
import { eachLink } from './audit.store.ts'

/** Where the log goes: a file that is named, or a new one in a folder, called after the day (`YYYY-MM-DD`). */
export type LogPlace = { file: string } | { folder: string; day: string }

/**
 * Writes the whole log to a new file, a line of JSON for each entry, so that it can be checked without Debrief. `CONFLICT` where a file that was
 * named exists. What could not be written whole is taken away again.
 */
export async function exportAudit(
  { read }: Pick<EngineContext, 'read'>,
  place: LogPlace,
): Promise<{ file: string; entries: number }> {
  const { file, handle } = 'file' in place ? await openNamed(place.file) : await openFree(place)
  let entries = 0
  function* lines(): Iterable<string> {
    for (const link of eachLink(read)) {
      entries++
      yield `${JSON.stringify(link)}\n`
    }
  }
  try {
    await pipeline(Readable.from(lines()), handle.createWriteStream())
  } catch (error) {
    await rm(file, { force: true })
    throw error
  }
  return { file, entries }
}

interface OpenedFile {
  file: string
  handle: FileHandle
}

/** A file that was not there before; null where it was. */
async function openNew(file: string): Promise<OpenedFile | null> {
  try {
    return { file, handle: await open(file, 'wx', 0o600) }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return null
    throw error
  }
}

async function openNamed(file: string): Promise<OpenedFile> {
  const opened = await openNew(file)
  if (!opened) throw new Problem('CONFLICT', t`${{ file }} exists already; choose another name for the log.`)
  return opened
}

/** The first of `debrief-log-2026-11-14.jsonl`, `debrief-log-2026-11-14-2.jsonl` and so on that is free. */
async function openFree({ folder, day }: { folder: string; day: string }): Promise<OpenedFile> {
  for (let number = 1; ; number++) {
    const name = `debrief-log-${day}${number === 1 ? '' : `-${number}`}.jsonl`
    const opened = await openNew(path.join(folder, name))
    if (opened) return opened
  }
}
