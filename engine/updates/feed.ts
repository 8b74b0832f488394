import { z } from 'zod'

/** What lies in the folder that a feed is, beside the installers it names. */
export const feedFiles = { feed: 'debrief-update.json', signature: 'debrief-update.json.sig' } as const

/** The ways an installed Debrief can be brought up to date; a package of Debian (`deb`) is the system's to install. */
export const installers = ['nsis', 'mac-zip', 'appimage', 'deb'] as const
export type Installer = (typeof installers)[number]

const version = z.string().regex(/^\d{1,5}\.\d{1,5}\.\d{1,5}$/)

const feedEntry = z.object({
  installer: z.enum(installers),
  cpu: z.enum(['x64', 'arm64']),
  /** A file beside the feed; never a path and never an address. */
  name: z
    .string()
    .max(200)
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/),
  bytes: z.int().positive().max(4_000_000_000),
  /** In hexadecimal. */
  sha512: z.string().regex(/^[0-9a-f]{128}$/),
})
export type FeedEntry = z.infer<typeof feedEntry>

/** One version that can be had. Keys that are not known are passed over: a later Debrief may write more. */
export const updateFeed = z.object({
  format: z.literal('debrief-update-1'),
  version,
  madeAt: z.iso.datetime(),
  /** From then on the feed says nothing: whoever keeps a newer one from somebody cannot do so for longer. */
  validUntil: z.iso.datetime(),
  /** What is new, as plain text. */
  notes: z.string().max(8000),
  files: z.array(feedEntry).min(1).max(50),
})
export type UpdateFeed = z.infer<typeof updateFeed>

/** Positive where the first version is the newer. Both are three numbers. */
export function compareVersions(one: string, other: string): number {
  const [first, second] = [one.split('.').map(Number), other.split('.').map(Number)]
  const place = first.findIndex((part, index) => part !== second[index])
  return place < 0 ? 0 : first[place]! - (second[place] ?? 0)
}
