import { appendFileSync, readFileSync, statSync, writeFileSync, existsSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { logFiles, readLog, writeLog } from '../../../engine/observing/index.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const DAY_MS = 86_400_000

test('a line holds its moment, its level and the fields of its event, for the owner alone', () => {
  const folder = temporaryFolder()
  const log = writeLog(folder, () => Date.UTC(2026, 2, 2))
  log({ event: 'checked', problems: 0 })
  const file = join(folder, 'debrief.log')
  expect(readFileSync(file, 'utf8')).toBe(
    '{"at":"2026-03-02T00:00:00.000Z","level":"info","event":"checked","problems":0}\n',
  )
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('what is no event, or has a field more, is refused by types and left out at run time', () => {
  const folder = temporaryFolder()
  const log = writeLog(folder)
  // @ts-expect-error an unknown field
  log({ event: 'checked', problems: 0, name: 'Ada Byron' })
  // @ts-expect-error an unknown event
  log({ event: 'said', text: 'Ada Byron' })
  log({
    event: 'audit-unkept',
    act: 'Ada Byron',
    fault: { name: 'Error', code: null, frames: [], causes: [] },
  })
  const text = readFileSync(join(folder, 'debrief.log'), 'utf8')
  expect(text).not.toContain('Ada')
  expect(readLog(folder).map(({ event }) => event.event)).toEqual(['left-out', 'left-out', 'left-out'])
})

test('a log that grows too large makes way, and no more than five are kept', () => {
  const folder = temporaryFolder()
  const log = writeLog(folder)
  const [file] = logFiles(folder)
  for (let times = 0; times < 7; times++) {
    log({ event: 'checked', problems: times })
    appendFileSync(file!, `${'x'.repeat(2 * 1024 * 1024)}\n`)
  }
  log({ event: 'checked', problems: 7 })
  expect(logFiles(folder).map((name) => existsSync(name))).toEqual(Array.from({ length: 5 }, () => true))
  expect(existsSync(`${file!}.5`)).toBe(false)
  expect(readLog(folder)[0]!.event).toEqual({ event: 'checked', problems: 7 })
})

test('a line is kept for two weeks at most', () => {
  const folder = temporaryFolder()
  let now = Date.now()
  const log = writeLog(folder, () => now)
  log({ event: 'checked', problems: 1 })
  now += 8 * DAY_MS
  log({ event: 'checked', problems: 2 })
  const [file, older] = logFiles(folder)
  expect(readFileSync(older!, 'utf8')).toContain('"problems":1')
  utimesSync(older!, new Date(now), new Date(now))
  now += 7 * DAY_MS + 1
  log({ event: 'checked', problems: 3 })
  expect(readFileSync(file!, 'utf8')).not.toContain('"problems":1')
  expect(existsSync(older!) && readFileSync(older!, 'utf8').includes('"problems":1')).toBe(false)
})

test('a torn line is passed over and spoils none after it; a log of an earlier form is removed', () => {
  const folder = temporaryFolder()
  const [file] = logFiles(folder)
  writeFileSync(file!, '{"at":"2026-03-02T00:00:00.000Z","level":"error","error":"Error: Ada Byron"}\n')
  writeLog(folder)({ event: 'checked', problems: 1 })
  expect(readFileSync(file!, 'utf8')).not.toContain('Ada')
  appendFileSync(file!, '{"at":"2026-03-')
  writeLog(folder)({ event: 'checked', problems: 2 })
  expect(readLog(folder).map(({ event }) => event)).toEqual([
    { event: 'checked', problems: 2 },
    { event: 'checked', problems: 1 },
  ])
})

test('a log that cannot be written fails nothing', () => {
  writeLog(join(temporaryFolder(), 'is', 'not', 'there'))({ event: 'checked', problems: 0 })
})
