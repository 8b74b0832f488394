import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import '../../support/quick-passphrases.ts'
import { directClient } from '../../../engine/direct-client.ts'
import { runSupervisorCopy } from '../../../engine/supervisor-copy-job.ts'
import { starterPolicies, type PolicyDocument } from '../../../shared/domain/policy.ts'
import { finished } from '../../support/merging.ts'
import { openWorkspace, type TestWorkspace } from '../../support/workspace.ts'
import { as, copied, fillTeams, opened } from './a-copy.ts'

const SLOW_MS = 120_000

async function governed(change: Partial<PolicyDocument> = {}) {
  const own = await openWorkspace()
  onTestFinished(() => own.close())
  await fillTeams(own)
  const { client } = own
  const document = {
    ...starterPolicies.strict,
    profiles: { passphrase: false, idleMinutes: null },
    ...change,
  }
  await client.policy.adopt({ document })
  await client.profiles.create({ name: 'Boss', role: 'administrator' })
  const teams = [{ team: 'North', from: null, to: null }]
  const { id: supervisorId } = await client.profiles.create({ name: 'Robin', role: 'supervisor', teams })
  const { id: reviewerId } = await client.profiles.create({ name: 'Rita', role: 'reviewer' })
  const { id: directorId } = await client.profiles.create({ name: 'Dora', role: 'director' })
  return { own, client, supervisorId, reviewerId, directorId }
}

const target = ({ folder }: TestWorkspace) => join(folder, 'copy')

test(
  'a supervisor, a reviewer and a director can make none, whatever the policy lets them export, and it stands in the log',
  async () => {
    const { roles } = starterPolicies.strict
    const all = roles.administrator.filter((one) => one !== 'govern')
    const { own, supervisorId, reviewerId, directorId, client } = await governed({
      roles: { ...roles, supervisor: all, reviewer: all, director: [...roles.director, 'export'] },
      scope: { supervisor: 'own-teams', reviewer: 'no-names' },
    })
    for (const id of [supervisorId, reviewerId, directorId])
      await expect(
        as(own, id).supervisorCopies.start({ profileId: supervisorId, directory: target(own) }),
      ).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    expect(existsSync(target(own))).toBe(false)
    await copied(own, { profileId: supervisorId })
    await expect
      .poll(async () => (await client.audit.list({ act: 'supervisorCopies.' })).entries.length)
      .toBeGreaterThan(1)
    const { entries } = await client.audit.list({ act: 'supervisorCopies.' })
    expect(entries.map(({ who, outcome }) => `${who} ${outcome}`).toSorted()).toEqual([
      'Boss done',
      'Robin refused',
    ])
  },
  SLOW_MS,
)

test(
  'where exports need a second person, a copy does',
  async () => {
    const { own, client, supervisorId } = await governed({ approvals: ['export'] })
    const { id } = await client.profiles.create({ name: 'Second', role: 'administrator' })
    const order = { profileId: supervisorId, directory: target(own) }
    await expect(client.supervisorCopies.start(order)).rejects.toMatchObject({ code: 'APPROVAL_NEEDED' })
    const [question] = await client.approvals.ask({ capability: 'export', why: 'a copy for Robin' })
    await as(own, id).approvals.grant({ id: question!.id })
    await finished(client, client.supervisorCopies.start(order))
    // nobody could approve in the copy: what needs it there is for nobody
    const { client: inCopy } = await opened(target(own))
    expect((await inCopy.profiles.me()).may).not.toContain('export')
  },
  SLOW_MS,
)

test(
  'the copy has the policy with a supervisor as the most there is, one profile with its own passphrase, and a log of its own',
  async () => {
    const { own, client, supervisorId } = await governed()
    const passphrase = 'correct horse battery'
    await client.profiles.resetPassphrase({ id: supervisorId, passphrase })
    const { directory } = await copied(own, { profileId: supervisorId })
    const { client: inCopy, engine } = await opened(directory, passphrase)
    await expect(inCopy.profiles.enter({ id: 1, passphrase: 'something else' })).rejects.toThrow(
      /not the passphrase/,
    )
    expect((await inCopy.profiles.list()).map(({ name, role }) => ({ name, role }))).toEqual([
      { name: 'Robin', role: 'supervisor' },
    ])
    expect(await inCopy.profiles.me()).toMatchObject({ seesEverybody: false })
    for (const refused of [
      () => inCopy.audit.list({}),
      () => inCopy.policy.adopt({ document: starterPolicies['small-team'] }),
      () => inCopy.profiles.create({ name: 'More', role: 'administrator' }),
      () => inCopy.supervisorCopies.start({ profileId: 1 }),
    ])
      await expect(refused()).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    expect(
      (await inCopy.people.list({})).map(({ name }) => name).filter((name) => /Peer|South|West/.test(name)),
    ).toEqual([])
    const acts = engine.context.read.raw.prepare('SELECT seq, act FROM audit_log ORDER BY seq').all()
    expect(acts[0]).toEqual({ seq: 1, act: 'supervisorCopies.made' })
    const text = JSON.stringify(engine.context.read.raw.prepare('SELECT * FROM profiles').all())
    expect(text).not.toMatch(/Boss|Rita|Dora/)
  },
  SLOW_MS,
)

test(
  'a place inside of the workspace, one that is not empty, and teams of nobody are refused in a sentence, with nothing left',
  async () => {
    const { own, client, supervisorId } = await governed()
    const inside = join(own.folder, 'workspace', 'copy')
    await expect(
      client.supervisorCopies.start({ profileId: supervisorId, directory: inside }),
    ).rejects.toThrow(/cannot lie in the folder of the workspace/)
    const full = join(own.folder, 'full')
    mkdirSync(full)
    writeFileSync(join(full, 'mine.txt'), 'mine')
    await expect(copied(own, { profileId: supervisorId, directory: full })).rejects.toThrow(/is not empty/)
    expect(readdirSync(full)).toEqual(['mine.txt'])
    expect(readdirSync(dirname(full)).filter((name) => name.includes('unfinished'))).toEqual([])
    await expect(
      client.supervisorCopies.start({ teamIds: [99_999], name: 'Robin', directory: target(own) }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const { id: none } = await client.profiles.create({
      name: 'Of no team',
      role: 'supervisor',
      teams: [{ team: 'Nowhere', from: null, to: null }],
    })
    await expect(copied(own, { profileId: none })).rejects.toThrow(/Nobody was ever in these teams/)
    const empty = join(own.folder, 'empty')
    mkdirSync(empty)
    await copied(own, { profileId: supervisorId, directory: empty })
    expect(readdirSync(empty).toSorted()).toEqual(['audit-head.json', 'debrief.sqlite'])
  },
  SLOW_MS,
)

test(
  'a copy that is cancelled leaves nothing, and the workspace as it was',
  async () => {
    const { own, client, supervisorId } = await governed()
    const { jobId } = await client.supervisorCopies.start({
      profileId: supervisorId,
      directory: join(own.folder, 'deep', 'copy'),
    })
    await client.jobs.cancel({ jobId })
    await expect
      .poll(async () => (await client.jobs.list()).find(({ id }) => id === jobId)!.state)
      .toBe('cancelled')
    expect(readdirSync(own.folder).filter((name) => name !== 'workspace' && name !== 'files')).toEqual([])
    expect(await client.workspace.check()).toMatchObject({ ok: true })
  },
  SLOW_MS,
)

test('from a browser it goes beside the workspace, and nowhere else', async () => {
  const { own, client, supervisorId } = await governed()
  const { engine } = own
  const browser = directClient({
    router: engine.router,
    context: { ...engine.context, takesPaths: false },
  })
  await expect(
    browser.supervisorCopies.start({ profileId: supervisorId, directory: target(own) }),
  ).rejects.toMatchObject({ code: 'UNSUPPORTED' })
  const jobId = await finished(browser, browser.supervisorCopies.start({ profileId: supervisorId }))
  const done = await client.supervisorCopies.done({ jobId })
  expect(dirname(done!.directory)).toBe(join(own.folder, 'workspace-copies'))
})

test(
  'a copy that was whole when Debrief ended is not made again when its job is taken up',
  async () => {
    const { own, supervisorId } = await governed()
    const payload = {
      of: { profileId: supervisorId },
      directory: target(own),
      token: 'of-this-order',
      keyFile: null,
    }
    const handle = { signal: new AbortController().signal, progress: () => {}, keep: async () => {} }
    const first = await runSupervisorCopy(own.engine.context, payload, handle, null)
    expect(first).toMatchObject({ agents: 7, peers: 10, sounds: 0 })
    expect(await runSupervisorCopy(own.engine.context, payload, handle, null)).toEqual(first)
    await expect(
      runSupervisorCopy(own.engine.context, { ...payload, token: 'of another' }, handle, null),
    ).rejects.toThrow(/is not empty/)
  },
  SLOW_MS,
)
