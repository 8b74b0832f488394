import { createHmac } from 'node:crypto'

const MOST_REMEMBERED = 200_000

/**
 * Turns a customer's number or id into the first 53 bits of its HMAC-SHA-256 under the workspace's key: equal customers stay equal,
 * and the number itself is never stored. Punctuation in phone numbers does not matter.
 */
export function createCustomerHasher(key: Buffer): (customer: string) => number {
  const known = new Map<string, number>()
  return (customer) => {
    let hashed = known.get(customer)
    if (hashed === undefined) {
      const plain = /^[\d\s()+./-]+$/.test(customer)
        ? customer.replace(/[^\d]/g, '')
        : customer.trim().toLowerCase()
      const digest = createHmac('sha256', key).update(plain).digest()
      hashed = digest.readUIntBE(0, 6) * 32 + (digest[6]! >> 3)
      if (known.size >= MOST_REMEMBERED) known.clear()
      known.set(customer, hashed)
    }
    return hashed
  }
}
