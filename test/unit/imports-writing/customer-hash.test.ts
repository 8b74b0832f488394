import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { createHmacSha256 } from '../../../engine/hmac-sha-256.ts'
import { createCustomerHasher } from '../../../engine/imports/writing/customer-hash.ts'

test.each([
  // RFC 4231, test cases 1, 2 and 6
  [Buffer.alloc(20, 0x0b), 'Hi There', 'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7'],
  [
    Buffer.from('Jefe'),
    'what do ya want for nothing?',
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  ],
  [
    Buffer.alloc(131, 0xaa),
    'Test Using Larger Than Block-Size Key - Hash Key First',
    '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54',
  ],
])('the customer hash is HMAC-SHA-256 as published (%#)', (key, message, published) => {
  expect(createHmacSha256(key)(message)).toBe(published)
})

test('messages of any length and script hash as by Node itself', () => {
  const key = Buffer.alloc(32, 7)
  const messages = ['', 'ü€', 'x'.repeat(1024), 'é'.repeat(900), 'a']
  const expected = messages.map((message) => createHmac('sha256', key).update(message).digest('hex'))
  expect(messages.map(createHmacSha256(key))).toEqual(expected)
})

test('a telephone number is one customer however it is punctuated, and another key gives another number', () => {
  const hash = createCustomerHasher(Buffer.alloc(32, 7))
  expect(hash('+1 (212) 555-0101')).toBe(hash('12125550101'))
  expect(hash('Ada@Example.com ')).toBe(hash('ada@example.com'))
  expect(hash('12125550102')).not.toBe(hash('12125550101'))
  expect(createCustomerHasher(Buffer.alloc(32, 8))('12125550101')).not.toBe(hash('12125550101'))
  expect(Number.isSafeInteger(hash('12125550101'))).toBe(true)
})
