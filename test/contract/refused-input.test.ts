import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openWorkspace } from '../support/workspace.ts'

test('a time zone or an outcome that does not exist is refused, and nothing is changed by it', async () => {
  const own = await openWorkspace()
  onTestFinished(() => own.close())
  const { client } = own
  const before = await client.workspace.preferences()
  const path = join(own.folder, 'calls.csv')
  writeFileSync(path, 'contact id,agent,start\n1,Ada,2026-01-02 10:00\n')
  const files = [{ reference: { path }, timeZone: 'Mars/Base' }]
  const refused = [
    client.workspace.setPreferences({ timeZone: 'Mars/Base' }),
    client.workspace.setPreferences({ outcomeMetricId: 'hold_time' }),
    client.workspace.setPreferences({ outcomeMetricId: 'happiness' }),
    client.imports.inspect({ files }),
    client.imports.start({ files }),
  ]
  expect(await Promise.allSettled(refused)).toEqual(
    refused.map(() => ({ status: 'rejected', reason: expect.objectContaining({ code: 'INVALID_INPUT' }) })),
  )
  expect(await client.workspace.preferences()).toEqual(before)
  expect(
    await client.workspace.setPreferences({ timeZone: 'Asia/Calcutta', outcomeMetricId: 'nps' }),
  ).toEqual({
    ...before,
    timeZone: 'Asia/Calcutta',
    outcomeMetricId: 'nps',
  })
})
