import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { reportLeftBehind } from '../../../engine/crash-reports.ts'
import {
  readCrashReports,
  removeCrashReports,
  writeCrashReport,
} from '../../../engine/observing/crash-reports.ts'
import { faultOf } from '../../../shared/domain/fault.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const AT = Date.UTC(2026, 2, 2)
const MINUTE_MS = 60_000

const crash = (at: number) => ({ where: 'engine', how: 'thrown', fault: null, pid: 7, at }) as const

test('of more than twenty crashes the last twenty are kept, whatever order they come in', () => {
  const folder = temporaryFolder()
  const order = Array.from({ length: 27 }, (_, minute) => (minute * 11) % 27)
  for (const minute of order) writeCrashReport(folder, crash(AT + minute * MINUTE_MS))
  expect(readCrashReports(folder).map(({ at }) => (at - AT) / MINUTE_MS)).toEqual(
    Array.from({ length: 20 }, (_, age) => 26 - age),
  )
  expect(readdirSync(join(folder, 'crashes'))).toHaveLength(20)
})

test('rotation takes nothing away that is no report', () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'crashes'))
  writeFileSync(join(folder, 'crashes', '2020-notes.txt'), 'mine')
  for (let minute = 0; minute < 22; minute++) writeCrashReport(folder, crash(AT + minute * MINUTE_MS))
  expect(readdirSync(join(folder, 'crashes'))).toHaveLength(21)
  expect(readFileSync(join(folder, 'crashes', '2020-notes.txt'), 'utf8')).toBe('mine')
})

test('a report has the class, the code and the lines of an error, no message and no path, and is its owner’s alone', () => {
  const folder = temporaryFolder()
  const error = Object.assign(new RangeError('Ada Byron said 4111 1111 1111 1111'), {
    code: 'ENOENT',
    path: '/home/ada.byron/calls.csv',
    cause: new TypeError('of Ada Byron'),
  })
  const incidentId = writeCrashReport(folder, { ...crash(AT), fault: faultOf(error) })
  const [name] = readdirSync(join(folder, 'crashes'))
  const text = readFileSync(join(folder, 'crashes', name!), 'utf8')
  expect(text).not.toMatch(/ada|byron|4111|home/i)
  expect(readCrashReports(folder)).toMatchObject([
    {
      incidentId,
      at: AT,
      fault: { name: 'RangeError', code: 'ENOENT', causes: [{ name: 'TypeError', code: null }] },
    },
  ])
  if (process.platform === 'win32') return
  expect(statSync(join(folder, 'crashes', name!)).mode & 0o777).toBe(0o600)
  expect(statSync(join(folder, 'crashes')).mode & 0o777).toBe(0o700)
})

test('a report that is torn or holds a field more is passed over', () => {
  const folder = temporaryFolder()
  writeCrashReport(folder, crash(AT))
  const [name] = readdirSync(join(folder, 'crashes'))
  const report = JSON.parse(readFileSync(join(folder, 'crashes', name!), 'utf8')) as object
  const plant = (file: string, text: string) => writeFileSync(join(folder, 'crashes', file), text)
  plant('2026-03-03T00-00-00-000Z-0000aaaa.json', JSON.stringify({ ...report, said: 'Ada Byron' }))
  plant('2026-03-03T00-00-00-000Z-0000bbbb.json', JSON.stringify(report).slice(0, 40))
  expect(readCrashReports(folder)).toEqual([report])
})

test('an engine that was gone without a word is told once, and not where its crash is known', () => {
  const folder = temporaryFolder()
  expect(reportLeftBehind(folder, { pid: 8, at: AT })).toMatch(/^[0-9a-f]{8}$/)
  expect(reportLeftBehind(folder, { pid: 8, at: AT })).toBeNull()
  writeCrashReport(folder, { ...crash(AT + MINUTE_MS), pid: 9 })
  expect(reportLeftBehind(folder, { pid: 9, at: AT + MINUTE_MS })).toBeNull()
  expect(readCrashReports(folder).map(({ pid, how }) => [pid, how])).toEqual([
    [9, 'thrown'],
    [8, 'ended'],
  ])
})

test('where no report can be written, nothing stops', () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'crashes'), 'a file where the folder should be')
  expect(writeCrashReport(folder, crash(AT))).toMatch(/^[0-9a-f]{8}$/)
  expect(readCrashReports(folder)).toEqual([])
})

test('one report is removed by its number, all of them with torn ones, and nothing that is no report', () => {
  const folder = temporaryFolder()
  const kept = [0, 1, 2].map((minute) => writeCrashReport(folder, crash(AT + minute * MINUTE_MS)))
  writeFileSync(join(folder, 'crashes', 'mine.json'), '{}')
  writeFileSync(join(folder, 'crashes', '2026-03-02T00-09-00-000Z-0123abcd.json'), 'torn')
  expect(removeCrashReports(folder, kept[1]!)).toBe(1)
  expect(removeCrashReports(folder, kept[1]!)).toBe(0)
  expect(readCrashReports(folder).map(({ incidentId }) => incidentId)).toEqual([kept[2], kept[0]])
  expect(removeCrashReports(folder, null)).toBe(3)
  expect(readdirSync(join(folder, 'crashes'))).toEqual(['mine.json'])
})
