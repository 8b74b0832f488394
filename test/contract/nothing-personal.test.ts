import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { logFile } from '../../engine/log-file.ts'
import { createEngine } from '../../engine/index.ts'
import { directClient } from '../../engine/direct-client.ts'
import { contactLens, csv } from '../support/workspace.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** What must not be found in any file of the workspace, whatever way it came. */
const planted = {
  card: '4111 1111 1111 1111',
  cardWithoutSpaces: '5500005555555559',
  spokenCard: 'four one one one one one one one one one one one one one one one',
  socialSecurityNumber: '219-09-9999',
  email: 'walter.bishop@harvard.example',
  phone: '+1 415 555 0123',
  customer: '4155550199',
  customerInQuarantine: '4155550188',
  speaker: '+14155550177',
  spokenAmex: 'three seven eight two, eight double two four',
  spokenAmexEnd: 'six three one double oh oh five',
  cardCode: '7290',
  spokenEmail: 'olivia dot dunham at gmail dot com',
  spokenNumber: 'two one nine, oh nine, nine nine nine nine',
  spokenPhone: 'four one five, five five five, oh one double six',
  hiddenEmail: 'peter.bishop [at] harvard [dot] com',
}
const told = `card ${planted.card}, or ${planted.cardWithoutSpaces}, ssn ${planted.socialSecurityNumber}, mail ${planted.email}, call ${planted.phone}`

const agent_name = 'Ada Byron'
const files: Record<string, string> = {
  'calls.csv': csv([
    {
      contact_id: 'C-1001',
      agent_name,
      started_at: '2026-03-02T09:00:00Z',
      queue: 'Billing',
      reason: `Refund, ${told}`,
      disposition: `Call back ${told}`,
      customer_phone: planted.customer,
      handle_seconds: 300,
      subject: told,
      description: told,
    },
    {
      contact_id: 'C-1002',
      agent_name,
      started_at: 'the day before',
      queue: 'Billing',
      reason: told,
      disposition: told,
      customer_phone: planted.customerInQuarantine,
      handle_seconds: 300,
      subject: told,
      description: told,
    },
    ...Array.from({ length: 12 }, (_, index) => ({
      contact_id: `C-11${String(index).padStart(2, '0')}`,
      agent_name,
      started_at: `2026-03-02T1${index % 10}:00:00Z`,
      queue: 'Billing',
      reason: 'Refund',
      disposition: 'Solved',
      customer_phone: `41555502${String(index).padStart(2, '0')}`,
      handle_seconds: 300,
      subject: 'Refund',
      description: 'Wants the money back.',
    })),
  ]),
  'surveys.csv': csv([
    {
      response_id: 'R-1',
      contact_id: 'C-1001',
      agent_name,
      responded_at: '2026-03-02T10:00:00Z',
      csat: 5,
      comment: told,
    },
    {
      response_id: 'R-2',
      contact_id: 'C-1001',
      agent_name,
      responded_at: '2026-03-02T11:00:00Z',
      csat: 4,
      comment: told,
    },
  ]),
  'reviews.csv': csv([
    {
      evaluation_id: 'E-1',
      contact_id: 'C-1001',
      agent_name,
      form: 'Voice',
      evaluator: 'Quinn Reyes',
      evaluated_at: '2026-03-03T09:00:00Z',
      total_score: 80,
      question: 'What was noted',
      answer: told,
      score: 1,
      max_score: 1,
      comment: told,
    },
  ]),
  'shifts.csv': csv([
    {
      agent_name,
      date: '2026-03-02',
      scheduled_minutes: 480,
      in_adherence_minutes: 450,
      absence: 'no',
      absence_reason: told,
    },
  ]),
  'C-1001.vtt': `WEBVTT

00:00:01.000 --> 00:00:04.000
<v ${agent_name}>Thank you for calling, how may I help you today?

00:00:05.000 --> 00:00:12.000
<v ${planted.speaker}>My number is ${planted.spokenCard}, ${told}.
`,
  'C-1100.json': contactLens('C-1100', [
    ['AGENT', 0, 3000, 'Thank you for calling, this is Ada, what is the long number on the card?'],
    ['CUSTOMER', 3500, 6000, `It is ${planted.spokenAmex}`],
    ['AGENT', 6100, 6500, 'Mm-hm.'],
    ['CUSTOMER', 7000, 9000, planted.spokenAmexEnd],
    ['AGENT', 9500, 11_000, 'And the four digits on the front, the security code?'],
    ['CUSTOMER', 11_500, 12_000, planted.cardCode],
    ['AGENT', 12_500, 14_000, 'And your e-mail address, social security number and phone?'],
    ['CUSTOMER', 14_500, 17_000, `${planted.spokenEmail}, or ${planted.hiddenEmail}.`],
    ['CUSTOMER', 17_500, 20_000, `My social is ${planted.spokenNumber}.`],
    ['CUSTOMER', 20_500, 24_000, `And you can call me on ${planted.spokenPhone}.`],
    ['AGENT', 24_500, 26_000, 'Thank you, your card is blocked. Have a nice day.'],
  ]),
  // read as far as they go: what cannot be read is named, and not quoted
  'torn.json': `{"contact_id":"C-1101","messages":[{"role":"customer","text":"${told}" ${planted.card}`,
  'torn.jsonl': `{"contact_id":"C-1102","comment":"${told}"}\n{"contact_id": ${planted.card}, "${told}\n`,
  'torn.vtt': `WEBVTT\n\n00:00:01.000 --> ${told}\n${told}\n`,
}

/**
 * Which planted texts stand in an answer. Texts are looked through to their midst; numbers are compared whole, since milliseconds since 1970 may well have the four
 * digits of a code in their midst.
 */
function plantedIn(answer: unknown): string[] {
  const leaves: (string | number)[] = []
  JSON.stringify(answer, (key, value: unknown) => {
    leaves.push(key)
    if (typeof value === 'string' || typeof value === 'number') leaves.push(value)
    return value
  })
  return Object.entries(planted).flatMap(([what, text]) =>
    leaves.some((leaf) => (typeof leaf === 'number' ? String(leaf) === text : leaf.includes(text)))
      ? [what]
      : [],
  )
}

test('a planted code is found wherever it leaks: alone, in the midst of a text, or as a number', () => {
  for (const leak of ['7290', 'the code is47290.', 'x7290y', 7290, { 'code 7290': null }])
    expect(plantedIn([{ segments: [{ text: leak }] }])).toEqual(['cardCode'])
  expect(plantedIn([{ at: 1_757_290_000_000, ms: 12_500 }])).toEqual([])
})

test('no planted card, number or address is found in any file of the workspace, or in what it answers', async () => {
  const folder = temporaryFolder()
  const workspace = join(folder, 'workspace')
  const engine = await createEngine({
    workspace,
    takesPaths: true,
    isResident: true,
    log: logFile(workspace),
  })
  const client = directClient(engine)
  onTestFinished(() => engine.close())
  const reports = []
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name)
    writeFileSync(path, content)
    const { jobId } = await client.imports.start({ files: [{ reference: { path }, timeZone: 'UTC' }] })
    await expect
      .poll(async () => (await client.jobs.list()).find((job) => job.id === jobId)!.state)
      .toBe('done')
    reports.push(...(await client.imports.reports({ jobId })))
  }
  expect(
    reports.map(({ file, kind, error, rows }) => [file, kind, error, rows.added, rows.quarantined]),
  ).toEqual([
    ['calls.csv', 'interactions', null, 13, 1],
    ['surveys.csv', 'surveys', null, 2, 0],
    ['reviews.csv', 'evaluations', null, 1, 0],
    ['shifts.csv', 'workforce', null, 1, 0],
    ['C-1001.vtt', 'transcripts', null, 1, 0],
    ['C-1100.json', 'transcripts', null, 1, 0],
    ['torn.json', null, expect.stringContaining('damaged'), 0, 0],
    ['torn.jsonl', null, expect.stringContaining('could not tell'), 0, 0],
    ['torn.vtt', null, expect.stringContaining('no captions'), 0, 0],
  ])
  await client.jobs.analyze()
  await expect.poll(async () => (await client.jobs.list()).every(({ state }) => state === 'done')).toBe(true)
  const conversations = await client.conversations.list({})
  expect(conversations.items.map(({ contactRef }) => contactRef)).toContain('C-1100')
  const answered = JSON.stringify([
    reports,
    await client.jobs.list(),
    await client.imports.list(),
    await client.imports.quarantine({}),
    await client.conversations.evaluations({}),
    conversations,
    await Promise.all(
      conversations.items.map(({ interactionId }) => client.conversations.get({ interactionId })),
    ),
  ])
  expect(plantedIn(JSON.parse(answered))).toEqual([])
  // an undone import and what it leaves behind are looked through too
  await client.imports.undo({ importId: reports[1]!.importId! })
  const kept = readdirSync(workspace)
  expect(kept).toContain('debrief.sqlite-wal')
  const found = kept.flatMap((name) => {
    const bytes = readFileSync(join(workspace, name))
    return Object.entries(planted).flatMap(([what, text]) =>
      bytes.includes(text) ? [`${what} in ${name}`] : [],
    )
  })
  expect(found).toEqual([])
}, 60_000)
