import { randomBytes } from 'node:crypto'
import { readSetting, writeSetting, type WritableDatabase } from '../store/index.ts'

/** The workspace's own random key for customer references, made when it is first needed. */
export function customerKey(database: WritableDatabase): Buffer {
  const stored = readSetting(database, 'customer-key')
  if (stored) return Buffer.from(stored, 'base64')
  const key = randomBytes(32)
  writeSetting(database, 'customer-key', key.toString('base64'))
  return key
}
