import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { lstat, open, rename, rm, statfs } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { t } from '#speech'
import { Problem } from '../problem.ts'
import { addressIn, askFeed, notReached } from './ask-feed.ts'
import type { FeedEntry } from './feed.ts'

/** A server that says nothing for this long is given up. */
const SILENCE_MS = 60_000
/** Room that must be left on the disk afterwards. */
const SPARE_BYTES = 200_000_000

export interface Following {
  signal: AbortSignal
  onBytes(bytes: number): void
  silenceMs?: number | undefined
}

/**
 * Fetches a file that a believed feed names into a folder; its path. No more bytes are taken than the feed says, and only a file with
 * the size and the hash of the feed ever has its name. What is there already is not fetched again.
 */
export async function fetchFile(
  feed: string,
  entry: FeedEntry,
  folder: string,
  following: Following,
): Promise<string> {
  const target = path.join(folder, entry.name)
  if (await isWhole(target, entry)) return target
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize < entry.bytes + SPARE_BYTES)
    throw new Problem(
      'DISK_FULL',
      t`The update needs ${{ ceil: Math.ceil(entry.bytes / 1_000_000) }} MB and some room to spare, and there are ${{ floor: Math.floor((bavail * bsize) / 1_000_000) }} MB left; make room and try again.`,
    )
  const part = `${target}.part`
  const address = addressIn(feed, entry.name)
  try {
    await fetchInto(part, address, entry, following)
    if (!(await isWhole(part, entry)))
      throw new Problem(
        'FILE_UNREADABLE',
        t`What ${{ host: address.host }} gives as ${{ name: entry.name }} is not what its feed says, so it was removed; nothing was installed.`,
      )
    await rename(part, target)
    return target
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

/** Whether a file has the size and the hash that a feed says. */
export async function isWhole(
  file: string,
  { bytes, sha512 }: Pick<FeedEntry, 'bytes' | 'sha512'>,
): Promise<boolean> {
  const found = await lstat(file).catch(() => null)
  if (!found?.isFile() || found.size !== bytes) return false
  const hash = createHash('sha512')
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash)
  return hash.digest('hex') === sha512
}

async function fetchInto(
  part: string,
  address: URL,
  { bytes: wanted, name }: FeedEntry,
  { signal, onBytes, silenceMs = SILENCE_MS }: Following,
): Promise<void> {
  const silence = new AbortController()
  let timer = setTimeout(() => silence.abort(), silenceMs)
  // not followed where it leads: somebody may have laid a link there
  await rm(part, { force: true })
  try {
    const response = await askFeed(address, AbortSignal.any([signal, silence.signal]))
    const handle = await open(part, 'wx', 0o600)
    try {
      let bytes = 0
      for await (const piece of response.body ?? []) {
        clearTimeout(timer)
        timer = setTimeout(() => silence.abort(), silenceMs)
        bytes += piece.length
        if (bytes > wanted)
          throw new Problem(
            'FILE_UNREADABLE',
            t`What ${{ host: address.host }} gives as ${{ name }} is larger than its feed says, so it was removed; nothing was installed.`,
          )
        await handle.write(piece)
        onBytes(bytes)
      }
    } finally {
      await handle.close()
    }
  } catch (error) {
    // a full disk is what it is; anything else is the network
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') throw error
    throw notReached(address, error)
  } finally {
    clearTimeout(timer)
  }
}
