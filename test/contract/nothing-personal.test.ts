import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { logFile } from '../../engine/log-file.ts'
import { createEngine } from '../../engine/index.ts'
import { directClient } from '../../engine/direct-client.ts'
import { csv } from '../support/workspace.ts'
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
}

test('no planted card, number or address is found in any file of the workspace', async () => {
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
  ])
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
