import { randomBytes, timingSafeEqual } from 'node:crypto'
import { SCRYPT_COST } from '../../scrypt-cost.ts'
import { keyOfPassphrase } from '../../scrypt.ts'

/** How to check a passphrase later, as text: costs, salt of its own and what scrypt makes of both. */
export async function keepPassphrase(passphrase: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await keyOfPassphrase(passphrase, salt, SCRYPT_COST)
  const { logN, r, p } = SCRYPT_COST
  return ['scrypt', 2 ** logN, r, p, salt.toString('base64'), key.toString('base64')].join('$')
}

/** Whether it is the one that was kept; takes as long for a wrong one as for the right one. */
export async function isPassphrase(kept: string, passphrase: string): Promise<boolean> {
  const [kind, N, r, p, salt = '', right = ''] = kept.split('$')
  if (kind !== 'scrypt') return false
  const cost = { logN: Math.log2(Number(N)), r: Number(r), p: Number(p) }
  const found = await keyOfPassphrase(passphrase, Buffer.from(salt, 'base64'), cost)
  const wanted = Buffer.from(right, 'base64')
  return wanted.length === found.length && timingSafeEqual(wanted, found)
}
