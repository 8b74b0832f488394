import { vi } from 'vitest'

// A passphrase is made to cost most of a second, on purpose. Tests that are about something else choose the least a key file may say; what a
// passphrase really costs is asked of test/unit/governance/passphrase.test.ts and test/unit/store/keys.test.ts.
vi.mock(import('../../engine/scrypt-cost.ts'), () => ({ SCRYPT_COST: { logN: 14, r: 1, p: 1 } }))
