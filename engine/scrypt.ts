import { scrypt } from 'node:crypto'

/** How much work a guess at a passphrase is. */
export interface ScryptCost {
  /** Its base-2 logarithm. */
  logN: number
  r: number
  p: number
}

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
