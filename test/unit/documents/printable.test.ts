import { expect, test } from 'vitest'
import { createPrintable } from '../../../engine/documents/pdf/printable.ts'

test('Latin, Greek and Cyrillic are printed as they are', () => {
  const printable = createPrintable()
  const text = 'Zoë Łukaszewicz — Ελληνικά, Українська “…” 5 − 3 ≥ 2 €\n'
  expect(printable(text)).toBe(text)
  expect(printable.hasMissing).toBe(false)
})

test('what the font lacks stands as one sign for each character, and is known', () => {
  const printable = createPrintable()
  expect(printable('世界 👩‍👩‍👧 x')).toBe('\uFFFD\uFFFD \uFFFD x')
  expect(printable.hasMissing).toBe(true)
})

test('signs that can be said otherwise are, and decomposed letters are composed', () => {
  const printable = createPrintable()
  expect(printable('a → b e\u0301')).toBe('a -> b é')
  expect(printable.hasMissing).toBe(false)
})
