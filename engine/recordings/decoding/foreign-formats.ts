import { msg, say, t, type MessageDescriptor } from '#speech'

/** A format that only ffmpeg reads. */
export interface ForeignFormat {
  /** For sentences: "an M4A or MP4 file". */
  name: string
  /** The one demuxer of ffmpeg that may read it, so that a file never chooses another by what it holds. */
  demuxer: string
}

interface Signature extends Omit<ForeignFormat, 'name'> {
  name: MessageDescriptor
  at: number
  bytes: string | readonly number[]
}

const matroska = { name: msg`a WebM or Matroska file`, demuxer: 'matroska' }
const mp4 = { name: msg`an M4A, MP4 or QuickTime file`, demuxer: 'mov' }

const signatures: readonly Signature[] = [
  { ...mp4, at: 4, bytes: 'ftyp' },
  { ...mp4, at: 4, bytes: 'moov' },
  { ...mp4, at: 4, bytes: 'mdat' },
  { ...matroska, at: 0, bytes: [0x1a, 0x45, 0xdf, 0xa3] },
  {
    name: msg`a Windows Media (WMA) file`,
    demuxer: 'asf',
    at: 0,
    bytes: [0x30, 0x26, 0xb2, 0x75, 0x8e, 0x66],
  },
  { name: msg`an AMR file`, demuxer: 'amr', at: 0, bytes: '#!AMR' },
  { name: msg`an AVI file`, demuxer: 'avi', at: 8, bytes: 'AVI ' },
  { name: msg`an AIFF file`, demuxer: 'aiff', at: 8, bytes: 'AIFF' },
  { name: msg`an AIFF file`, demuxer: 'aiff', at: 8, bytes: 'AIFC' },
  { name: msg`an AU file`, demuxer: 'au', at: 0, bytes: '.snd' },
  { name: msg`a Core Audio file`, demuxer: 'caf', at: 0, bytes: 'caff' },
  {
    name: msg`a Wave64 file`,
    demuxer: 'w64',
    at: 0,
    bytes: [0x72, 0x69, 0x66, 0x66, 0x2e, 0x91, 0xcf, 0x11],
  },
  { name: msg`a big-endian WAV file`, demuxer: 'wav', at: 0, bytes: 'RIFX' },
  { name: msg`a Flash video`, demuxer: 'flv', at: 0, bytes: [0x46, 0x4c, 0x56, 0x01] },
  { name: msg`an MPEG video`, demuxer: 'mpeg', at: 0, bytes: [0, 0, 1, 0xba] },
  { name: msg`a Monkey's Audio file`, demuxer: 'ape', at: 0, bytes: 'MAC ' },
  { name: msg`a WavPack file`, demuxer: 'wv', at: 0, bytes: 'wvpk' },
  { name: msg`a RealMedia file`, demuxer: 'rm', at: 0, bytes: '.RMF' },
]

/** The format of a file by its first bytes, or null. MPEG streams without a header are told by their repeating marks. */
export function foreignFormat(head: Uint8Array): ForeignFormat | null {
  if (isPicture(head)) return null
  const found = signatures.find(({ at, bytes }) => startsWith(head, bytes, at))
  if (found) return { name: say(found.name), demuxer: found.demuxer }
  if (isTransportStream(head)) return { name: t`an MPEG transport stream`, demuxer: 'mpegts' }
  return null
}

/** HEIC and AVIF pictures share the container of MP4. */
function isPicture(head: Uint8Array): boolean {
  return ['heic', 'heix', 'mif1', 'msf1', 'avif', 'avis'].some((brand) => startsWith(head, `ftyp${brand}`, 4))
}

/** Whether `bytes` stand in `head` at a place. */
export function startsWith(head: Uint8Array, bytes: string | readonly number[], at = 0): boolean {
  const wanted = typeof bytes === 'string' ? Array.from(bytes, (letter) => letter.charCodeAt(0)) : bytes
  return wanted.every((byte, index) => head[at + index] === byte)
}

function isTransportStream(head: Uint8Array): boolean {
  return head.length > 3 * 188 && [0, 1, 2, 3].every((packet) => head[packet * 188] === 0x47)
}
