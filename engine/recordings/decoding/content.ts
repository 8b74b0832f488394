import { t } from '#speech'
import { foreignFormat, startsWith, type ForeignFormat } from './foreign-formats.ts'
import { findMpegStream, id3Bytes } from './mp3/find-stream.ts'

/** What a file is by its first bytes. `tag` is an ID3 tag: what follows it decides. */
export type AudioContent =
  | { kind: 'wav' | 'flac' | 'ogg' | 'mp3' }
  | { kind: 'tag'; bytes: number }
  | { kind: 'foreign'; format: ForeignFormat }

/** How much of the beginning of a file is looked at. */
export const headBytes = 4096

const mpegAudio = (): ForeignFormat => ({ name: t`an MPEG layer I or II file`, demuxer: 'mp3' })

/**
 * Tells audio from everything else by content, never by a file's name. `isWhole` says that the file is no longer than `head`. Null
 * when it is no audio.
 */
export function audioContent(head: Uint8Array, isWhole: boolean): AudioContent | null {
  if (isRiff(head)) return startsWith(head, 'WAVE', 8) ? { kind: 'wav' } : foreign(head)
  if (startsWith(head, 'fLaC')) return { kind: 'flac' }
  if (startsWith(head, 'OggS')) return { kind: 'ogg' }
  const tagBytes = id3Bytes(head)
  if (tagBytes > 0) return { kind: 'tag', bytes: tagBytes }
  const known = foreign(head)
  if (known) return known
  if (isAdts(head)) return { kind: 'foreign', format: { name: t`an AAC file`, demuxer: 'aac' } }
  // right at the start two frames are convincing, after other bytes it takes more
  const stream = findMpegStream(head, 1, isWhole)
  const isConvincing = stream?.at === 0 || findMpegStream(head, 3, isWhole) !== null
  if (!stream || !isConvincing) return null
  return stream.header.layer === 3 ? { kind: 'mp3' } : { kind: 'foreign', format: mpegAudio() }
}

/** Whether a file is a recording, by its first 4,096 bytes. */
export function isAudioFile(head: Uint8Array): boolean {
  return audioContent(head, head.length < headBytes) !== null
}

function isRiff(head: Uint8Array): boolean {
  return ['RIFF', 'RF64', 'BW64'].some((id) => startsWith(head, id))
}

function foreign(head: Uint8Array): AudioContent | null {
  const format = foreignFormat(head)
  return format && { kind: 'foreign', format }
}

/** AAC in its own frames (ISO 13818-7): two headers in a row whose distance is the length the first one states. */
function isAdts(head: Uint8Array): boolean {
  const isHeader = (at: number) => head[at] === 0xff && (head[at + 1]! & 0xf6) === 0xf0
  if (!isHeader(0) || head.length < 7) return false
  const length = ((head[3]! & 3) << 11) | (head[4]! << 3) | (head[5]! >> 5)
  return length >= 7 && isHeader(length)
}
