import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { LoopbackDoor } from '../../cli/serve.ts'
import { servePlayback, type Playback } from '../../engine/recordings/playback/serve-playback.ts'
import {
  fileKeyFor,
  forgetSealingKey,
  knowSealingKey,
  sealAs,
  sizeOfContent,
} from '../../engine/sealed-files/index.ts'
import { jobIsDone, uploadTo } from '../support/browser.ts'
import { enter, openTestDoor } from '../support/loopback.ts'
import { makeTemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts'
import { aWav } from '../unit/recordings/decoding/a-wav.ts'
import { rawRequest, statusOf } from './support/raw-request.ts'
import { tally } from './support/tally.ts'

const { tried } = tally('ranges of recordings')
const SIZE = 200_000
const numbers = [
  '',
  '0',
  '1',
  '-1',
  '5',
  String(SIZE - 1),
  String(SIZE),
  String(SIZE + 1),
  '65535',
  '65536',
  '65552',
  '00',
  '+1',
  '1.5',
  '1e3',
  '0x10',
  'NaN',
  '９',
  ' 1',
  '9'.repeat(15),
  '9'.repeat(16),
  '9'.repeat(400),
  '-0',
  '18446744073709551616',
]
const wild = [
  'bytes=',
  'bytes',
  '=',
  'bytes=0-1,0-1',
  `bytes=${Array.from({ length: 1500 }, (_, at) => `${at}-${at}`).join(',')}`,
  `bytes=${'0-,'.repeat(1500)}0-`,
  `bytes=${'5-1,'.repeat(500)}0-1`,
  'bytes=0-1, bytes=2-3',
  'BYTES=0-1',
  'bytes = 0-1',
  'bytes=0--1',
  'bytes=--1',
  'bytes=0-1-2',
  'bytes=0-1;x',
  'items=0-1',
  'none',
  'bytes=\t0-1',
]
const ranges = [...numbers.flatMap((first) => numbers.map((last) => `bytes=${first}-${last}`)), ...wild]

/** What an answer to a range may be: the whole, exactly the bytes it says, or a refusal. */
function isRight(status: number, contentRange: string | null, body: Buffer, content: Buffer): boolean {
  if (status === 200) return body.equals(content)
  if (status === 416) return body.length === 0 && contentRange === `bytes */${content.length}`
  const [, first, last, size] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(contentRange ?? '') ?? []
  return (
    status === 206 &&
    Number(size) === content.length &&
    body.equals(content.subarray(Number(first), Number(last) + 1)) &&
    body.length > 0
  )
}

const bytesOf = (length: number) => Buffer.from(Array.from({ length }, (_, at) => (at * 31) % 251))
const key = { id: '00112233445566aa', secret: Buffer.alloc(32, 5) }

/** Recordings as the app's protocol serves them: plain, sealed, and without a byte. */
async function aPlayback(
  length: number,
  isSealed: boolean,
): Promise<{ playback: Playback; content: Buffer }> {
  const content = bytesOf(length)
  const path = join(temporaryFolder(), 'call.wav')
  writeFileSync(path, content)
  if (isSealed) {
    knowSealingKey(key)
    onTestFinished(() => forgetSealingKey(key.id))
    await sealAs(path, key)
  }
  const playback = {
    path,
    size: sizeOfContent(path),
    contentType: 'audio/wav',
    fileKey: isSealed ? fileKeyFor(path) : null,
    fileName: 'call.wav',
    silenced: [],
  }
  return { playback, content }
}

test.each([
  ['a plain recording', SIZE, false],
  ['a sealed recording', SIZE, true],
  ['an empty recording', 0, false],
  ['a sealed empty recording', 0, true],
  ['a recording of one byte', 1, true],
])(
  "the app's protocol gives what was asked for or refuses: %s",
  async (_, length, isSealed) => {
    const { playback, content } = await aPlayback(length, isSealed)
    expect(playback.size).toBe(length)
    const wrong: unknown[] = []
    for (const range of ranges) {
      let request: Request
      try {
        request = new Request('http://door/media/1', { headers: { range } })
      } catch {
        continue // no header at all: it never leaves a browser
      }
      const answer = servePlayback(playback, request)
      const body = Buffer.from(await answer.arrayBuffer())
      if (tried(!isRight(answer.status, answer.headers.get('content-range'), body, content)))
        wrong.push([range.slice(0, 60), answer.status, body.length])
    }
    expect(wrong).toEqual([])
  },
  120_000,
)

const openFiles = () => (process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0)

test('whoever asks for ranges and does not read them holds no file open', async () => {
  const { playback } = await aPlayback(5 << 20, true)
  const before = openFiles()
  for (let at = 0; at < 300; at++) {
    const answer = servePlayback(
      playback,
      new Request('http://door/media/1', { headers: { range: `bytes=${at}-` } }),
    )
    const reader = answer.body!.getReader()
    if (at % 2 === 0) await reader.read()
    await reader.cancel()
    tried(false)
  }
  await expect.poll(openFiles, { timeout: 20_000 }).toBeLessThan(before + 20)
})

const folder = makeTemporaryFolder()
let door: LoopbackDoor
let lines: string[]
beforeAll(async () => {
  door = await openTestDoor(folder)
  const { cookie } = await enter(door)
  lines = [`Host: ${new URL(door.origin).host}`, `Cookie: ${cookie}`, 'Connection: close']
})
afterAll(() => door.close())

test('the loopback door gives what was asked for or refuses, whatever is asked', async () => {
  const client = door.client()
  const content = aWav({ data: bytesOf(SIZE - 44) })
  expect(content.length).toBe(SIZE)
  const reference = await uploadTo(door)({ name: 'call.wav', content })
  const { jobId } = await client.imports.start({ files: [{ reference, timeZone: 'UTC' }] })
  await jobIsDone(client, jobId)
  const [recording] = await client.recordings.list()
  const wrong: unknown[] = []
  for (const range of ranges) {
    const answer = await rawRequest(door.origin, [
      [
        `GET /media/${recording!.id} HTTP/1.1`,
        ...lines,
        `Range: ${Buffer.from(range).toString('latin1')}`,
        '',
        '',
      ].join('\r\n'),
    ])
    const [start = '', ...rest] = answer.split('\r\n\r\n')
    const status = statusOf(answer)
    const contentRange = /^content-range: (.*)$/im.exec(start)?.[1] ?? null
    // a head that is too long is refused before anybody looks at it
    const isRefused = status === 400 || status === 431
    const body = Buffer.from(rest.join('\r\n\r\n'), 'latin1')
    if (tried(!isRefused && !isRight(status, contentRange, body, content)))
      wrong.push([range.slice(0, 60), status, body.length])
  }
  expect(wrong).toEqual([])
}, 240_000)
