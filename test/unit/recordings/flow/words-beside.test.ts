import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeCall } from '../../../support/a-call.ts'
import { aRecordedWorkspace, type RecordedWorkspace } from './a-recorded-workspace.ts'

const WORDS = `WEBVTT

00:00:00.500 --> 00:00:03.000
<v Agent>Good morning, how can I help you?

00:00:03.500 --> 00:00:06.000
<v Customer>My boiler is broken.
`

async function aCallWithWords(folder: string) {
  const own = await aRecordedWorkspace()
  const call = writeCall(join(own.folder, folder, 'call-0001.wav'))
  const words = join(own.folder, folder, 'call-0001.vtt')
  writeFileSync(words, WORDS)
  return { ...own, call: call.path, words }
}

async function shown({ client, ended }: RecordedWorkspace) {
  await ended((await client.jobs.analyze()).jobId)
  const { items } = await client.conversations.list({})
  return Promise.all(
    items.map(async ({ interactionId }) => {
      const page = await client.conversations.get({ interactionId })
      return {
        turns: page.segments.length,
        isPlayable: page.recording !== null,
        basis: page.measures.find(({ id }) => id === 'silence_share')?.basis,
      }
    }),
  )
}

const together = [{ turns: 2, isPlayable: true, basis: 'channel-activity' }]
const apart = [{ turns: 2, isPlayable: false, basis: 'text-timing' }]

for (const order of ['recording first', 'words first', 'both at once'] as const)
  test(`words beside a recording are read with its sound: ${order}`, async () => {
    const own = await aCallWithWords('calls')
    if (order === 'both at once') await own.bringIn(own.call, own.words)
    else
      for (const path of order === 'recording first' ? [own.call, own.words] : [own.words, own.call])
        await own.bringIn(path)
    expect(await shown(own)).toEqual(together)
    const ofRecording = (await own.client.imports.list()).find(({ kind }) => kind === 'recordings')!
    await own.client.imports.undo({ importId: ofRecording.id })
    expect(await shown(own)).toEqual(apart)
    await own.bringIn(own.call)
    expect(await shown(own)).toEqual(together)
  })

test('every form a transcript comes in belongs to the recording it lies beside', async () => {
  const turns = ['Good morning, how can I help you?', 'My boiler is broken.']
  const forms: Record<string, string> = {
    '1.vtt': WORDS,
    '2.srt': `1\n00:00:00,500 --> 00:00:03,000\nAgent: ${turns[0]}\n\n2\n00:00:03,500 --> 00:00:06,000\nCustomer: ${turns[1]}\n`,
    '3.txt': `Agent: ${turns[0]}\nCustomer: ${turns[1]}\n`,
    '4.json': JSON.stringify({
      segments: turns.map((text, at) => ({
        speaker: ['agent', 'customer'][at],
        start: at * 3,
        end: at * 3 + 2,
        text,
      })),
    }),
    '5.wav.json': JSON.stringify({
      segments: turns.map((text, at) => ({
        speaker: ['agent', 'customer'][at],
        start: at * 3,
        end: at * 3 + 2.5,
        text,
      })),
    }),
    '6_transcript.txt': `Agent: ${turns[0]}\nCustomer: ${turns[1]} Still.\n`,
  }
  const own = await aRecordedWorkspace()
  const folder = join(own.folder, 'calls')
  for (const [at, name] of Object.keys(forms).entries()) {
    writeCall(join(folder, `${at + 1}.wav`), { seed: at + 1 })
    writeFileSync(join(folder, name), forms[name]!)
  }
  await own.bringIn(folder)
  expect(await shown(own)).toEqual(
    Object.keys(forms).map(() => ({ turns: 2, isPlayable: true, basis: 'channel-activity' })),
  )
})
