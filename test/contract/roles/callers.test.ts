import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LoopbackDoor } from '../../../cli/serve.ts'
import { starterPolicies } from '../../../shared/domain/policy.ts'
import { doorPaths } from '../../../shared/domain/bridge.ts'
import { ask, enter, openTestDoor } from '../../support/loopback.ts'
import { makeTemporaryFolder } from '../../support/temporary-folder.ts'

const folder = makeTemporaryFolder()
let door: LoopbackDoor
let adaId = 0
beforeAll(async () => {
  door = await openTestDoor(folder)
  const client = door.client()
  const profiles = { passphrase: false, idleMinutes: null }
  await client.policy.adopt({ document: { ...starterPolicies.strict, profiles } })
  adaId = (await client.profiles.create({ name: 'Ada', role: 'administrator' })).id
}, 60_000)
afterAll(async () => {
  await door.close()
  rmSync(folder, { recursive: true, force: true })
})

type Headers = Awaited<ReturnType<typeof enter>>

/** A call as a browser that opened a link of its own makes it: its status, and what came of it. */
async function call(headers: Headers, path: string, input?: unknown) {
  const { status, body } = await ask(door.origin, `${doorPaths.calls}/${path}`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ json: input, meta: [] }),
  })
  return { status, json: (JSON.parse(body) as { json: unknown }).json }
}

test('a profile is entered in the browser whose link was opened, and in no other', async () => {
  const one = await enter(door)
  const other = await enter(door)
  expect(one.cookie).not.toBe(other.cookie)
  for (const headers of [one, other])
    expect(await call(headers, 'people/list', {})).toMatchObject({ status: 401, json: { code: 'SIGN_IN' } })
  expect((await call(one, 'profiles/enter', { id: adaId })).status).toBe(200)
  expect((await call(one, 'people/list', {})).status).toBe(200)
  expect(await call(other, 'people/list', {})).toMatchObject({ status: 401, json: { code: 'SIGN_IN' } })
  expect(await call(other, 'profiles/me')).toMatchObject({ json: { mustEnter: true, may: [] } })
  await call(one, 'profiles/leave')
  expect((await call(one, 'people/list', {})).status).toBe(401)
})

test('a browser without a link of its own is nobody, whatever cookie it makes up', async () => {
  const real = await enter(door)
  await call(real, 'profiles/enter', { id: adaId })
  const forged = { ...real, cookie: `${real.cookie.slice(0, -4)}AAAA` }
  const answer = await ask(door.origin, `${doorPaths.calls}/people/list`, {
    method: 'POST',
    headers: { ...forged, 'content-type': 'application/json' },
    body: '{}',
  })
  expect(answer.status).toBe(403)
})
