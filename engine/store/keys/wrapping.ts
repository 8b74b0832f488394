import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** Bytes wrapped by AES-256-GCM: nonce, tag and ciphertext, as base64. */
export type Wrapped = string

const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Wraps `secret` with a key of 32 bytes; `about` is authenticated along with it. */
export function wrap(key: Buffer, secret: Uint8Array, about: string): Wrapped {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about))
  const sealed = Buffer.concat([cipher.update(secret), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64')
}

/** What was wrapped; null where the key, the bytes or `about` are not the same any more. */
export function unwrap(key: Buffer, wrapped: Wrapped, about: string): Buffer | null {
  const bytes = Buffer.from(wrapped, 'base64')
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return null
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES))
    .setAAD(Buffer.from(about))
    .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()])
  } catch {
    return null
  }
}

/** A key of 32 bytes for one purpose, from a key or a secret that is random already (HKDF, RFC 5869). */
export function keyFor(purpose: string, secret: Uint8Array, salt: Uint8Array = Buffer.alloc(0)): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, purpose, 32))
}
