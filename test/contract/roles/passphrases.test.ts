import { afterAll, beforeAll, expect, test } from 'vitest'
import { directClient, type Client } from '../../../engine/direct-client.ts'
import { openWorkspace, type TestWorkspace } from '../../support/workspace.ts'

// each passphrase takes as long to check as it must, on a busy machine many times that
const SLOW_MS = 180_000
const PASSPHRASE = 'five boilers sing'

let workspace: TestWorkspace
let ada: Client
let danId = 0
const as = (caller: string): Client => {
  const { router, context } = workspace.engine
  return directClient({ router, context: { ...context, caller } })
}

beforeAll(async () => {
  workspace = await openWorkspace()
  ada = as('Ada’s browser')
}, SLOW_MS)
afterAll(() => workspace.close())

test(
  'where the policy asks for a passphrase no profile is without, and a short one is refused',
  async () => {
    const dan = { name: 'Dan', role: 'director' as const }
    await expect(ada.profiles.create({ name: 'Ada', role: 'administrator' })).rejects.toThrow(
      'The policy asks for a passphrase',
    )
    await expect(
      ada.profiles.create({ name: 'Ada', role: 'administrator', passphrase: 'seven77' }),
    ).rejects.toThrow('Input validation failed')
    expect(await ada.profiles.list()).toEqual([])
    await expect(ada.profiles.create({ ...dan, passphrase: PASSPHRASE })).rejects.toThrow('The first profile')
    await ada.profiles.create({ name: 'Ada', role: 'administrator', passphrase: PASSPHRASE })
    danId = (await ada.profiles.create({ ...dan, passphrase: PASSPHRASE })).id
    await expect(ada.profiles.resetPassphrase({ id: danId, passphrase: null })).rejects.toThrow(
      'The policy asks for a passphrase',
    )
    expect(JSON.stringify(await ada.profiles.details())).not.toMatch(/scrypt|boilers/)
    expect((await ada.profiles.details()).map(({ name, madeBy }) => [name, madeBy])).toEqual([
      ['Ada', expect.any(String)],
      ['Dan', 'Ada'],
    ])
  },
  SLOW_MS,
)

test(
  'wrong ones stand in the log, make the next wait even if it is right, and say so in one sentence',
  async () => {
    const dan = as('Dan’s browser')
    const enter = (passphrase: string) => dan.profiles.enter({ id: danId, passphrase })
    const before = (await ada.audit.list({ limit: 500 })).entries.length
    for (const wrong of ['one', 'two', 'three'])
      await expect(enter(wrong)).rejects.toThrow('That is not the passphrase of this profile.')
    await expect(enter(PASSPHRASE)).rejects.toThrow('try again in a second')
    expect((await dan.profiles.me()).mustEnter).toBe(true)
    workspace.clock.now += 999
    await expect(enter(PASSPHRASE)).rejects.toMatchObject({ code: 'CONFLICT' })
    workspace.clock.now += 1
    expect((await enter(PASSPHRASE)).profile?.name).toBe('Dan')
    await workspace.engine.context.writes.idle()
    const { entries } = await ada.audit.list({ limit: 500 })
    const refused = entries
      .slice(0, entries.length - before)
      .filter(({ act, outcome }) => act === 'profiles.enter' && outcome === 'refused')
    expect(refused.map(({ who, record }) => [who, record])).toEqual(
      Array.from({ length: 3 }, () => ['Dan', `id ${danId}`]),
    )
    expect(JSON.stringify(entries)).not.toMatch(/boilers|"one"|"two"|"three"/)
  },
  SLOW_MS,
)

test(
  'the own passphrase changes with the old one alone, and everybody else who was in leaves',
  async () => {
    const here = as('Dan’s browser')
    const elsewhere = as('Dan’s other browser')
    await elsewhere.profiles.enter({ id: danId, passphrase: PASSPHRASE })
    await expect(
      here.profiles.setPassphrase({ old: 'wrong', passphrase: 'six kettles whistle' }),
    ).rejects.toThrow('not the passphrase')
    expect((await elsewhere.profiles.me()).profile?.name).toBe('Dan')
    await here.profiles.setPassphrase({ old: PASSPHRASE, passphrase: 'six kettles whistle' })
    expect((await here.profiles.me()).profile?.name).toBe('Dan')
    expect((await elsewhere.profiles.me()).mustEnter).toBe(true)
    await expect(elsewhere.profiles.enter({ id: danId, passphrase: PASSPHRASE })).rejects.toThrow(
      'not the passphrase',
    )
    await ada.profiles.resetPassphrase({ id: danId, passphrase: PASSPHRASE })
    expect((await here.profiles.me()).mustEnter).toBe(true)
  },
  SLOW_MS,
)
