import { describe, expect, test } from 'vitest'
import { recoveryPage, recoveryText } from '../../../renderer/features/settings/protection/recovery-sheet.ts'
import { strengthOf } from '../../../renderer/features/settings/protection/strength.ts'

describe('the strength of a passphrase', () => {
  test.each([
    ['', false, /At least 12 letters/],
    ['elevenchars', false, /At least 12 letters/],
    ['           a', false, /At least 12 letters/],
    ['abababababababab', true, /Weak/],
    ['correct horse', true, /Fair/],
    ['seven green boilers sing', true, /Strong/],
  ])('of "%s"', (passphrase, isEnough, words) => {
    expect(strengthOf(passphrase).isEnough).toBe(isEnough)
    expect(strengthOf(passphrase).words).toMatch(words)
  })
})

test('a recovery key is kept as a text and as a page with the key and what it is for', () => {
  const key = 'J6FP-AG0A-18A6-AYJ1-KZFG-1EV2-R2C0-5TXY-RESG'
  for (const form of [recoveryText(key), recoveryPage(key)]) {
    expect(form).toContain(key)
    expect(form).toContain('Keep it apart from the computer')
  }
})
