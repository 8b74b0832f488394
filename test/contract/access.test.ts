import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { directClient } from '../../engine/direct-client.ts'
import { finished } from '../support/merging.ts'
import { openPlantedTeams, type PlantedTeams } from '../support/planted-teams.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { csv, openWorkspace } from '../support/workspace.ts'

let planted: PlantedTeams
beforeAll(async () => {
  planted = await openPlantedTeams()
}, 120_000)
afterAll(() => planted.workspace.close())

/** Everything that stands in a package, file by file, names included. */
function packageText(directory: string): string {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.name}\n${readFileSync(join(entry.parentPath, entry.name), 'utf8')}`)
    .join('\n')
}

async function exported(order: { agentId: number } | { customer: string }) {
  const directory = join(temporaryFolder(), 'held')
  const { client } = planted.workspace
  const jobId = await finished(client, client.access.start({ ...order, directory }))
  return { directory, done: (await client.access.done({ jobId }))!, text: packageText(directory) }
}

/** What is planted of somebody else: every token of the other team, and every other name of the own. */
const foreignTo = (text: string, own: RegExp) =>
  [...text.matchAll(/qz[ew][nt][a-z0-9]*|qz[ew]tprivate/gi)]
    .map(([word]) => word)
    .filter((word) => !own.test(word))

test('what is held about an agent is counted by kind, with first and last day, sources and imports', async () => {
  const { client } = planted.workspace
  const found = await client.access.find({ agentId: planted.east.personId })
  const kinds = Object.fromEntries(found.kinds.map(({ kind, n }) => [kind, n]))
  expect(kinds).toMatchObject({
    identities: 3,
    contacts: 6,
    // of people, and of Debrief's rules for the three conversations with words
    evaluations: 9,
    surveys: 6,
    sessions: 1,
    commitments: 1,
    marks: 1,
  })
  expect(found).toMatchObject({ name: 'Qzenarla Qzencoskson', firstDay: '2026-03-02', remarks: [] })
  expect(found.sources).toEqual(expect.arrayContaining(['acd', 'quality', 'surveys']))
  expect(found.imports.map(({ fileName }) => fileName)).toContain('qzetcalls.csv')
})

test('the package of an agent holds what is theirs and no word of anybody else', async () => {
  const { text, done, directory } = await exported({ agentId: planted.east.personId })
  const data = JSON.parse(readFileSync(join(directory, 'data.json'), 'utf8')) as Record<string, unknown[]>
  expect(data['contacts']).toHaveLength(6)
  expect(data['evaluations']).toHaveLength(9)
  expect(data['sessions']).toHaveLength(1)
  for (const theirs of [
    /Qzenarla Qzencoskson/,
    /qzetshared/,
    /qzetbehaviour/,
    /qzetmark/,
    /qzetidea/,
    /qzetmatter/,
    /qzetsurvey\d/,
  ])
    expect(text).toMatch(theirs)
  expect(done.files.map(({ fileName }) => fileName)).toEqual(
    expect.arrayContaining(['README.txt', 'index.html', 'data.json', 'contacts.csv', 'words.csv']),
  )
  // the coach's own notes, and the reviewer by name
  expect(text).not.toMatch(/qzetprivate/)
  expect(text).not.toContain('Quinn Reyes')
  expect(foreignTo(text, /^qzen(arla|coskson)$|^qzet(?!private)/i)).toEqual([])
  const others = [...text.matchAll(/qzet(?:calls|reviews|arla)?[a-z]*\d*x?/gi)]
    .map(([word]) => word)
    .filter((word) => /^qzet(bern|cosk|dwin|elth|furn|over)/i.test(word))
  expect(others).toEqual([])
})

test('of a session of two, each is given their own part and not the name of the other', async () => {
  const { client } = planted.workspace
  const people = await client.people.list({})
  const bern = people.find(({ name }) => name.startsWith('Qzenbern'))!
  const { text } = await exported({ agentId: bern.id })
  expect(text).toMatch(/qzwtshared/)
  expect(text).not.toMatch(/qzwnbern|qzwtprivate/i)
})

test('a customer is found by the number that exports give and by what a contact is called, and given nothing of how agents were scored', async () => {
  const own = await openWorkspace()
  onTestFinished(() => own.close())
  const row = {
    agent_name: 'Ada Okafor',
    agent_id: 'a1',
    started_at: '2026-03-02T09:00:00Z',
    talk_seconds: 100,
  }
  await own.take(
    'calls.csv',
    csv([
      { ...row, contact_id: 'K-1', customer_id: '+44 20 7946 0991', subject: 'mine1' },
      { ...row, contact_id: 'K-2', customer_id: '442079460991', subject: 'mine2' },
      { ...row, contact_id: 'K-3', customer_id: '+44 20 7946 0992', subject: 'foreign3' },
    ]),
    { source: 'acd' },
  )
  await own.take(
    'scores.csv',
    csv([
      {
        evaluation_id: 'E-1',
        contact_id: 'K-1',
        agent_name: 'Ada Okafor',
        form: 'Voice',
        evaluated_at: '2026-03-03T09:00:00Z',
        total_score: 77.125,
        comment: 'rated5',
      },
    ]),
    { source: 'quality' },
  )
  await own.take(
    'surveys.csv',
    csv([
      {
        response_id: 'R-1',
        contact_id: 'K-1',
        responded_at: '2026-03-03T10:00:00Z',
        csat: 2,
        comment: '=HYPERLINK("http://x","said7") to Ada Okafor',
      },
      {
        response_id: 'R-3',
        contact_id: 'K-3',
        responded_at: '2026-03-03T10:00:00Z',
        csat: 2,
        comment: 'foreign8',
      },
    ]),
    { source: 'surveys' },
  )
  const found = await own.client.access.find({ customer: '0044' })
  expect(found.kinds).toEqual([])
  const kindsOf = async (customer: string) =>
    Object.fromEntries((await own.client.access.find({ customer })).kinds.map(({ kind, n }) => [kind, n]))
  expect(await kindsOf('+44 (20) 7946-0991')).toMatchObject({ contacts: 2, surveys: 1, evaluations: 1 })
  expect(await kindsOf('K-3')).toMatchObject({ contacts: 1, surveys: 1 })

  const directory = join(temporaryFolder(), 'held')
  const { client } = own
  await finished(client, client.access.start({ customer: '+44 20 7946 0991', directory }))
  const text = packageText(directory)
  expect(text).toMatch(/mine1[\s\S]*mine2/)
  expect(text).toContain('said7')
  expect(text).not.toMatch(/foreign|rated5|77\.125|Okafor|7946/)
  expect(readFileSync(join(directory, 'contacts.csv'), 'utf8')).toContain(',Ada\r\n')
  // no cell runs, and the page shows markup as text
  expect(readFileSync(join(directory, 'surveys.csv'), 'utf8')).toContain(`"'=HYPERLINK`)
  const page = readFileSync(join(directory, 'index.html'), 'utf8')
  expect(page).toContain('=HYPERLINK(&quot;http://x&quot;')
  expect(page).not.toMatch(/<script|http:\/\/x"/)
  // the number it was asked with is not kept with the job either
  const { raw } = own.engine.context.read
  expect(JSON.stringify(raw.prepare("SELECT * FROM jobs WHERE kind = 'access'").all())).not.toContain('7946')
})

test('it is told in the audit log whom it was about, and by whom', async () => {
  const { client } = planted.workspace
  await exported({ agentId: planted.east.personId })
  const { entries } = await client.audit.list({ limit: 20 })
  expect(entries.find(({ act }) => act === 'access.start')).toMatchObject({
    record: `agentId ${planted.east.personId}`,
    outcome: 'done',
  })
})

test('who stops listening leaves nothing, and a folder with something in it is not written to', async () => {
  const place = temporaryFolder()
  const { client } = planted.workspace
  const order = { agentId: planted.east.personId, directory: join(place, 'new', 'held') }
  let steps = 0
  for await (const { done } of await client.access.write(order)) {
    expect(done).toBeNull()
    if (++steps === 2) break
  }
  expect(steps).toBe(2)
  expect(readdirSync(place)).toEqual([])
  mkdirSync(join(place, 'old'))
  writeFileSync(join(place, 'old', 'letter.txt'), 'as it was')
  const refused = async () => {
    for await (const step of await client.access.write({ ...order, directory: join(place, 'old') })) void step
  }
  await expect(refused()).rejects.toMatchObject({
    message: `${join(place, 'old')} is not empty; name a folder that is not there yet.`,
  })
  expect(readdirSync(join(place, 'old'))).toEqual(['letter.txt'])
})

test('whoever may not see all of it may not write it out, and where the policy asks for a second person it waits', async () => {
  const own = await openWorkspace()
  onTestFinished(() => own.close())
  await own.take(
    'calls.csv',
    csv([
      { contact_id: 'K-1', agent_name: 'Ada Okafor', started_at: '2026-03-02T09:00:00Z', talk_seconds: 100 },
    ]),
    { source: 'acd' },
  )
  const agentId = (await own.client.people.list({}))[0]!.id
  const passphrase = null
  const { policy } = await own.client.policy.get().then((got) => ({ policy: got.document }))
  await own.client.policy.adopt({
    document: { ...policy, approvals: ['export'], profiles: { passphrase: false, idleMinutes: null } },
  })
  const boss = await own.client.profiles.create({ name: 'Boss', role: 'administrator', passphrase })
  const { engine } = own
  const as = (caller: string, id: number) => {
    engine.context.signedIn.enter(caller, id)
    return directClient({ router: engine.router, context: { ...engine.context, caller } })
  }
  const first = as('first', boss.id)
  const other = await first.profiles.create({ name: 'Other', role: 'administrator', passphrase })
  const director = await first.profiles.create({ name: 'Dana', role: 'director', passphrase })
  const directory = join(temporaryFolder(), 'held')
  await expect(first.access.start({ agentId, directory })).rejects.toMatchObject({ code: 'APPROVAL_NEEDED' })
  // looking needs no consent
  expect((await first.access.find({ agentId })).kinds).toContainEqual({ kind: 'contacts', n: 1 })
  await expect(as('second', director.id).access.find({ agentId })).rejects.toMatchObject({
    code: 'NOT_ALLOWED',
  })
  expect(other.id).toBeGreaterThan(boss.id)
  expect(existsSync(directory)).toBe(false)
})
