import { readSetting, type ReadableDatabase } from '../store/index.ts'
import { createCustomerHasher } from './writing/customer-hash.ts'

/** Gives the hash by which a customer's reference is known here; null where no reference was ever imported. */
export function customerHasher(database: ReadableDatabase): ((customer: string) => number) | null {
  const key = readSetting(database, 'customer-key')
  return key === undefined ? null : createCustomerHasher(Buffer.from(key, 'base64'))
}
