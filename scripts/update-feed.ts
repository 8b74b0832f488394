import { createHash, createPrivateKey, sign } from 'node:crypto'
import { createReadStream, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { feedFiles, updateFeed, type Installer, type UpdateFeed } from '../engine/updates/index.ts'

/** The names that electron-builder gives installers, and how each brings a Debrief up to date. */
const endings: readonly (readonly [RegExp, Installer])[] = [
  [/-setup\.exe$/, 'nsis'],
  [/-mac\.zip$/, 'mac-zip'],
  [/\.AppImage$/, 'appimage'],
  [/\.deb$/, 'deb'],
]

export interface FeedOrder {
  /** The folder with the installers, in which the feed is written. */
  folder: string
  version: string
  /** An Ed25519 key, as PEM. */
  privateKey: string
  notes: string
  daysValid: number
  now: number
}

/** Writes the feed of a version beside its installers, and the signature over every byte of it; what the feed says. */
export async function writeFeed(order: FeedOrder): Promise<UpdateFeed> {
  const { folder, version, now } = order
  const key = createPrivateKey(order.privateKey)
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('The key has to be an Ed25519 key.')
  const names = readdirSync(folder).filter((name) => installerOf(name) !== null && name.includes(version))
  if (names.length === 0) throw new Error(`There is no installer of ${version} in ${folder}.`)
  const feed = updateFeed.parse({
    format: 'debrief-update-1',
    version,
    madeAt: new Date(now).toISOString(),
    validUntil: new Date(now + order.daysValid * 86_400_000).toISOString(),
    notes: order.notes,
    files: await Promise.all(names.map((name) => entryOf(folder, name))),
  })
  const bytes = Buffer.from(`${JSON.stringify(feed, null, 2)}\n`)
  writeFileSync(join(folder, feedFiles.feed), bytes)
  writeFileSync(join(folder, feedFiles.signature), `${sign(null, bytes, key).toString('base64')}\n`)
  return feed
}

async function entryOf(folder: string, name: string): Promise<UpdateFeed['files'][number]> {
  const file = join(folder, name)
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  return {
    installer: installerOf(name)!,
    // what names no processor is of the usual one
    cpu: /arm64|aarch64/.test(name) ? 'arm64' : 'x64',
    name,
    bytes: statSync(file).size,
    sha512: hash.digest('hex'),
  }
}

function installerOf(name: string): Installer | null {
  return endings.find(([ending]) => ending.test(name))?.[1] ?? null
}
