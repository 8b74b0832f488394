import { closeSync, ftruncateSync, openSync, readFileSync, readSync, writeSync } from 'node:fs'
import { seededRandom } from '../../../engine/statistics/index.ts'

const PAGE = 4096

/** Ways in which pages of a file go bad. `page` counts from 1. */
export const damages: Record<string, (file: string, page: number) => void> = {
  'random bytes': (file, page) => {
    const random = seededRandom(page)
    overwrite(
      file,
      (page - 1) * PAGE,
      Buffer.from(Array.from({ length: PAGE }, () => Math.floor(random() * 256))),
    )
  },
  zeros: (file, page) => overwrite(file, (page - 1) * PAGE, Buffer.alloc(PAGE)),
  'a page of another table': (file, page) => {
    const pages = Math.floor(readFileSync(file).length / PAGE)
    const other = 2 + ((page * 7 + 11) % (pages - 1))
    overwrite(file, (page - 1) * PAGE, readAt(file, (other - 1) * PAGE, PAGE))
  },
  'an end that is cut off': (file, page) => {
    const descriptor = openSync(file, 'r+')
    ftruncateSync(descriptor, Math.max(1, page - 1) * PAGE + 100)
    closeSync(descriptor)
  },
  'half a page written': (file, page) => overwrite(file, (page - 1) * PAGE, Buffer.alloc(PAGE / 2, 0xa5)),
}

/** Writes bytes into a file in place. */
export function overwrite(file: string, at: number, bytes: Buffer): void {
  const descriptor = openSync(file, 'r+')
  writeSync(descriptor, bytes, 0, bytes.length, at)
  closeSync(descriptor)
}

function readAt(file: string, at: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  const descriptor = openSync(file, 'r')
  readSync(descriptor, bytes, 0, length, at)
  closeSync(descriptor)
  return bytes
}
