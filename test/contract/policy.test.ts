import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { directClient, type Client } from '../../engine/direct-client.ts'
import { createEngine, type Engine } from '../../engine/index.ts'
import { writing } from '../../engine/context.ts'
import { one, run } from '../../engine/store/index.ts'
import { comparePolicies } from '../../shared/domain/compare-policies.ts'
import { starterPolicies, type Role } from '../../shared/domain/policy.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

const { strict, 'works-council': worksCouncil, 'small-team': smallTeam } = starterPolicies

let folder: string
let engine: Engine
let client: Client
const clock = { now: Date.UTC(2026, 2, 30, 12) }

async function open(more: { lockedPolicy?: unknown; readOnly?: boolean } = {}): Promise<void> {
  engine = await createEngine({
    workspace: join(folder, 'workspace'),
    takesPaths: true,
    now: () => clock.now,
    lockedPolicyFile: '/etc/debrief/policy.json',
    ...more,
  })
  client = directClient(engine)
}

beforeEach(async () => {
  folder = makeTemporaryFolder()
  clock.now = Date.UTC(2026, 2, 30, 12)
  await open()
})
afterEach(async () => {
  await engine.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Makes a profile and gives a client that has entered it. */
async function as(name: string, role: Role): Promise<Client> {
  const id = await writing(engine.context, (database) => {
    run(
      database,
      'INSERT INTO profiles (name, role, passphrase, made_at) VALUES (?, ?, NULL, ?)',
      name,
      role,
      clock.now,
    )
    return one<{ id: number }>(database, 'SELECT max(id) AS id FROM profiles')!.id
  })
  engine.context.signedIn.enter(name, id)
  return directClient({ router: engine.router, context: { ...engine.context, caller: name } })
}

describe('a policy', () => {
  test('is adopted as the next version, at once, and the log says which', async () => {
    expect(await client.policy.get()).toMatchObject({ version: 0, document: strict, lockedBy: null })
    await client.policy.adopt({ document: worksCouncil, basedOn: 0 })
    await client.policy.adopt({ document: smallTeam })
    expect((await client.policy.history()).map(({ version }) => version)).toEqual([2, 1, 0])
    const [entry] = (await client.audit.list({ act: 'policy.adopt', limit: 1 })).entries
    expect(entry).toMatchObject({ policy: 'EU works council 1', outcome: 'done' })
    expect(JSON.parse(entry!.details)).toEqual({
      version: 2,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
    })
    await expect(client.policy.adopt({ document: strict, basedOn: 1 })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
    const [third, second, first] = (await client.policy.history()).map(({ document }) => document)
    expect(comparePolicies(third!, third!)).toEqual([])
    expect(comparePolicies(first!, second!).length).toBeGreaterThan(5)
    expect((await client.audit.verify({})).broken).toBeNull()
  })

  test('goes to a file and comes back the same', async () => {
    await client.policy.adopt({ document: worksCouncil })
    const file = join(folder, 'policy.json')
    await client.policy.export({ file })
    expect(await client.policy.read({ text: readFileSync(file, 'utf8') })).toEqual({
      document: worksCouncil,
      faults: [],
    })
    await expect(client.policy.export({ file })).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  test('that would lock everybody out is refused', async () => {
    const roles = { ...strict.roles, administrator: strict.roles.reviewer }
    await expect(client.policy.adopt({ document: { ...strict, roles } })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
    const governing = { ...strict, roles: { ...strict.roles, supervisor: strict.roles.administrator } }
    const supervisor = await as('Sue', 'supervisor')
    await expect(supervisor.policy.adopt({ document: strict })).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    const admin = await as('Ada', 'administrator')
    await admin.policy.adopt({ document: governing })
    await writing(engine.context, (database) => run(database, "DELETE FROM profiles WHERE name = 'Ada'"))
    await expect(supervisor.policy.adopt({ document: strict })).rejects.toThrow(
      'no profile here could change it',
    )
    expect(await supervisor.policy.mine()).toMatchObject({ role: 'supervisor' })
  })

  test('shows what it would have stopped last month, and changes nothing by being tried', async () => {
    const sue = await as('Sue', 'supervisor')
    const ada = await as('Ada', 'administrator')
    await ada.policy.adopt({ document: smallTeam })
    await sue.workspace.setPreferences({ timeZone: 'UTC' })
    const { replay, changes, whyNot } = await ada.policy.try({ document: strict })
    expect(whyNot).toBeNull()
    expect(changes.length).toBeGreaterThan(3)
    expect(replay.stopped).toMatchObject([
      { act: 'workspace.setPreferences', role: 'supervisor', who: ['Sue'], times: 1 },
    ])
    expect((await ada.policy.get()).version).toBe(1)
  })
})

describe('a policy that IT keeps', () => {
  test('is put in force when the workspace opens, and no other can be', async () => {
    await engine.close()
    await open({ lockedPolicy: worksCouncil })
    expect(await client.policy.get()).toMatchObject({
      version: 1,
      document: worksCouncil,
      lockedBy: '/etc/debrief/policy.json',
    })
    await expect(client.policy.adopt({ document: strict })).rejects.toThrow('/etc/debrief/policy.json')
    await expect(
      client.policy.setDestination({ purpose: 'score', host: 'a.example', isAllowed: true }),
    ).rejects.toThrow('/etc/debrief/policy.json')
    await engine.close()
    await open({ lockedPolicy: worksCouncil })
    expect((await client.policy.get()).version).toBe(1)
  })

  test('holds a workspace that can only be read, too, and opens nothing where it is broken', async () => {
    await engine.close()
    await open({ lockedPolicy: worksCouncil, readOnly: true })
    expect((await client.policy.get()).document).toEqual(worksCouncil)
    await engine.close()
    const broken = { ...worksCouncil, automation: { ...worksCouncil.automation, rank: 'maybe' } }
    await expect(open({ lockedPolicy: broken })).rejects.toThrow(
      '/etc/debrief/policy.json cannot be read, so Debrief does not open: automation.rank is "maybe"',
    )
    await open()
  })
})

describe('the approval of a second person', () => {
  const needing = {
    ...strict,
    approvals: ['export' as const, 'govern' as const],
    approvalHours: 2,
    profiles: smallTeam.profiles,
  }

  test('lets a call through for a while, from somebody else who may govern, and until it is taken back', async () => {
    const ada = await as('Ada', 'administrator')
    await ada.policy.adopt({ document: needing })
    const sue = await as('Sue', 'supervisor')
    const write = () => sue.merging.exportAggregate({ hasNames: false })
    // with what the page asks for in the refusal's own place
    await expect(write()).rejects.toMatchObject({ code: 'APPROVAL_NEEDED', data: { needs: 'export' } })
    expect((await ada.audit.list({ limit: 1 })).entries[0]).toMatchObject({
      act: 'merging.exportAggregate',
      outcome: 'refused',
    })
    await sue.approvals.ask({ capability: 'export', why: 'The quarterly figures' })
    await expect(sue.approvals.ask({ capability: 'export', why: 'Again' })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
    expect(await ada.approvals.waiting()).toEqual({ count: 1 })
    const [asked] = await ada.approvals.list()
    await expect(sue.approvals.grant({ id: asked!.id })).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    await ada.approvals.grant({ id: asked!.id })
    // past the check for approval: somebody with a team of their own does not see what all of it rests on
    await expect(write()).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    clock.now += 2 * 3_600_000
    await expect(write()).rejects.toMatchObject({ code: 'APPROVAL_NEEDED' })
    expect((await sue.approvals.list())[0]).toMatchObject({ state: 'over', answeredBy: 'Ada' })
  })

  test('is nobody’s to give to themselves, covers the policy itself, and locks out no administrator who is alone', async () => {
    const ada = await as('Ada', 'administrator')
    await ada.policy.adopt({ document: needing })
    expect(await ada.policy.get()).toMatchObject({ hasSecondPerson: false })
    await ada.policy.adopt({ document: needing })
    const max = await as('Max', 'administrator')
    await expect(ada.policy.adopt({ document: strict })).rejects.toMatchObject({ code: 'APPROVAL_NEEDED' })
    await ada.approvals.ask({ capability: 'govern', why: 'Back to strict' })
    const [asked] = await ada.approvals.list()
    await expect(ada.approvals.grant({ id: asked!.id })).rejects.toThrow('Nobody can approve')
    await max.approvals.decline({ id: asked!.id })
    await expect(ada.policy.adopt({ document: strict })).rejects.toMatchObject({ code: 'APPROVAL_NEEDED' })
    await ada.approvals.ask({ capability: 'govern', why: 'Please' })
    const [again] = await max.approvals.list()
    await max.approvals.grant({ id: again!.id })
    await max.approvals.withdraw({ id: again!.id })
    await expect(ada.policy.adopt({ document: strict })).rejects.toMatchObject({ code: 'APPROVAL_NEEDED' })
  })

  test('is not asked for where nobody has a profile', async () => {
    await client.policy.adopt({ document: needing })
    await client.policy.adopt({ document: strict })
    await expect(client.approvals.ask({ capability: 'export', why: 'x' })).rejects.toMatchObject({
      code: 'UNSUPPORTED',
    })
  })
})
