import { randomBytes } from 'node:crypto'
import { readSetting, writeSetting, type ReadableDatabase, type WritableDatabase } from '../store/index.ts'
import { createCustomerHasher } from './writing/customer-hash.ts'

/** The workspace's own random key for customer references, made when it is first needed. */
export function customerKey(database: WritableDatabase): Buffer {
  const stored = readSetting(database, 'customer-key')
  if (stored) return Buffer.from(stored, 'base64')
  const key = randomBytes(32)
  writeSetting(database, 'customer-key', key.toString('base64'))
  return key
}

/** What a customer's number or id is kept as; null where no customer was ever kept. */
export function hashOfCustomer(database: ReadableDatabase, customer: string): number | null {
  const stored = readSetting(database, 'customer-key')
  return stored === undefined ? null : createCustomerHasher(Buffer.from(stored, 'base64'))(customer)
}
