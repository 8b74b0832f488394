import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LoopbackDoor } from '../../cli/serve.ts'
import { ask, enter, openTestDoor } from '../support/loopback.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'
import { rawRequest, statusOf } from './support/raw-request.ts'
import { tally } from './support/tally.ts'

const folder = makeTemporaryFolder()
const { tried } = tally('loopback door, floods and slow senders')
const MOST = 20
let door: LoopbackDoor
let head: string[]
beforeAll(async () => {
  door = await openTestDoor(folder, { uploadBytes: 100_000, pauseMs: 300, mostRequests: MOST })
  const { cookie, origin } = await enter(door)
  head = [`Host: ${new URL(door.origin).host}`, `Cookie: ${cookie}`, `Origin: ${origin}`]
})
afterAll(() => door.close())

const post = (path: string, ...more: string[]) =>
  [`POST ${path} HTTP/1.1`, ...head, 'Content-Type: application/json', ...more, '', ''].join('\r\n')

test('content that stops coming, or comes a byte at a time, is given up in a sentence', async () => {
  const trickle = (bytes: number) => Array.from({ length: bytes }, () => 'x')
  const attacks: [string, string[], number][] = [
    ['a call that stops', [post('/rpc/workspace/status', 'Content-Length: 50'), '{"json":'], 0],
    ['a call that trickles', [post('/rpc/workspace/status', 'Content-Length: 50'), ...trickle(12)], 100],
    ['an upload that stops', [post('/uploads?name=a.csv', 'Content-Length: 50'), 'a,b\n'], 0],
    [
      'an upload in pieces that stops',
      [post('/uploads?name=a.csv', 'Transfer-Encoding: chunked'), '4\r\na,b\n\r\n'],
      0,
    ],
  ]
  for (const [what, pieces, pauseMs] of attacks) {
    const answer = await rawRequest(door.origin, pieces, pauseMs)
    expect([what, statusOf(answer), tried(statusOf(answer) !== 408)]).toEqual([what, 408, false])
    expect(answer).toContain('too slowly')
  }
})

test('a length that lies is refused, and nothing of it is kept', async () => {
  const attacks: [string, string[], number[]][] = [
    ['far too long', [post('/uploads?name=lie.csv', 'Content-Length: 99999999999')], [413]],
    ['longer than numbers go', [post('/uploads?name=lie.csv', `Content-Length: ${'9'.repeat(40)}`)], [400]],
    ['less than comes', [post('/uploads?name=lie.csv', 'Content-Length: 1'), 'ab'], [200, 400]],
    [
      'a piece longer than all',
      [post('/uploads?name=lie.csv', 'Transfer-Encoding: chunked'), `30D40\r\n${'x'.repeat(200_000)}`],
      [413],
    ],
    [
      'a piece of endless length',
      [post('/rpc/workspace/status', 'Transfer-Encoding: chunked'), 'FFFFFFFFFFFFFFFFF\r\n'],
      [0, 400],
    ],
    [
      'a call of 5 MB',
      [post('/rpc/workspace/status', 'Content-Length: 5242880'), 'x'.repeat(5 * 1024 * 1024)],
      [413],
    ],
  ]
  for (const [what, pieces, allowed] of attacks) {
    const status = statusOf(await rawRequest(door.origin, pieces))
    expect([what, status, tried(!allowed.includes(status))]).toEqual([what, status, false])
  }
  const own = readdirSync(tmpdir()).filter((name) => name.startsWith(`debrief-uploads-${process.pid}-`))
  const kept = own.flatMap((name) => readdirSync(join(tmpdir(), name), { recursive: true }).map(String))
  expect(kept.filter((name) => name.endsWith('lie.csv')).length).toBeLessThanOrEqual(1)
})

test('a flood is told to come again, and the door answers as before once it is over', async () => {
  const held = Array.from({ length: MOST + 30 }, () =>
    rawRequest(door.origin, [post('/rpc/workspace/status', 'Content-Length: 50', 'Connection: close')]),
  )
  const statuses = (await Promise.all(held)).map(statusOf)
  expect(statuses.filter((status) => status === 429)).toHaveLength(30)
  for (const status of statuses) expect(tried(status !== 429 && status !== 408)).toBe(false)
  const { status } = await ask(door.origin, '/', {
    headers: Object.fromEntries(head.map((line) => line.split(': ') as [string, string])),
  })
  expect(status).toBe(200)
})

test('whoever connects and says nothing, or never ends the head of a request, is hung up on', async () => {
  const started = Date.now()
  const answers = await Promise.all([
    rawRequest(door.origin, []),
    rawRequest(door.origin, ['GET / HTTP/1.1\r\n']),
    rawRequest(
      door.origin,
      ['GET / HTTP/1.1\r\n', ...Array.from({ length: 60 }, (_, at) => `X-${at}: x\r\n`)],
      200,
    ),
  ])
  for (const answer of answers) expect(tried(statusOf(answer) === 200)).toBe(false)
  expect(answers.map(statusOf)).toEqual([408, 408, 408])
  expect(Date.now() - started).toBeLessThan(14_500)
})
