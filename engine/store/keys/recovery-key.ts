import { createHash, randomBytes } from 'node:crypto'

/** Crockford's base 32: no letter that reads like a digit. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const BYTES = 20
const CHECK_LETTERS = 4

/** The letters of some bytes, five bits each. */
function lettersOf(bytes: Uint8Array): string {
  let letters = ''
  let bits = 0
  let held = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    for (bits += 8; bits >= 5; bits -= 5) letters += ALPHABET[(held >> (bits - 5)) & 31]!
    held &= (1 << bits) - 1
  }
  return letters
}

function bytesOf(letters: string): Buffer {
  const bytes: number[] = []
  let bits = 0
  let held = 0
  for (const letter of letters) {
    held = (held << 5) | ALPHABET.indexOf(letter)
    bits += 5
    if (bits < 8) continue
    bytes.push((held >> (bits - 8)) & 255)
    bits -= 8
    held &= (1 << bits) - 1
  }
  return Buffer.from(bytes)
}

function checkOf(bytes: Uint8Array): string {
  return lettersOf(createHash('sha256').update('debrief recovery key').update(bytes).digest()).slice(
    0,
    CHECK_LETTERS,
  )
}

/** A new recovery key: 160 random bits and 20 bits of check sum, in nine groups of four letters. */
export function newRecoveryKey(): string {
  const bytes = randomBytes(BYTES)
  const letters = lettersOf(bytes) + checkOf(bytes)
  return letters.match(/.{4}/g)!.join('-')
}

/** How much of a recovery key a text is: its bytes; a key with a typing error; or no recovery key at all. */
export function readRecoveryKey(text: string): Buffer | 'mistyped' | null {
  const letters = text.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  const length = (BYTES * 8) / 5 + CHECK_LETTERS
  if (letters.length !== length || ![...letters].every((letter) => ALPHABET.includes(letter))) {
    // nine groups of about four letters are a key someone copied by hand, not a passphrase
    return /^[0-9a-z]{3,5}([- ][0-9a-z]{3,5}){7,9}$/i.test(text.trim()) ? 'mistyped' : null
  }
  const bytes = bytesOf(letters.slice(0, -CHECK_LETTERS))
  return checkOf(bytes) === letters.slice(-CHECK_LETTERS) ? bytes : 'mistyped'
}
