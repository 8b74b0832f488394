import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { recentEntries, withRecent } from '../../../electron/plain/recent.ts'
import { refusalOfNew, workspaceAt } from '../../../electron/plain/workspace-at.ts'
import { exchangeKindOf } from '../../../shared/domain/exchange-files.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

test('the workspace opened last stands first, once, and ten are kept', () => {
  expect(withRecent(['/a', '/b'], '/b')).toEqual(['/b', '/a'])
  expect(withRecent(['C:\\A'], 'c:\\a', 'win32')).toEqual(['c:\\a'])
  expect(withRecent(['/A'], '/a', 'linux')).toEqual(['/a', '/A'])
  const many = Array.from({ length: 12 }, (_, index) => `/${index}`)
  expect(withRecent(many, '/new')).toHaveLength(10)
})

test('the menu names folders shortly, in full where two are alike, and says what is gone', () => {
  expect(recentEntries(['/home/ada/north', '/srv/south/'], (folder) => folder !== '/srv/south/')).toEqual([
    { folder: '/home/ada/north', label: 'north', isThere: true },
    { folder: '/srv/south/', label: 'south (not found)', isThere: false },
  ])
  expect(recentEntries(['/a/north', '/b/north'], () => true).map(({ label }) => label)).toEqual([
    '/a/north',
    '/b/north',
  ])
})

test('a workspace is found by its folder, its database and the file that opens it', () => {
  const folder = temporaryFolder()
  expect(workspaceAt(folder)).toBeNull()
  writeFileSync(join(folder, 'debrief.sqlite'), '')
  for (const path of [folder, join(folder, 'debrief.sqlite'), join(folder, 'workspace.debrief')])
    expect(workspaceAt(path)).toBe(folder)
  expect(workspaceAt(join(folder, 'calls.csv'))).toBeNull()
  expect(workspaceAt(join(folder, 'gone'))).toBeNull()
})

test('a new workspace is made in an empty folder only', () => {
  const folder = temporaryFolder()
  expect(refusalOfNew(folder)).toBeNull()
  expect(refusalOfNew(join(folder, 'not yet'))).toBeNull()
  mkdirSync(join(folder, 'holiday pictures'))
  expect(refusalOfNew(folder)).toMatch(/is not empty; choose an empty folder/)
})

test.each([
  ['/x/workspace.debrief', 'workspace'],
  ['debrief.sqlite', 'workspace'],
  ['March.debrief-calibration', 'calibration'],
  ['March.calibration.json', 'calibration'],
  ['answer-12.debrief-reply', 'reply'],
  ['answer-12.json', 'reply'],
  ['dispute-C-101.debrief-dispute', 'dispute'],
  ['C:\\Users\\ada\\dispute-C-101.json', 'dispute'],
  ['north-2026-11-28.debrief-aggregate', 'aggregate'],
  ['debrief-aggregate-north-2026-11-28.json', 'aggregate'],
  ['calls.csv', null],
  ['form.json', null],
  ['debrief', null],
])('%s is %s, by its new name and its old', (name, kind) => {
  expect(exchangeKindOf(name)).toBe(kind)
})
