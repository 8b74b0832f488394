import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createUploads } from '../../../engine/imports/index.ts'

test('uploads a killed process left behind are removed by the next one, those of a living one are kept', async () => {
  const gone = spawnSync(process.execPath, ['-e', '']).pid
  const [left, living] = [gone, process.ppid].map((pid) =>
    mkdtempSync(join(tmpdir(), `debrief-uploads-${pid}-`)),
  )
  onTestFinished(() => [left, living].forEach((folder) => rmSync(folder!, { recursive: true, force: true })))
  writeFileSync(join(left!, 'calls.csv'), 'customer,+1 415 555 0123')
  const uploads = createUploads()
  const { uploadId } = await uploads.receive(
    'calls.csv',
    (async function* () {
      yield new TextEncoder().encode('one')
    })(),
  )
  const own = dirname(dirname(uploads.find(uploadId).path))
  expect(existsSync(own)).toBe(true)
  await uploads.close()
  expect([left, living, own].map((folder) => existsSync(folder!))).toEqual([false, true, false])
})
