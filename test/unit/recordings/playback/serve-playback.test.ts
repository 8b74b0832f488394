import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { servePlayback, type Playback } from '../../../../engine/recordings/playback/serve-playback.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

const content = Buffer.from(Array.from({ length: 300_000 }, (_, at) => at % 251))

function aPlayback(silenced: Playback['silenced'] = []): Playback {
  const path = join(temporaryFolder(), 'call.wav')
  writeFileSync(path, content)
  return {
    path,
    size: content.length,
    contentType: 'audio/wav',
    fileKey: null,
    fileName: "call 'one'.wav",
    silenced,
  }
}

async function ask(playback: Playback, range?: string, address = 'http://door/media/1') {
  const answer = servePlayback(
    playback,
    new Request(address, range === undefined ? {} : { headers: { range } }),
  )
  return { answer, body: Buffer.from(await answer.arrayBuffer()) }
}

test('the whole file is given where no range is asked for', async () => {
  const { answer, body } = await ask(aPlayback())
  expect([answer.status, answer.headers.get('accept-ranges')]).toEqual([200, 'bytes'])
  expect(body.equals(content)).toBe(true)
})

test.each([
  ['bytes=0-9', 0, 9],
  ['bytes=100-', 100, content.length - 1],
  ['bytes=-7', content.length - 7, content.length - 1],
  ['bytes=299990-999999999', 299_990, content.length - 1],
])('%s is answered with just these bytes', async (range, first, last) => {
  const { answer, body } = await ask(aPlayback(), range)
  expect([answer.status, answer.headers.get('content-range'), answer.headers.get('content-length')]).toEqual([
    206,
    `bytes ${first}-${last}/${content.length}`,
    String(last - first + 1),
  ])
  expect(body.equals(content.subarray(first, last + 1))).toBe(true)
})

test.each(['bytes=300000-', 'bytes=400000-400001', 'bytes=-0'])('%s lies beyond the end', async (range) => {
  const { answer } = await ask(aPlayback(), range)
  expect([answer.status, answer.headers.get('content-range')]).toEqual([416, 'bytes */300000'])
})

test.each(['bytes=5-3', 'bytes=a-b', 'lines=1-2', 'bytes=0-1,5-6', 'bytes=-', 'bytes=99999999999999999999-'])(
  '%s is no range that is understood: the whole file is given',
  async (range) => {
    expect((await ask(aPlayback(), range)).answer.status).toBe(200)
  },
)

test('what is silenced leaves by no range at all', async () => {
  const playback = aPlayback([
    { first: 1000, last: 1999, fill: 0xd5 },
    { first: 65_530, last: 65_545, fill: 0xd5 },
  ])
  const expected = Buffer.from(content)
  expected.fill(0xd5, 1000, 2000).fill(0xd5, 65_530, 65_546)
  for (const [first, last] of [
    [0, content.length - 1],
    [1500, 1500],
    [999, 2000],
    [65_536, 65_600],
    [1999, 65_531],
  ] as const) {
    const { body } = await ask(playback, `bytes=${first}-${last}`)
    expect(body.equals(expected.subarray(first, last + 1))).toBe(true)
  }
})

test('a file to keep has its name, quoted as headers want it', async () => {
  const { answer } = await ask(aPlayback(), undefined, 'http://door/media/1?save')
  expect(answer.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''call%20%27one%27.wav")
})
