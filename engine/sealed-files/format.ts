import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

// A sealed file is a head and chunks of 64 KB, each encrypted by AES-256-GCM with a key of this file alone. The nonce holds the chunk's
// number and whether it is the last (the STREAM construction: Hoang, Reyhanitabar, Rogaway and Vizár, 2015), and the head is
// authenticated with every chunk: chunks that are changed, exchanged, left out or cut off at the end are seen, and any chunk can be read alone.

const MAGIC = Buffer.from('DBRFSEA1', 'latin1')
/** Magic, name of the key, salt. */
export const HEAD_BYTES = 8 + 8 + 16
export const CHUNK_BYTES = 65_536
export const TAG_BYTES = 16
/** A chunk as it lies in the file. */
const SEALED_CHUNK_BYTES = CHUNK_BYTES + TAG_BYTES

/** A key that files are sealed with, and its name. */
export interface SealingKey {
  /** 16 hexadecimal digits. */
  id: string
  secret: Buffer
}

/** What stands at the beginning of a sealed file. */
export interface SealedHead {
  bytes: Buffer
  keyId: string
  salt: Buffer
}

/** The head of a new sealed file. */
export function newHead(keyId: string): SealedHead {
  const salt = randomBytes(16)
  return { bytes: Buffer.concat([MAGIC, Buffer.from(keyId, 'hex'), salt]), keyId, salt }
}

/** The head of a file; null where it is not sealed. */
export function readHead(bytes: Uint8Array): SealedHead | null {
  if (bytes.length < HEAD_BYTES || !MAGIC.equals(bytes.subarray(0, 8))) return null
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES))
  return { bytes: head, keyId: head.toString('hex', 8, 16), salt: head.subarray(16) }
}

/** The key of one file. */
export function fileKeyOf(key: SealingKey, head: SealedHead): Buffer {
  return Buffer.from(hkdfSync('sha256', key.secret, head.salt, 'debrief media file', 32))
}

/** How many bytes a sealed file holds, by its own length; null where no sealed file is as long as that. */
export function plainBytes(sealedBytes: number): number | null {
  const body = sealedBytes - HEAD_BYTES
  const chunks = Math.ceil(body / SEALED_CHUNK_BYTES)
  const plain = body - chunks * TAG_BYTES
  return chunks < 1 || plain < 0 || plain < (chunks - 1) * CHUNK_BYTES ? null : plain
}

/** How many chunks hold so many bytes; an empty file has one that is empty. */
export function chunkCount(plain: number): number {
  return Math.max(1, Math.ceil(plain / CHUNK_BYTES))
}

/** Where a chunk lies in the file. */
export function chunkPlace(index: number): number {
  return HEAD_BYTES + index * SEALED_CHUNK_BYTES
}

function nonceOf(index: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(index, 7)
  nonce[11] = isLast ? 1 : 0
  return nonce
}

/** Seals a chunk. Each index of a file may be sealed once only. */
export function sealChunk(
  fileKey: Buffer,
  head: SealedHead,
  place: { index: number; isLast: boolean },
  plain: Uint8Array,
): Buffer {
  const cipher = createCipheriv('aes-256-gcm', fileKey, nonceOf(place.index, place.isLast)).setAAD(head.bytes)
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** Opens a chunk; null where it is not what was sealed in this place. */
export function openChunk(
  fileKey: Buffer,
  head: SealedHead,
  place: { index: number; isLast: boolean },
  sealed: Uint8Array,
): Buffer | null {
  if (sealed.length < TAG_BYTES) return null
  const decipher = createDecipheriv('aes-256-gcm', fileKey, nonceOf(place.index, place.isLast))
    .setAAD(head.bytes)
    .setAuthTag(sealed.subarray(sealed.length - TAG_BYTES))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES)), decipher.final()])
  } catch {
    return null
  }
}
