import { expect, test } from 'vitest'
import { faultOf } from '../../../engine/observing/index.ts'
import { asProblem } from '../../../engine/problem.ts'
import { faultOfLines } from '../../../shared/domain/fault.ts'

test('of an error only its class, code and the lines of our own files are told', () => {
  const error = Object.assign(
    new TypeError('Ada Byron said\n    at Ada (/home/ada/engine/ada.ts:1:1)', {
      cause: new RangeError('4111 1111 1111 1111'),
    }),
    { code: 'SQLITE_CONSTRAINT' },
  )
  error.stack = `TypeError: ${error.message}\n    at write (/home/ada/debrief/engine/store/database.ts:12:3)\n    at x (/home/ada/debrief/node_modules/y/dist/z.js:1:1)`
  const fault = faultOf(error)
  expect(fault).toEqual({
    name: 'TypeError',
    code: 'SQLITE_CONSTRAINT',
    frames: ['engine/store/database.ts:12:3'],
    causes: [{ name: 'RangeError', code: null }],
  })
})

test('what only pretends to be an error tells nothing', () => {
  for (const thrown of ['Ada Byron', { name: 'Ada', code: 'AGENT7' }, null, undefined, 4_155_550_123])
    expect(faultOf(thrown)).toEqual({ name: 'Error', code: null, frames: [], causes: [] })
})

test('a real error has frames, and a full disk its code', () => {
  const problem = asProblem(Object.assign(new Error('no room for /home/ada/x.csv'), { code: 'ENOSPC' }))
  const fault = faultOf(problem)
  expect(fault.code).toBe('DISK_FULL')
  expect(fault.causes).toEqual([{ name: 'Error', code: 'ENOSPC' }])
  expect(fault.frames[0]).toMatch(/^engine\/problem\.ts:\d+:\d+$/)
})

test('of the last lines of a process that ended, the class and our lines', () => {
  const lines =
    'file:///home/ada/dist/engine/transcribe.worker.js:3\n  throw new RangeError(x)\nRangeError: Ada Byron\n    at file:///home/ada/dist/engine/transcribe.worker.js:3:9'
  expect(faultOfLines(lines)).toEqual({
    name: 'RangeError',
    code: null,
    frames: ['engine/transcribe.worker.js:3:9'],
    causes: [],
  })
})
