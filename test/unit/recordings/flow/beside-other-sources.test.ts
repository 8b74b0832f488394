import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeCall, writeScript } from '../../../support/a-call.ts'
import { contactLens, csv } from '../../../support/workspace.ts'
import { aRecordedWorkspace, type RecordedWorkspace } from './a-recorded-workspace.ts'

const CONTACT = 'c-77'

async function withTheCall() {
  const own = await aRecordedWorkspace()
  const call = writeCall(join(own.folder, 'calls', 'one.wav'))
  writeFileSync(
    join(own.folder, 'calls', 'one.json'),
    JSON.stringify({ agentName: 'Maria Lopez', startTime: '2026-03-03T14:05:00Z', contactId: CONTACT }),
  )
  const log = join(own.folder, 'log.csv')
  writeFileSync(
    log,
    csv([
      {
        'Contact ID': CONTACT,
        'Agent Name': 'Maria Lopez',
        Queue: 'Billing',
        'Start Time': '2026-03-03T14:05:00Z',
        'Talk Time (s)': 60,
      },
    ]),
  )
  await own.bringIn(log, join(own.folder, 'calls'))
  return { ...own, call, script: writeScript(join(own.folder, 'script.json'), [call]) }
}

async function bringInTranscript(own: RecordedWorkspace): Promise<number> {
  const path = join(own.folder, `${CONTACT}_analysis_2026-03-03T14_10_00Z.json`)
  writeFileSync(
    path,
    contactLens(CONTACT, [
      ['AGENT', 1000, 6000, 'Thank you for calling, how can I help you?'],
      ['CUSTOMER', 6500, 11_000, 'My boiler is broken and I am angry.'],
    ]),
  )
  const { jobId } = await own.client.imports.start({ files: [{ reference: { path } }] })
  await own.ended(jobId)
  return (await own.client.imports.reports({ jobId }))[0]!.importId!
}

async function silenceOf({ client }: RecordedWorkspace) {
  const { items } = await client.conversations.list({})
  const conversation = await client.conversations.get({ interactionId: items[0]!.interactionId })
  const measure = conversation.measures.find(({ id }) => id === 'silence_share')
  return { conversations: items.length, turns: conversation.segments.length, ...measure }
}

/** How often a measure is observed among everybody's figures. */
const observed = ({ engine }: RecordedWorkspace) =>
  engine.context.read.raw
    .prepare(`SELECT coalesce(sum(n), 0) FROM observation_days WHERE metric_id = 'silence_share'`)
    .pluck()
    .get()

test('words from another source are read with the sound of the recording, once, and leave it when they are undone', async () => {
  const own = await withTheCall()
  const alone = await silenceOf(own)
  expect(alone).toMatchObject({ conversations: 1, turns: 0, basis: 'channel-activity' })
  expect(observed(own)).toBe(1)

  const importId = await bringInTranscript(own)
  const together = await silenceOf(own)
  expect(together).toMatchObject({ conversations: 1, turns: 2, basis: 'channel-activity' })
  expect(together.value).toBeCloseTo(alone.value!, 6)
  expect(observed(own)).toBe(1)

  await own.client.imports.undo({ importId })
  await own.ended((await own.client.jobs.analyze()).jobId)
  expect(await silenceOf(own)).toEqual(alone)
  expect(observed(own)).toBe(1)
})

test('undoing a second import of the same sound leaves the words that were made since', async () => {
  const own = await withTheCall()
  writeFileSync(join(own.folder, 'Anna_2026-03-09_08-00.wav'), readFileSync(own.call.path))
  await own.bringIn(join(own.folder, 'Anna_2026-03-09_08-00.wav'))
  const { jobId } = await own.client.recordings.transcribe({ modelPath: own.script })
  await own.ended(jobId)
  const { turns } = await silenceOf(own)
  expect(turns).toBeGreaterThan(5)
  const [second] = await own.client.imports.list()
  await own.client.imports.undo({ importId: second!.id })
  expect(await silenceOf(own)).toMatchObject({ turns })
})

test('what another source redacts is silent in the recording, also where its turn has no end', async () => {
  const own = await withTheCall()
  const path = join(own.folder, `${CONTACT}_analysis_2026-03-03T14_10_00Z.json`)
  writeFileSync(
    path,
    contactLens(CONTACT, [
      ['AGENT', 1000, 6000, 'What is the number of the card?'],
      ['CUSTOMER', 6500, 11_000, 'It is 4111 1111 1111 1111.'],
      ['AGENT', 12_000, 13_000, 'Thank you.'],
      ['CUSTOMER', 50_000, 58_000, 'Once more: 4111 1111 1111 1111.'],
    ]),
  )
  await own.ended((await own.client.imports.start({ files: [{ reference: { path } }] })).jobId)
  const silenced = async () => {
    const { items } = await own.client.conversations.list({})
    return (await own.client.conversations.get({ interactionId: items[0]!.interactionId })).recording!
      .silenced
  }
  expect(await silenced()).toEqual([
    { startMs: 6500, endMs: 11_000 },
    { startMs: 50_000, endMs: 58_000 },
  ])
  own.engine.context.write!.raw.exec('UPDATE segments SET end_ms = NULL')
  // to the next turn, and to the end of the recording
  expect(await silenced()).toEqual([
    { startMs: 6500, endMs: 12_000 },
    { startMs: 50_000, endMs: 60_000 },
  ])
})
