import { expect, onTestFinished, test } from 'vitest'
import { hashOf } from '../../engine/governance/audit/link.ts'
import { fakeLanguageModelServer, readsFor } from '../support/fake-language-model-server.ts'
import { aForm, aQuestion, openDesk, publishForm } from '../support/quality-desk.ts'

test('each request to a language model stands in the chain with its figures and a hash of what went out, never the text', async () => {
  const server = await fakeLanguageModelServer(readsFor(/so sorry about that/))
  const workspace = await openDesk(2, { toldApart: true })
  onTestFinished(() => workspace.close())
  const { client } = workspace
  const question = aQuestion('empathy', {
    title: 'Did the agent show understanding?',
    guidance: 'Own words.',
  })
  const scorecardId = await publishForm(workspace, aForm([question]))
  const { host } = await client.judge.setSettings({ address: server.address, model: 'small-model' })
  await client.judge.setQuestion({ scorecardId, questionId: 'empathy', isOn: true })
  await client.judge.allow({ host: host! })
  const { jobId } = await client.judge.start({ scorecardId, days: 60 })
  await expect
    .poll(async () => (await client.jobs.list()).find(({ id }) => id === jobId)!.state, { timeout: 20_000 })
    .toBe('done')
  const { items } = await client.judge.requests({})
  expect(items.length).toBeGreaterThan(0)
  const { entries } = await client.audit.list({ act: 'language-model.request' })
  expect(entries.map(({ details }): unknown => JSON.parse(details))).toEqual(
    items.map(({ purpose, host, model, attempts, tokensIn, tokensOut, sha256, outcome }) => ({
      purpose,
      host,
      model,
      attempts,
      tokensIn,
      tokensOut,
      sha256,
      outcome,
    })),
  )
  expect(entries[0]!.details).not.toMatch(/sorry/)
  expect((await client.audit.verify({})).broken).toBeNull()
  // another number of tokens is another entry
  const [entry] = entries
  expect(hashOf(entry!)).toBe(entry!.hash)
  expect(hashOf({ ...entry!, details: entry!.details.replace('"tokensIn":', '"tokensIn":1') })).not.toBe(
    entry!.hash,
  )
}, 60_000)
