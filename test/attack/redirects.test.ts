import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, onTestFinished, test, vi } from 'vitest'
import { serverFetch } from '../../engine/model-servers/server-fetch.ts'
import { modelServer, type ServerKind } from '../../engine/model-servers/index.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { tally } from './support/tally.ts'

const content = Buffer.alloc(10_000, 'lmgg and some weights ')
// the catalogue is data, here of one small model
vi.mock('../../resources/models.json', () => ({
  default: {
    address: 'https://models.example',
    models: [
      {
        name: 'tiny',
        megabytes: 1,
        sha1: createHash('sha1').update(content).digest('hex'),
        languages: 'English',
        remarks: '',
      },
    ],
  },
}))
// loaded anew, where another test had it loaded with the real one; and so for whoever comes after this one
vi.resetModules()
afterAll(() => void vi.resetModules())
const { downloadSpeechModel } = await import('../../engine/recordings/models/index.ts')

const { tried } = tally('redirections')
const statuses = [301, 302, 303, 307, 308]
const KEY = 'sk-planted-key'
const WORDS = 'what the customer said'
const kind: ServerKind = {
  is: 'language-model',
  name: 'language-model server',
  path: '/chat/completions',
  example: 'http://127.0.0.1:11434/v1',
  largestAnswerBytes: 1_000_000,
}

/** Listens, and keeps everything it is sent. */
async function listening(
  answer: (request: IncomingMessage) => { status: number; location?: string; body?: Buffer },
) {
  const got: string[] = []
  const server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      got.push(
        `${request.method} ${request.url} ${JSON.stringify(request.headers)} ${Buffer.concat(pieces).toString()}`,
      )
      const { status, location, body } = answer(request)
      response.writeHead(status, location === undefined ? {} : { location }).end(body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, got }
}

test.each(statuses)('neither key nor words go on to where a server of models answers %i', async (status) => {
  const elsewhere = await listening(() => ({ status: 200, body: Buffer.from('{}') }))
  const places = [
    `${elsewhere.origin}/v1/chat/completions`,
    `//${new URL(elsewhere.origin).host}/v1`,
    'file:///etc/passwd',
    '',
    '/v1/elsewhere',
  ]
  for (const location of places) {
    const server = await listening(() => ({ status, location }))
    const asked = modelServer(
      { address: `${server.origin}/v1`, model: 'm', key: KEY, retries: 2, slowestAnswerMs: 20_000 },
      kind,
    ).ask(
      (client, signal) =>
        client.chat.completions.create(
          { model: 'm', messages: [{ role: 'user', content: WORDS }] },
          { signal },
        ),
      { signal: new AbortController().signal },
    )
    const sentence = await asked.then(
      () => 'answered',
      (error: Error) => error.message,
    )
    expect([location, sentence]).toEqual([
      location,
      expect.stringMatching(/^\S+ sends requests on to [^\n]+\.$/),
    ])
    // the address was asked once, with the key; nothing else ever was
    expect([location, tried(server.got.length !== 1 || elsewhere.got.length > 0)]).toEqual([location, false])
    expect(server.got[0]).toContain(KEY)
  }
})

test.each(statuses)('a speech server that answers %i gets no sound sent on', async (status) => {
  const elsewhere = await listening(() => ({ status: 200 }))
  const server = await listening(() => ({ status, location: `${elsewhere.origin}/v1/audio/transcriptions` }))
  const form = new FormData()
  form.set('file', new Blob([WORDS]), 'call.wav')
  const problems: string[] = []
  const ask = serverFetch(kind, { slowestAnswerMs: 20_000, giveUp: ({ message }) => problems.push(message) })
  await expect(
    ask(`${server.origin}/v1/audio/transcriptions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${KEY}` },
      body: form,
    }),
  ).rejects.toThrow(/sends requests on/)
  expect(tried(elsewhere.got.length > 0)).toBe(false)
  expect(problems).toHaveLength(1)
})

const download = () =>
  downloadSpeechModel('tiny', { signal: new AbortController().signal, onProgress: () => {} })

test.each(statuses)(
  'a model is not fetched from another origin where the address answers %i',
  async (status) => {
    vi.stubEnv('DEBRIEF_MODELS', temporaryFolder())
    const elsewhere = await listening(() => ({ status: 200, body: content }))
    const port = new URL(elsewhere.origin).port
    for (const location of [
      `${elsewhere.origin}/ggml-tiny.bin`,
      `http://localhost:${port}/x`,
      `//127.0.0.1:${port}/x`,
      'file:///etc/passwd',
      'data:text/plain,x',
    ]) {
      const server = await listening(() => ({ status, location }))
      vi.stubEnv('DEBRIEF_MODELS_ADDRESS', server.origin)
      await expect(download()).rejects.toThrow(
        /^\S+ sends requests on to \S+, from where nothing was fetched; [^\n]+\.$/,
      )
      expect([location, tried(elsewhere.got.length > 0)]).toEqual([location, false])
    }
  },
)

test('a redirection that stays on its origin is followed, and one without an end is given up', async () => {
  vi.stubEnv('DEBRIEF_MODELS', temporaryFolder())
  const server = await listening(({ url }) =>
    url === '/there' ? { status: 200, body: content } : { status: 302, location: '/there' },
  )
  vi.stubEnv('DEBRIEF_MODELS_ADDRESS', server.origin)
  expect((await download()).isNew).toBe(true)
  vi.stubEnv('DEBRIEF_MODELS', temporaryFolder())
  const round = await listening(() => ({ status: 302, location: '/again' }))
  vi.stubEnv('DEBRIEF_MODELS_ADDRESS', round.origin)
  await expect(download()).rejects.toThrow(/without an end/)
  expect(tried(round.got.length > 6)).toBe(false)
})
