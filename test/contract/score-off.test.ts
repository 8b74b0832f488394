import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPlantedTeams, type PlantedTeams } from '../support/planted-teams.ts'
import { adoptPolicy } from '../support/policy.ts'
import type { PolicyDocument } from '../../shared/domain/policy.ts'

let planted: PlantedTeams
beforeAll(async () => {
  planted = await openPlantedTeams()
}, 240_000)
afterAll(() => planted.workspace.close())

const scoring = (score: 'off' | 'assist' | 'on') => (document: PolicyDocument) => ({
  ...document,
  automation: { ...document.automation, score },
})

/** What automation scored, as far as anything shows or counts it. */
async function scored() {
  const { client, folder } = planted.workspace
  const metrics = (await client.metrics.definitions()).filter(({ id }) => id.startsWith('auto:'))
  const ofContacts = await client.conversations.evaluations({})
  const { items } = await client.coaching.team({})
  const pages = await Promise.all(items.map(({ agent }) => client.coaching.agent({ agentId: agent.id })))
  const directory = join(folder, `export ${Math.random()}`)
  for await (const { done } of await client.exports.write({
    format: 'csv',
    directory,
    tables: ['evaluations', 'answers', 'metric_values', 'ranking'],
  }))
    if (done) expect(done.files).toHaveLength(4)
  const rows = (name: string) =>
    readFileSync(join(directory, `${name}.csv`), 'utf8')
      .trim()
      .split(/\r?\n/)
  return {
    metrics: metrics.length,
    evaluations: ofContacts.flat().filter(({ origin }) => origin === 'automated').length,
    onPages: pages.flatMap(({ quality }) => quality.filter(({ isAutomated }) => isAutomated)).length,
    drivers: pages.flatMap(({ ranked }) =>
      ranked.drivers.filter(({ driver }) => driver.id.startsWith('auto:')),
    ).length,
    exported: rows('evaluations').filter((row) => row.split(',').includes('automated')).length,
    inMetrics: [...rows('metric_values'), ...rows('ranking')].filter((row) => row.includes('auto:')).length,
    byPeople: ofContacts.flat().filter(({ origin }) => origin === 'human').length,
    answers: rows('answers').length,
  }
}

test(
  'what automation scored before the policy forbade it is kept, neither shown nor counted, and comes back',
  { timeout: 240_000 },
  async () => {
    const { client } = planted.workspace
    await adoptPolicy(client, scoring('assist'))
    const before = await scored()
    expect(before.metrics).toBeGreaterThan(0)
    expect(before.evaluations).toBeGreaterThan(0)
    expect(before.onPages).toBeGreaterThan(0)
    expect(before.exported).toBeGreaterThan(0)
    expect(before.inMetrics).toBeGreaterThan(0)

    const { document } = await client.policy.get()
    const { replay, changes } = await client.policy.try({ document: scoring('off')(document) })
    expect(replay.scoresUnseen).toBeGreaterThan(0)
    expect(changes.map(({ sentence }) => sentence).join(' ')).toContain('neither shown nor counted')

    await adoptPolicy(client, scoring('off'))
    const off = await scored()
    expect(off).toMatchObject({
      metrics: 0,
      evaluations: 0,
      onPages: 0,
      drivers: 0,
      exported: 0,
      inMetrics: 0,
    })
    expect(off.byPeople).toBe(before.byPeople)
    expect(off.answers).toBeLessThan(before.answers)

    await adoptPolicy(client, scoring('assist'))
    expect(await scored()).toEqual(before)
  },
)

test('a server is tried only where the policy names its host for that purpose', async () => {
  const { client } = planted.workspace
  const host = '127.0.0.1:9'
  const settings = { address: `http://${host}/v1`, model: 'none', parallel: 1 }
  await client.judge.setSettings({ address: settings.address, model: 'none' })
  await expect(client.recordings.tryServer(settings)).rejects.toThrow(
    `may not go to ${host}; nothing was sent`,
  )
  await expect(client.judge.try()).rejects.toThrow(`may not go to ${host}; nothing was sent`)
  // for one purpose is not for another
  await client.policy.setDestination({ purpose: 'transcribe', host, isAllowed: true })
  await expect(client.judge.try()).rejects.toThrow('may not go to')
  expect(await client.recordings.tryServer(settings)).toMatchObject({ isGood: false })
  await client.policy.setDestination({ purpose: 'score', host, isAllowed: true })
  expect(await client.judge.try()).toMatchObject({ isGood: false })
})
