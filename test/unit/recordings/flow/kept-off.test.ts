import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { PolicyDocument } from '../../../../shared/domain/policy.ts'
import { writeCall } from '../../../support/a-call.ts'
import { fakeTranscriptionServer } from '../../../support/fake-transcription-server.ts'
import { adoptPolicy } from '../../../support/policy.ts'
import { aRecordedWorkspace } from './a-recorded-workspace.ts'

const transcribing =
  (transcribe: PolicyDocument['automation']['transcribe']) => (document: PolicyDocument) => ({
    ...document,
    automation: { ...document.automation, transcribe },
  })
const sentence = /^The policy ".+" says that recordings are not transcribed/

/** A workspace with three calls and a server that would transcribe them, slowly, and by itself. */
async function withServer() {
  const own = await aRecordedWorkspace()
  const server = await fakeTranscriptionServer(() => ({ afterMs: 300, body: { text: 'Yes of course.' } }))
  await own.client.recordings.setPreferences({
    server: { address: server.address, model: 'm', parallel: 1, isOn: true },
    transcribesByItself: true,
  })
  for (let at = 0; at < 3; at++) writeCall(join(own.folder, 'calls', `call ${at}.wav`), { seed: at * 10 + 1 })
  return { ...own, server }
}

test('what comes in is listened to and not transcribed while the policy keeps it off, nor when somebody asks', async () => {
  const { client, server, bringIn, folder } = await withServer()
  await adoptPolicy(client, transcribing('off'))
  await bringIn(join(folder, 'calls'))
  const jobs = await client.jobs.list()
  expect(jobs.some(({ kind, state }) => kind === 'listen' && state === 'done')).toBe(true)
  expect(jobs.filter(({ kind }) => kind === 'transcribe')).toEqual([])
  await expect(client.recordings.transcribe({})).rejects.toThrow(sentence)
  await expect(
    client.recordings.transcribe({ server: { address: server.address, model: 'm', parallel: 1 } }),
  ).rejects.toThrow(sentence)
  expect(server.asked).toEqual([])
})

test('a job that waited, or is taken up again, ends with the sentence; one under way is stopped as the policy changes', async () => {
  const { client, server, engine, ended, running, bringIn, folder } = await withServer()
  await adoptPolicy(client, transcribing('asked'))
  await bringIn(join(folder, 'calls'))
  const { jobId } = await client.recordings.transcribe({})
  await running(jobId)
  await adoptPolicy(client, transcribing('off'))
  expect((await ended(jobId)).state).toBe('cancelled')
  const asked = server.asked.length
  const waited = await engine.context.jobs.start('transcribe', 'Transcribing recordings', {})
  expect(await ended(waited)).toMatchObject({ state: 'failed', error: expect.stringMatching(sentence) })
  expect(server.asked).toHaveLength(asked)
})
