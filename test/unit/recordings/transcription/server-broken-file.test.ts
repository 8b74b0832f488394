import { afterAll, expect, test, vi } from 'vitest'
import { fakeTranscriptionServer } from '../../../support/fake-transcription-server.ts'

// loaded anew, where another test had them loaded with the real sounds; and so for whoever comes after this one
vi.resetModules()
afterAll(() => void vi.resetModules())
const { AudioProblem } = await import('../../../../engine/recordings/decoding/index.ts')
const { recogniseByServer } =
  await import('../../../../engine/recordings/transcription/server/recognise-by-server.ts')

const broken = new AudioProblem('damaged', 'It breaks off after the first piece.')

// a file that breaks in its middle, whatever the format
vi.mock(import('../../../../engine/recordings/transcription/window-sounds.ts'), async (original) => ({
  ...(await original()),
  async *windowSounds() {
    yield { channel: 0, startMs: 0, endMs: 1000, pcm: new Int16Array(16_000) }
    await new Promise((resolve) => setTimeout(resolve, 300))
    throw broken
  },
}))

test('a file that breaks in its middle ends what is under way, and says why', async () => {
  const server = await fakeTranscriptionServer(() => 'stall')
  const order = {
    address: server.address,
    model: 'm',
    key: null,
    parallel: 4,
    retries: 5,
    slowestAnswerMs: 60_000,
    languageCode: null,
    prompt: null,
    settingsKey: 'settings',
  }
  const from = performance.now()
  const asked = recogniseByServer(
    'call.wav',
    [[{ startMs: 0, endMs: 5000 }]],
    { server: order, soundKey: 'sound' },
    () => {},
  )
  await expect(asked).rejects.toBe(broken)
  expect(performance.now() - from).toBeLessThan(2000)
  expect(server.asked).toHaveLength(1)
  await expect.poll(server.givenUp).toBe(1)
})
