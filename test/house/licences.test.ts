import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isAcceptedLicence, refusedPackages } from '../../scripts/licences.ts'

const root = join(import.meta.dirname, '..', '..')

test('every package in the tree has a licence that lets Debrief be MIT', () => {
  expect(refusedPackages(root)).toEqual([])
})

test('a GPL package, an AGPL package and one without a licence are each refused', () => {
  const planted = mkdtempSync(join(tmpdir(), 'debrief-licences-'))
  const packages = {
    '': { license: 'MIT' },
    'node_modules/decoder': { license: 'GPL-2.0' },
    'node_modules/@scope/database': { license: 'AGPL-3.0-only' },
    'node_modules/mystery': {},
    'node_modules/fine': { license: 'MIT' },
    'node_modules/fine/node_modules/nested': { license: '(GPL-3.0 OR SSPL-1.0)' },
  }
  writeFileSync(join(planted, 'package-lock.json'), JSON.stringify({ packages }))
  expect(refusedPackages(planted)).toEqual([
    'decoder: GPL-2.0',
    '@scope/database: AGPL-3.0-only',
    'mystery: unknown',
    'nested: (GPL-3.0 OR SSPL-1.0)',
  ])
})

test.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0-or-later)', true],
  ['MIT AND GPL-2.0', false],
  ['Apache-2.0 AND BSL-1.0', true],
  ['BUSL-1.1', false],
  ['SEE LICENSE IN LICENSE.txt', false],
])('%s can be met: %s', (expression, isAccepted) => {
  expect(isAcceptedLicence(expression)).toBe(isAccepted)
})
