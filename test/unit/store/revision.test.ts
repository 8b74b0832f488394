import { afterEach, expect, test, vi } from 'vitest'
import { changeQuietly, connect, one, revisionOf, run } from '../../../engine/store/index.ts'
import { openWorkspace } from '../../../engine/workspace/index.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const BEAT_MS = 5_000

afterEach(() => {
  vi.useRealTimers()
})

test('a beat of the lease is no change to what was read, and a change is one', () => {
  vi.useFakeTimers()
  const opened = openWorkspace(temporaryFolder(), { readOnly: false, now: () => Date.now() })
  const { read, lease } = opened
  const write = opened.write!
  const beats = () => one<{ at: number }>(read, 'SELECT heartbeat_at AS at FROM lease')!.at
  const [before, first] = [revisionOf(read), beats()]
  vi.advanceTimersByTime(2 * BEAT_MS)
  expect(beats()).toBe(first + 2 * BEAT_MS)
  expect(revisionOf(read)).toBe(before)

  run(write, `INSERT INTO settings (key, value) VALUES ('a', '1')`)
  vi.advanceTimersByTime(BEAT_MS)
  const after = revisionOf(read)
  expect(after).not.toBe(before)
  changeQuietly({ read, write }, () => run(write, `UPDATE settings SET value = '2' WHERE key = 'a'`))
  expect(revisionOf(read)).toBe(after)
  lease!.release()
  read.raw.close()
  write.raw.close()
})

test('what somebody else commits during a quiet change is a change', () => {
  const folder = temporaryFolder()
  const { read, lease, ...opened } = openWorkspace(folder, { readOnly: false, now: () => Date.now() })
  const write = opened.write!
  const other = connect(read.raw.name, 'write')
  const before = revisionOf(read)
  const quietly = (value: string) =>
    run(write, `INSERT OR REPLACE INTO settings (key, value) VALUES ('quiet', ?)`, value)
  const loudly = () => run(other, `INSERT OR REPLACE INTO settings (key, value) VALUES ('loud', '1')`)
  changeQuietly({ read, write }, () => {
    quietly('1')
    loudly()
  })
  const after = revisionOf(read)
  expect(after).not.toBe(before)
  changeQuietly({ read, write }, () => {
    loudly()
    quietly('2')
  })
  expect(revisionOf(read)).not.toBe(after)
  const last = revisionOf(read)
  changeQuietly({ read, write }, () => quietly('3'))
  expect(revisionOf(read)).toBe(last)
  lease!.release()
  for (const { raw } of [read, write, other]) raw.close()
})
