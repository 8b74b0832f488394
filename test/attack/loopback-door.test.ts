import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LoopbackDoor } from '../../cli/serve.ts'
import { ask, enter, openTestDoor } from '../support/loopback.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'
import { rawRequest, statusOf } from './support/raw-request.ts'
import { tally } from './support/tally.ts'

const folder = makeTemporaryFolder()
const { tried } = tally('loopback door, foreign requests')
let door: LoopbackDoor
let host: string
let own: { cookie: string; origin: string }
beforeAll(async () => {
  door = await openTestDoor(folder)
  host = new URL(door.origin).host
  own = await enter(door)
})
afterAll(() => door.close())

/** A request of exactly these lines, with the right cookie: whoever attacks has a browser that has it. */
async function withCookie(lines: readonly string[], body = ''): Promise<{ status: number; text: string }> {
  const length = body === '' ? [] : [`Content-Length: ${Buffer.byteLength(body, 'latin1')}`]
  const text = await rawRequest(door.origin, [
    [...lines, `Cookie: ${own.cookie}`, ...length, 'Connection: close', '', body].join('\r\n'),
  ])
  return { status: statusOf(text), text }
}

const hosts = () => {
  const port = host.split(':')[1]!
  return [
    'evil.example',
    `evil.example:${port}`,
    `127.0.0.1.evil.example:${port}`,
    '127.0.0.1',
    '127.0.0.1:1',
    `127.0.0.1:0${port}`,
    `127.0.0.1.:${port}`,
    `127.1:${port}`,
    `0x7f000001:${port}`,
    `2130706433:${port}`,
    `0.0.0.0:${port}`,
    `localhost:${port}`,
    `LOCALHOST.:${port}`,
    `[::1]:${port}`,
    `[::ffff:127.0.0.1]:${port}`,
    `user@127.0.0.1:${port}`,
    `127.0.0.1:${port}@evil.example`,
    `127.0.0.1:${port}, evil.example`,
    `127.0.0.1:${port}/`,
    `127.0.0.1:${port}#`,
    '',
  ]
}

test('a request for any other name, however it is written, is refused', async () => {
  for (const other of hosts())
    for (const path of ['/', '/rpc/workspace/status', '/open?key=x', '/media/1']) {
      const { status } = await withCookie([`GET ${path} HTTP/1.1`, `Host: ${other}`])
      expect([other, path, tried(status < 400)]).toEqual([other, path, false])
    }
})

test('two hosts, none, a whole address, no path and an old version are refused', async () => {
  const attacks = [
    ['GET / HTTP/1.1', `Host: ${host}`, 'Host: evil.example'],
    ['GET / HTTP/1.1', 'Host: evil.example', `Host: ${host}`],
    ['GET / HTTP/1.1'],
    ['GET http://evil.example/ HTTP/1.1', `Host: ${host}`],
    [`GET http://${host}/ HTTP/1.1`, `Host: ${host}`],
    ['GET //evil.example/ HTTP/1.1', `Host: ${host}`],
    ['OPTIONS * HTTP/1.1', `Host: ${host}`],
    ['CONNECT evil.example:443 HTTP/1.1', `Host: ${host}`],
    ['GET / HTTP/1.0'],
    ['GET /', ''],
    ['GET / HTTP/9.9', `Host: ${host}`],
    [`GET / HTTP/1.1`, ` Host: ${host}`],
    ['GET / HTTP/1.1', `Host : ${host}`],
    ['GET / HTTP/1.1', `Host: ${host}`, 'X: \u0000'],
    ['GET / HTTP/1.1', `Host: ${host}`, `X: ${'x'.repeat(20_000)}`],
    [`GET /${'x'.repeat(20_000)} HTTP/1.1`, `Host: ${host}`],
    ['GE\u0001T / HTTP/1.1', `Host: ${host}`],
    [
      'POST /rpc/workspace/status HTTP/1.1',
      `Host: ${host}`,
      'Content-Length: 5',
      'Transfer-Encoding: chunked',
    ],
    ['POST /rpc/workspace/status HTTP/1.1', `Host: ${host}`, 'Content-Length: -1'],
    ['POST /rpc/workspace/status HTTP/1.1', `Host: ${host}`, 'Content-Length: 5', 'Content-Length: 6'],
  ]
  for (const lines of attacks) {
    const { status } = await withCookie(lines)
    expect([lines[0]!.slice(0, 60), tried(status !== 0 && status < 400)]).toEqual([
      lines[0]!.slice(0, 60),
      false,
    ])
  }
})

const sites = [
  ['Origin: http://evil.example', 'Sec-Fetch-Site: cross-site'],
  ['Origin: null', 'Sec-Fetch-Site: cross-site'],
  ['Origin: http://127.0.0.1:1', 'Sec-Fetch-Site: same-site'],
  ['Origin: https://127.0.0.1'],
  ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: no-cors'],
  // a page that another program serves on this machine: the cookie goes along, and no origin
  ['Sec-Fetch-Site: same-site', 'Sec-Fetch-Mode: no-cors'],
  ['Sec-Fetch-Site: same-site', 'Sec-Fetch-Mode: navigate'],
  ['Sec-Fetch-Site: nonsense'],
]

test('what a foreign page makes a browser ask for is refused, also where no origin is named', async () => {
  for (const headers of sites)
    for (const path of ['/', '/assets/page.js', '/media/1']) {
      const { status } = await withCookie([`GET ${path} HTTP/1.1`, `Host: ${host}`, ...headers])
      expect([headers, path, tried(status !== 403)]).toEqual([headers, path, false])
    }
})

test('a form, a plain text or a beacon of a foreign page calls nothing and uploads nothing', async () => {
  const types = [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json',
  ]
  const foreign = [...sites, []]
  const before = await door.client().jobs.list()
  for (const headers of foreign)
    for (const type of types)
      for (const path of [
        '/rpc/imports/start',
        '/rpc/workspace/setPreferences',
        '/uploads?name=a.csv',
        '/workspace?open=sample',
      ]) {
        const lines = [`POST ${path} HTTP/1.1`, `Host: ${host}`, `Content-Type: ${type}`, ...headers]
        const { status } = await withCookie(lines, '{"json":{"windowDays":7}}')
        expect([headers, type, path, tried(status !== 403)]).toEqual([headers, type, path, false])
      }
  expect(await door.client().jobs.list()).toEqual(before)
})

test('no call is made by reading, or by a method that is none of the door', async () => {
  for (const method of ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'QUERY', 'PROPFIND'])
    for (const path of [
      '/rpc/workspace/setPreferences?data=%7B%22json%22%3A%7B%22windowDays%22%3A7%7D%7D',
      '/uploads?name=a',
      '/workspace?open=sample',
    ]) {
      const { status } = await withCookie([
        `${method} ${path} HTTP/1.1`,
        `Host: ${host}`,
        `Origin: ${door.origin}`,
      ])
      expect([method, path, tried(status !== 0 && status < 400)]).toEqual([method, path, false])
    }
  const status = await door.client().workspace.status()
  expect(status.path).toBe(join(folder, 'own'))
})

test('a link is used once, and neither used nor guessed keys nor cookies open anything', async () => {
  const { pathname, search } = new URL(door.newUrl())
  expect((await ask(door.origin, pathname + search)).status).toBe(200)
  const real = search.slice('?key='.length)
  const guesses = [
    real,
    '',
    real.slice(0, -1),
    `${real}A`,
    real.toLowerCase(),
    'A'.repeat(43),
    '%00',
    `${real}%00`,
    ...Array.from({ length: 200 }, (_, at) => Buffer.alloc(32, at).toString('base64url')),
  ]
  for (const guess of guesses) {
    const answer = await ask(door.origin, `/open?key=${guess}`)
    const isIn = answer.status < 400 || answer.headers['set-cookie'] !== undefined
    expect([guess, tried(isIn)]).toEqual([guess, false])
  }
  const name = own.cookie.split('=')[0]!
  for (const cookie of [
    `${name}=`,
    `${name}=${'A'.repeat(43)}`,
    `${own.cookie}A`,
    own.cookie.slice(0, -1),
    own.cookie.replace('debrief', 'debrief2'),
    `${name}=${real}`,
  ]) {
    const { status } = await ask(door.origin, '/', { headers: { cookie } })
    expect([cookie, tried(status !== 403)]).toEqual([cookie, false])
  }
})

test('an upgrade to a websocket is not made', async () => {
  const { status } = await withCookie([
    'GET / HTTP/1.1',
    `Host: ${host}`,
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
  ])
  expect(tried(status === 101)).toBe(false)
})

const paths = [
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/%252e%252e/secret.txt',
  '/..%2fsecret.txt',
  '/..%5csecret.txt',
  '/..\\secret.txt',
  '/....//secret.txt',
  '/.%00./secret.txt',
  '/secret.txt%00.js',
  '/%c0%ae%c0%ae/secret.txt',
  '/%uff0e%uff0e/secret.txt',
  '/assets/..;/../secret.txt',
  '/assets/%2e%2e/%2e%2e/secret.txt',
  '//etc/passwd',
  '/etc/passwd',
  '/file:///etc/passwd',
  '/C:/Windows/win.ini',
  '/%ff',
  '/%',
  '/assets',
  '/assets/',
  '/__proto__',
  '/constructor',
  '/own/workspace.db',
  '/media/../own/workspace.db',
  '/media/%2e%2e%2fown%2fworkspace.db',
  '/media/..%5cown',
  '/media/0',
  '/media/-1',
  '/media/1e3',
  '/media/1%00',
  '/media/999999999999',
  '/media/9999999999999999999999',
  "/media/1'%20OR%20'1'='1",
  '/rpc/../secret.txt',
]

test('no path leads out of the page, and no refusal tells where anything lies', async () => {
  for (const path of paths) {
    const { status, text } = await withCookie([`GET ${path} HTTP/1.1`, `Host: ${host}`])
    const isThrough = status < 400 || text.includes('not of the page') || text.includes('root:')
    expect([path, tried(isThrough)]).toEqual([path, false])
    expect(text).not.toContain(folder)
    expect(text).not.toMatch(/\bat .+:\d+:\d+|node_modules|Error:/)
  }
})

test('names of uploads become plain names in a folder of their own, and none makes the door stumble', async () => {
  const names = [
    '../../../etc/cron.d/x',
    '..\\..\\x.csv',
    '/etc/passwd',
    'C:\\x.csv',
    '..',
    '.',
    '%00.csv',
    'a%0d%0aSet-Cookie:%20x=y.csv',
    encodeURIComponent('通話'.repeat(120)),
    encodeURIComponent('😀'.repeat(120)),
    '%ed%a0%80.csv',
    '-rf',
    '$(id).csv',
  ]
  for (const name of names) {
    const { status, text } = await withCookie(
      [`POST /uploads?name=${name} HTTP/1.1`, `Host: ${host}`, `Origin: ${door.origin}`],
      'a,b\n1,2\n',
    )
    expect([name, status, tried(!/"uploadId":"[0-9a-f-]{36}"/.test(text))]).toEqual([name, 200, false])
    expect(text).not.toMatch(/^set-cookie: x=y/im)
  }
})

test('no content of a call makes the door stumble, tell where anything lies, or change what all objects have', async () => {
  const bodies = [
    '',
    '{',
    'null',
    '[]',
    '"x"',
    '{"json":1}',
    '{"json":{"__proto__":{"isAdmin":true}}}',
    '{"json":{"constructor":{"prototype":{"x":1}}}}',
    `{"json":${'['.repeat(100_000)}`,
    `{"json":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}`,
    '{"json":{},"meta":[[1,"__proto__","polluted"]]}',
    '{"json":{"windowDays":"x"},"meta":[[3,"windowDays"]]}',
    '{"json":{},"meta":[[99,"x"]]}',
    '\u00ff\u00fe{',
    '1e999999',
  ]
  for (const path of [
    '/rpc/workspace/setPreferences',
    '/rpc/imports/start',
    '/rpc/search/search',
    '/rpc/__proto__/x',
    '/rpc/constructor',
    '/rpc/workspace/toString',
    '/rpc/',
    '/rpc/workspace/%2e%2e',
  ])
    for (const body of bodies) {
      const { status, text } = await withCookie(
        [
          `POST ${path} HTTP/1.1`,
          `Host: ${host}`,
          `Origin: ${door.origin}`,
          'Content-Type: application/json',
        ],
        body,
      )
      const gotThrough = status === 0 || status >= 500 || 'polluted' in {} || 'isAdmin' in {}
      expect([path, body.slice(0, 40), tried(gotThrough)]).toEqual([path, body.slice(0, 40), false])
      expect(text).not.toContain(folder)
      expect(text).not.toMatch(/\bat .+:\d+:\d+|node_modules/)
    }
  expect((await ask(door.origin, '/', { headers: own })).status).toBe(200)
})
