import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, scrypt } from 'node:crypto'

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

/** How much work a guess at a passphrase is. */
export interface ScryptCost {
  /** Its base-2 logarithm. */
  logN: number
  r: number
  p: number
}

/** What OWASP's cheat sheet on storing passwords asks for: 128 MB of memory a guess. */
export const SCRYPT_COST: ScryptCost = { logN: 17, r: 8, p: 1 }

/** The key of 32 bytes a passphrase stands for (scrypt, RFC 7914). The same text typed on another keyboard is the same passphrase. */
export function keyOfPassphrase(passphrase: string, salt: Uint8Array, cost: ScryptCost): Promise<Buffer> {
  const N = 2 ** cost.logN
  return new Promise((resolve, reject) => {
    scrypt(
      passphrase.normalize('NFKC'),
      salt,
      32,
      { N, r: cost.r, p: cost.p, maxmem: 128 * N * cost.r * cost.p + 64 * 1024 * 1024 },
      (error, key) => (error ? reject(error) : resolve(key)),
    )
  })
}
