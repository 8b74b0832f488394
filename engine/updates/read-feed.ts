import { createPublicKey, verify, type KeyObject } from 'node:crypto'
import { t } from '#speech'
import { Problem } from '../problem.ts'
import { addressIn, readSmallFile } from './ask-feed.ts'
import { compareVersions, feedFiles, updateFeed, type UpdateFeed } from './feed.ts'

const LARGEST_FEED = 100_000
const LARGEST_SIGNATURE = 1000

/** The keys of a text of PEM blocks that a feed may be signed with: one, or the old and the new while keys change. Other kinds are none. */
export function feedKeys(pem: string): KeyObject[] {
  const blocks = pem.match(/-----BEGIN PUBLIC KEY-----[^]+?-----END PUBLIC KEY-----/g) ?? []
  return blocks.map((block) => createPublicKey(block)).filter((key) => key.asymmetricKeyType === 'ed25519')
}

export interface FeedReading {
  keys: readonly KeyObject[]
  /** The version that runs. */
  version: string
  /** When the newest feed that was ever believed here was made, in milliseconds; 0 before the first. */
  newestMadeAt: number
  now: number
}

/**
 * Reads the feed at an address and believes it only where one of the keys signed every byte of it, it has not expired, it is not older
 * than one believed before, and it offers nothing older than what runs. Nothing else is asked for until then. Throws a Problem of one sentence.
 */
export async function readFeed(feed: string, reading: FeedReading): Promise<UpdateFeed> {
  const address = addressIn(feed, feedFiles.feed)
  const bytes = await readSmallFile(address, LARGEST_FEED)
  const signature = await readSmallFile(addressIn(feed, feedFiles.signature), LARGEST_SIGNATURE)
  const given = Buffer.from(signature.toString('latin1').trim(), 'base64')
  if (!reading.keys.some((key) => verify(null, bytes, key, given)))
    throw refusal(
      t`The feed of updates at ${{ host: address.host }} is not signed with the key of this Debrief; nothing was fetched.`,
    )
  const parsed = updateFeed.safeParse(asJson(bytes))
  if (!parsed.success)
    throw refusal(
      t`The feed of updates at ${{ host: address.host }} is of a kind that this Debrief does not know; install the next version by hand.`,
    )
  const content = parsed.data
  const [madeAt, validUntil] = [Date.parse(content.madeAt), Date.parse(content.validUntil)]
  if (reading.now > validUntil)
    throw refusal(
      t`The feed of updates at ${{ host: address.host }} expired on ${{ day: content.validUntil.slice(0, 10) }}; nothing was fetched. Look at this computer's clock, or ask whoever keeps the feed.`,
    )
  if (madeAt < reading.newestMadeAt)
    throw refusal(
      t`The feed of updates at ${{ host: address.host }} is older than the one seen before; nothing was fetched. Ask whoever keeps the feed.`,
    )
  if (compareVersions(content.version, reading.version) < 0)
    throw refusal(
      t`The feed of updates at ${{ host: address.host }} offers ${{ version: content.version }}, which is older than this ${{ own: reading.version }}; nothing was fetched.`,
    )
  return content
}

function asJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}

function refusal(sentence: string): Problem {
  return new Problem('FILE_UNREADABLE', sentence)
}
