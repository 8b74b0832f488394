import { readdirSync } from 'node:fs'
import { createConnection } from 'node:net'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, enter, openTestDoor } from '../../support/loopback.ts'
import { makeTemporaryFolder } from '../../support/temporary-folder.ts'
import type { LoopbackDoor } from '../../../cli/serve.ts'

const UPLOAD_BYTES = 200_000
const folder = makeTemporaryFolder()
let door: LoopbackDoor
beforeAll(async () => {
  door = await openTestDoor(folder, { uploadBytes: UPLOAD_BYTES })
})
afterAll(() => door.close())

const call = { method: 'POST', body: JSON.stringify({}) }
const jsonType = { 'content-type': 'application/json' }

test('a link opens the page once and leaves a cookie that scripts and other sites cannot use', async () => {
  const { pathname, search } = new URL(door.newUrl())
  const first = await ask(door.origin, pathname + search)
  expect(first.status).toBe(200)
  expect(first.headers['set-cookie']).toEqual([
    expect.stringMatching(/^debrief-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/),
  ])
  const second = await ask(door.origin, pathname + search)
  expect({ status: second.status, cookie: second.headers['set-cookie'] }).toEqual({
    status: 403,
    cookie: undefined,
  })
})

test('a guessed key opens nothing', async () => {
  const { status, headers } = await ask(door.origin, `/open?key=${'a'.repeat(43)}`)
  expect({ status, cookie: headers['set-cookie'] }).toEqual({ status: 403, cookie: undefined })
})

test.each([
  ['the page', '/', {}],
  ['a file of the page', '/assets/page.js', {}],
  ['a call', '/rpc/workspace/status', call],
  ['an upload', '/uploads?name=a.csv', { method: 'POST', body: 'a' }],
  ['the other workspace', '/workspace?open=sample', { method: 'POST' }],
])('without the cookie %s is refused', async (_what, path, question) => {
  const headers = { ...jsonType, origin: door.origin }
  expect((await ask(door.origin, path, { ...question, headers })).status).toBe(403)
})

test('with the cookie the page, its files and its calls are answered', async () => {
  const headers = { ...jsonType, ...(await enter(door)) }
  const page = await ask(door.origin, '/', { headers })
  const script = await ask(door.origin, '/assets/page.js', { headers })
  const status = await ask(door.origin, '/rpc/workspace/status', { ...call, headers })
  expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
  expect([script.status, script.headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8'])
  expect(JSON.parse(status.body)).toMatchObject({ json: { path: join(folder, 'own'), takesPaths: false } })
})

test.each(['evil.example', 'localhost', '127.0.0.1', '127.0.0.1:1', '[::1]'])(
  'a request for the host %s is refused even with the cookie',
  async (host) => {
    const headers = { ...jsonType, ...(await enter(door)), host }
    expect((await ask(door.origin, '/', { headers })).status).toBe(421)
    expect((await ask(door.origin, '/rpc/workspace/status', { ...call, headers })).status).toBe(421)
  },
)

test.each(['http://evil.example', 'null', 'https://127.0.0.1', 'http://127.0.0.1:1'])(
  'another origin (%s) is refused even with the cookie',
  async (origin) => {
    const headers = { ...jsonType, ...(await enter(door)), origin }
    expect((await ask(door.origin, '/', { headers })).status).toBe(403)
    expect((await ask(door.origin, '/rpc/workspace/status', { ...call, headers })).status).toBe(403)
    expect((await ask(door.origin, '/uploads?name=a', { method: 'POST', body: 'a', headers })).status).toBe(
      403,
    )
  },
)

test('a call that names no origin is refused', async () => {
  const { cookie } = await enter(door)
  expect(
    (await ask(door.origin, '/rpc/workspace/status', { ...call, headers: { ...jsonType, cookie } })).status,
  ).toBe(403)
})

test('a call is never made by reading an address', async () => {
  const headers = await enter(door)
  expect((await ask(door.origin, '/rpc/workspace/status', { headers })).status).toBe(404)
})

test('every answer forbids inline scripts, foreign content, framing and guessing of types', async () => {
  const headers = await enter(door)
  for (const path of ['/', '/assets/page.js', '/nothing', '/open?key=x']) {
    const answer = await ask(door.origin, path, { headers })
    const policy = String(answer.headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe-eval')
    expect(answer.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
    })
  }
})

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/assets/../../secret.txt',
  '//etc/passwd',
  '/assets/',
])('the path %s leads to no file outside the page', async (path) => {
  const answer = await ask(door.origin, path, { headers: await enter(door) })
  expect({ status: answer.status, body: answer.body }).toEqual({ status: 404, body: 'Not found.' })
})

test('a call larger than any real one is refused before it is read', async () => {
  const headers = { ...jsonType, ...(await enter(door)) }
  const body = JSON.stringify({ json: 'x'.repeat(5 * 1024 * 1024) })
  expect((await ask(door.origin, '/rpc/workspace/status', { method: 'POST', headers, body })).status).toBe(
    413,
  )
})

test('an upload over the limit is refused, announced or not, and leaves nothing behind', async () => {
  const headers = await enter(door)
  const body = new Uint8Array(UPLOAD_BYTES + 1)
  const announced = await ask(door.origin, '/uploads?name=big.csv', {
    method: 'POST',
    headers: { ...headers, 'content-length': String(body.length) },
    body,
  })
  const unannounced = await ask(door.origin, '/uploads?name=big.csv', {
    method: 'POST',
    headers: { ...headers, 'transfer-encoding': 'chunked' },
    body,
  })
  expect([announced.status, unannounced.status]).toEqual([413, 413])
  const left = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.name.includes('big'),
  )
  expect(left).toEqual([])
})

test('an upload is answered with what imports refer to it by', async () => {
  const answer = await ask(door.origin, '/uploads?name=calls.csv', {
    method: 'POST',
    headers: await enter(door),
    body: 'a,b\n1,2\n',
  })
  expect(JSON.parse(answer.body)).toEqual({ uploadId: expect.stringMatching(/./) })
})

const elsewhere = Object.values(networkInterfaces())
  .flat()
  .find((address) => address && !address.internal && address.family === 'IPv4')?.address

test.skipIf(!elsewhere)('the door listens to this machine only, on no address of the network', async () => {
  const outcome = await new Promise((resolve) => {
    const socket = createConnection({
      host: elsewhere,
      port: Number(new URL(door.origin).port),
      timeout: 2000,
    })
    socket.on('connect', () => resolve('connected'))
    socket.on('error', () => resolve('refused'))
    socket.on('timeout', () => resolve('refused'))
  })
  expect(outcome).toBe('refused')
})
