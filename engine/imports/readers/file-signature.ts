import type { FileProblemCode } from './types.ts'

type FileSignature =
  | 'zip'
  | 'ole2'
  | 'old-excel'
  | Extract<FileProblemCode, 'archive' | 'audio' | 'pdf' | 'image' | 'office-document'>

const signatures: [FileSignature, number, string][] = [
  ['zip', 0, '504b0304'],
  ['zip', 0, '504b0506'],
  ['ole2', 0, 'd0cf11e0a1b11ae1'],
  // the workbook of Excel 4 and 5 without a container: the record that begins a sheet
  ['old-excel', 0, '09040600'],
  ['old-excel', 0, '09080600'],
  ['old-excel', 0, '09080800'],
  ['old-excel', 0, '09081000'],
  ['archive', 0, '1f8b'],
  ['archive', 0, '377abcaf271c'],
  ['archive', 0, '526172211a07'],
  ['archive', 0, '425a68'],
  ['archive', 0, 'fd377a585a00'],
  ['archive', 0, '28b52ffd'],
  ['archive', 257, '7573746172'],
  ['pdf', 0, '255044462d'],
  ['image', 0, '89504e470d0a1a0a'],
  ['image', 0, 'ffd8ff'],
  ['image', 0, '474946383761'],
  ['image', 0, '474946383961'],
  ['image', 0, '49492a00'],
  ['image', 0, '4d4d002a'],
  ['audio', 0, '494433'],
  ['audio', 0, '4f676753'],
  ['audio', 0, '664c6143'],
  ['audio', 0, '2e736e64'],
  ['audio', 0, '2321414d52'],
  ['audio', 0, '1a45dfa3'],
  ['audio', 4, '66747970'],
  ['audio', 0, '3026b2758e66cf11'],
  ['office-document', 0, '7b5c727466'],
]

/** What the first bytes of a file that is no text say it is; null when they say nothing. */
export function fileSignature(head: Buffer): FileSignature | null {
  for (const [signature, offset, hex] of signatures) {
    const bytes = Buffer.from(hex, 'hex')
    if (head.subarray(offset, offset + bytes.length).equals(bytes)) return signature
  }
  const riff = head.subarray(0, 4).toString('latin1')
  if (riff === 'RIFF' || riff === 'RF64')
    return head.subarray(8, 12).toString('latin1') === 'WEBP' ? 'image' : 'audio'
  if (riff === 'FORM' && head.subarray(8, 11).toString('latin1') === 'AIF') return 'audio'
  return isMp3Frame(head) ? 'audio' : null
}

/** An MPEG audio frame without an ID3 tag: eleven set bits and no reserved version, layer or bit rate. */
function isMp3Frame(head: Buffer): boolean {
  const [first = 0, second = 0, third = 0] = head
  return (
    first === 0xff &&
    (second & 0xe0) === 0xe0 &&
    second !== 0xfe &&
    second !== 0xff &&
    (second & 0x18) !== 0x08 &&
    (second & 0x06) !== 0 &&
    third >> 4 !== 0x0f &&
    third !== 0
  )
}

/** An encrypted workbook is an OLE2 container with a stream of this name, written in UTF-16. */
export function isEncryptedPackage(bytes: Buffer): boolean {
  return bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))
}
