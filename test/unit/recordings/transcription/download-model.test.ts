import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

const content = Buffer.alloc(300_000, 'lmgg and some weights ')
const sha1 = createHash('sha1').update(content).digest('hex')
// the real models are hundreds of megabytes: the catalogue is data, here of one small model
vi.mock('../../../../resources/models.json', () => ({
  default: {
    address: 'https://models.example',
    models: [{ name: 'tiny', megabytes: 1, sha1, languages: 'English', remarks: '' }],
  },
}))
// loaded anew, where another test had it loaded with the real one; and so for whoever comes after this one
vi.resetModules()
afterAll(() => void vi.resetModules())
const { downloadSpeechModel } = await import('../../../../engine/recordings/models/index.ts')

let folder: string
beforeEach(() => {
  folder = temporaryFolder()
  vi.stubEnv('DEBRIEF_MODELS', folder)
})

/** A server of models that answers as the test wants; gives the ranges it was asked for. */
async function aServer(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const ranges: (string | undefined)[] = []
  const server = createServer((request, response) => {
    ranges.push(request.headers.range)
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  vi.stubEnv('DEBRIEF_MODELS_ADDRESS', `http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  return ranges
}

function sendRest(request: IncomingMessage, response: ServerResponse): void {
  const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0)
  const rest = content.subarray(from)
  response.writeHead(from > 0 ? 206 : 200, { 'content-length': rest.length })
  response.end(rest)
}

const download = (signal = new AbortController().signal, onProgress: (share: number) => void = () => {}) =>
  downloadSpeechModel('tiny', { signal, onProgress }).then(({ path }) => path)

describe('a model is downloaded', () => {
  test('whole, under its own name, with progress that ends at 1', async () => {
    await aServer(sendRest)
    const shares: number[] = []
    const file = await download(undefined, (share) => shares.push(share))
    expect(file).toBe(join(folder, 'ggml-tiny.bin'))
    expect(readFileSync(file).equals(content)).toBe(true)
    expect(readdirSync(folder)).toEqual(['ggml-tiny.bin'])
    expect(shares).toEqual(shares.toSorted((one, other) => one - other))
    expect(shares.at(-1)).toBe(1)
  })

  test('from where an earlier attempt was cut off', async () => {
    let attempts = 0
    const ranges = await aServer((request, response) => {
      if (++attempts > 1) return sendRest(request, response)
      response.writeHead(200, { 'content-length': content.length })
      response.write(content.subarray(0, 100_000), () => setTimeout(() => response.destroy(), 50))
    })
    await expect(download()).rejects.toThrow(/connection broke off.*goes on where it stopped\.$/)
    expect(existsSync(join(folder, 'ggml-tiny.bin'))).toBe(false)
    expect(readFileSync(await download()).equals(content)).toBe(true)
    expect(ranges).toEqual([undefined, 'bytes=100000-'])
  })

  test('from the beginning where the server knows no ranges', async () => {
    writeFileSync(join(folder, 'ggml-tiny.bin.part'), content.subarray(0, 50_000))
    await aServer((_request, response) => response.end(content))
    expect(readFileSync(await download()).equals(content)).toBe(true)
  })

  test('without asking for anything where all of it is here', async () => {
    writeFileSync(join(folder, 'ggml-tiny.bin.part'), content)
    await aServer((_request, response) => response.writeHead(416).end())
    expect(readFileSync(await download()).equals(content)).toBe(true)
  })
})

describe('a model is refused in one sentence', () => {
  test('where the server has another file under its name, which is removed', async () => {
    await aServer((_request, response) => response.end('<html>Sign in</html>'))
    await expect(download()).rejects.toThrow(/is not that model, so it was removed/)
    expect(readdirSync(folder)).toEqual([])
  })

  test.each([404, 403, 500])('where the server answers %i', async (status) => {
    await aServer((_request, response) => response.writeHead(status).end())
    await expect(download()).rejects.toThrow(`(it answered ${status})`)
  })

  test('where nobody answers', async () => {
    vi.stubEnv('DEBRIEF_MODELS_ADDRESS', 'http://127.0.0.1:1')
    await expect(download()).rejects.toThrow(/could not be fetched from http:\/\/127\.0\.0\.1:1/)
  })

  test('where the catalogue has no such model', async () => {
    mkdirSync(folder, { recursive: true })
    const following = { signal: new AbortController().signal, onProgress: () => {} }
    await expect(downloadSpeechModel('../../etc', following)).rejects.toThrow('The catalogue has no model')
  })
})

test('a cancelled download stops at once and keeps what came', async () => {
  const stop = new AbortController()
  await aServer((_request, response) => {
    response.writeHead(200, { 'content-length': content.length })
    response.write(content.subarray(0, 100_000), () =>
      setTimeout(() => stop.abort(new Error('Cancelled.')), 50),
    )
  })
  await expect(download(stop.signal)).rejects.toThrow('Cancelled.')
  expect(readdirSync(folder)).toEqual(['ggml-tiny.bin.part'])
})
