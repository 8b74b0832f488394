import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto'
import { promisify } from 'node:util'

// OWASP, Password Storage Cheat Sheet: scrypt with N = 2^17, r = 8, p = 1
const COST = { N: 131_072, r: 8, p: 1 }
const BYTES = 32

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt)

/** How to check a passphrase later, as text: costs, salt of its own and what scrypt makes of both. */
export async function keepPassphrase(passphrase: string): Promise<string> {
  const salt = randomBytes(16)
  return [
    'scrypt',
    COST.N,
    COST.r,
    COST.p,
    salt.toString('base64'),
    (await made(passphrase, salt, COST)).toString('base64'),
  ].join('$')
}

/** Whether it is the one that was kept; takes as long for a wrong one as for the right one. */
export async function isPassphrase(kept: string, passphrase: string): Promise<boolean> {
  const [kind, N, r, p, salt = '', right = ''] = kept.split('$')
  if (kind !== 'scrypt') return false
  const found = await made(passphrase, Buffer.from(salt, 'base64'), {
    N: Number(N),
    r: Number(r),
    p: Number(p),
  })
  const wanted = Buffer.from(right, 'base64')
  return wanted.length === found.length && timingSafeEqual(wanted, found)
}

const made = (passphrase: string, salt: Buffer, cost: typeof COST) =>
  derive(passphrase.normalize('NFKC'), salt, BYTES, { ...cost, maxmem: 256 * cost.N * cost.r })
