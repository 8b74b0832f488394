import { expect, test } from 'vitest'
import { isPassphrase, keepPassphrase } from '../../../engine/governance/profiles/passphrase.ts'

// each takes as long as it must, on a busy machine many times that
const SLOW_MS = 120_000

test(
  'what is kept of a passphrase tells it from others and does not have it, twice kept not the same',
  async () => {
    const kept = await keepPassphrase('five boilers sing')
    expect(kept).toMatch(/^scrypt\$131072\$8\$1\$/)
    expect(kept).not.toContain('boilers')
    expect(kept).not.toContain(Buffer.from('five boilers sing').toString('base64'))
    expect(await keepPassphrase('five boilers sing')).not.toBe(kept)
    expect(await isPassphrase(kept, 'five boilers sing')).toBe(true)
    for (const wrong of ['five boilers sing ', '']) expect(await isPassphrase(kept, wrong)).toBe(false)
  },
  SLOW_MS,
)

test(
  'one typed on another keyboard is the same, and what was not kept so is nobody’s',
  async () => {
    const composed = 'Grüße aus Köln'.normalize('NFC')
    const kept = await keepPassphrase(composed)
    expect(await isPassphrase(kept, composed.normalize('NFD'))).toBe(true)
    expect(await isPassphrase('plain$five boilers sing', 'five boilers sing')).toBe(false)
    expect(await isPassphrase(kept.slice(0, kept.lastIndexOf('$') + 1), composed)).toBe(false)
  },
  SLOW_MS,
)
