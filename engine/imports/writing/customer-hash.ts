import { createHmacSha256 } from '../../hmac-sha-256.ts'

/**
 * Turns a customer's number or id into the first 53 bits of its HMAC-SHA-256 under the workspace's key: equal customers stay equal,
 * and the number itself is never stored. Punctuation in phone numbers does not matter.
 */
export function createCustomerHasher(key: Buffer): (customer: string) => number {
  const hmac = createHmacSha256(key)
  return (customer) => {
    const plain = /^[\d\s()+./-]+$/.test(customer)
      ? customer.replace(/[^\d]+/g, '')
      : customer.trim().toLowerCase()
    const digest = hmac(plain)
    return parseInt(digest.slice(0, 12), 16) * 32 + (parseInt(digest.slice(12, 14), 16) >> 3)
  }
}
