import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { packageOf } from '../../scripts/bundled-packages.ts'
import { ensureBuilt } from '../../scripts/ensure-built.ts'
import { thirdPartyNotices } from '../../scripts/third-party-notices.ts'

const root = join(import.meta.dirname, '..', '..')
beforeAll(async () => void (await ensureBuilt()), 60_000)

test('the notices of third parties name what the build really contains (else: npm run notices)', () => {
  const written = readFileSync(join(root, 'THIRD_PARTY_NOTICES.md'), 'utf8')
  const titles = (text: string) => text.split('\n').filter((line) => line.startsWith('## '))
  expect(titles(written)).toEqual(titles(thirdPartyNotices(root)))
  expect(written).toBe(thirdPartyNotices(root))
})

test('the notices credit the sentiment lexicon and the database', () => {
  const written = readFileSync(join(root, 'THIRD_PARTY_NOTICES.md'), 'utf8')
  expect(written).toContain('## VADER sentiment lexicon\n\nLicence: MIT')
  expect(written).toMatch(/## better-sqlite3-multiple-ciphers \d/)
})

test.each([
  ['/a/node_modules/react/index.js', 'react'],
  ['/a/node_modules/@orpc/server/node_modules/@orpc/shared/dist/index.mjs', '@orpc/shared'],
  ['C:\\a\\node_modules\\zod\\index.js', 'zod'],
  ['/a/renderer/main.tsx', null],
])('the module %s belongs to %s', (moduleId, name) => {
  expect(packageOf(moduleId)).toBe(name)
})
