import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { generateSample, SAMPLE_END_DAY } from '../../../engine/sample/index.ts'
import type { SampleManifest } from '../../../engine/sample/index.ts'
import { readCalls, textOf } from './read-sample.ts'
import type { RawCall } from './read-sample.ts'

const folders: string[] = []
const newFolder = () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'debrief-sample-'))
  folders.push(folder)
  return folder
}
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .toSorted()
const digestOf = (folder: string) => {
  const hash = createHash('sha256')
  for (const file of filesIn(folder)) hash.update(file).update(readFileSync(path.join(folder, file)))
  return hash.digest('hex')
}

let folder: string
let manifest: SampleManifest
let calls: RawCall[]
beforeAll(async () => {
  folder = newFolder()
  manifest = await generateSample(folder)
  calls = readCalls(folder, manifest)
})
afterAll(() => {
  for (const used of folders) rmSync(used, { recursive: true, force: true })
})

describe('the files of the sample', () => {
  it('are the same bytes for the same options, and other bytes for another seed', async () => {
    const [again, other] = [newFolder(), newFolder()]
    await generateSample(again, { scale: 'small' })
    await generateSample(other, { scale: 'small', seed: 7 })
    const first = newFolder()
    await generateSample(first, { scale: 'small' })
    expect(digestOf(again)).toBe(digestOf(first))
    expect(digestOf(other)).not.toBe(digestOf(first))
  })

  it('are listed in the manifest one by one, with their size', () => {
    expect(manifest.files.map((file) => path.normalize(file.path)).toSorted()).toEqual(filesIn(folder))
    for (const file of manifest.files)
      expect(readFileSync(path.join(folder, file.path)).length).toBe(file.bytes)
  })

  it('hold twelve weeks of 48 people in less than 40 MB', () => {
    const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0)
    expect(bytes).toBeLessThan(40_000_000)
    expect(manifest).toMatchObject({ startDay: '2026-08-24', endDay: SAMPLE_END_DAY })
    expect(manifest.counts.agents).toBe(48)
    expect(manifest.counts.contacts).toBeGreaterThan(40_000)
    expect(manifest.counts.contacts).toBeLessThan(60_000)
    expect(manifest.counts.conversations).toBe(300)
    expect(
      calls
        .map((call) => call.day)
        .toSorted()
        .at(0),
    ).toBe('2026-08-24')
    expect(new Set(calls.map((call) => call.id)).size).toBe(calls.length)
  })

  it('end on the day they are asked to end, and refuse what is no day', async () => {
    const target = newFolder()
    const moved = await generateSample(target, { scale: 'small', endDay: '2025-03-02' })
    const days = readCalls(target, moved)
      .map((call) => call.day)
      .toSorted()
    expect([moved.startDay, moved.endDay]).toEqual(['2024-12-09', '2025-03-02'])
    expect(days.every((day) => day >= '2024-12-09' && day <= '2025-03-02')).toBe(true)
    await expect(generateSample(target, { endDay: '2nd of March' })).rejects.toThrow('is not a day')
  })

  it('answer the surveys in the share that companies see', () => {
    expect(manifest.counts.surveys / manifest.counts.contacts).toBeGreaterThan(0.11)
    expect(manifest.counts.surveys / manifest.counts.contacts).toBeLessThan(0.17)
  })

  it('let the customers of open problems come back within a week', () => {
    const byCustomer = new Map<string, number>()
    for (const { customer } of calls) byCustomer.set(customer, (byCustomer.get(customer) ?? 0) + 1)
    const returning = [...byCustomer.values()].filter((count) => count > 1).length
    expect(returning / byCustomer.size).toBeGreaterThan(0.1)
  })
})

describe('the damage in the sample', () => {
  it('is a dozen rows, each where the manifest says', () => {
    expect(manifest.badRows).toHaveLength(12)
    const damaged = manifest.badRows.map(
      ({ path: file, line }) => textOf(folder, file).split(/\r?\n/)[line - 1] ?? '',
    )
    const signs = [
      '31 Sep 2026',
      '-00:03:12',
      'connection reset',
      '{"interaction_id"',
      'yesterday, late',
      '{{agent}}',
      'pending??',
      'see note',
      ',55,',
      '13/45/2026',
      '31/02/2026',
      '-08:00:00',
    ]
    expect(signs.filter((sign, index) => !damaged[index]?.includes(sign))).toEqual([])
  })

  it('comes beside total rows, template rows and percentages of nothing', () => {
    expect(textOf(folder, 'wfm/adherence_by_day.csv')).toMatch(/\r\nTotal,.*\r\n$/)
    expect(textOf(folder, 'wfm/adherence_by_day.csv')).toContain('NaN%')
    expect(textOf(folder, 'qa/evaluations_form_v4.csv')).toContain('{{agent}}')
    const logins = new Set(calls.map((call) => call.login))
    expect([logins.has('[None]'), logins.has('NO_SERVER')]).toEqual([true, true])
  })
})

describe('the people of the sample', () => {
  it('go by other names in other tools', () => {
    const { identities, ambiguousName, nameOnlyInWorkforce } = manifest.truth
    const roster = textOf(folder, 'hr/agent_roster.csv')
    const workforce = textOf(folder, 'wfm/adherence_by_day.csv')
    const ada = identities.find((identity) => identity.name === 'Ada Okafor')
    expect(ada).toMatchObject({ email: 'ada.okafor@wrenfield.example', login: 'aokafor' })
    expect(workforce).toContain(`${ada?.workforceId},"Okafor, Ada",ada.okafor@wrenfield.example`)
    expect(
      identities.filter((identity) => identity.name === ambiguousName).map(({ login }) => login),
    ).toEqual(['msantos', 'msantos2'])
    for (const name of nameOnlyInWorkforce) {
      const identity = identities.find((candidate) => candidate.name === name)
      expect(roster).not.toContain(identity?.workforceId)
      expect(workforce).not.toContain(identity?.email)
    }
  })

  it('leave, go on leave, start and change teams', () => {
    const { left, onLeave, newStarters, movedTeam } = manifest.truth
    expect([left.length, onLeave.length, newStarters.length, movedTeam.length]).toEqual([1, 1, 2, 2])
    const roster = textOf(folder, 'hr/agent_roster.csv')
    for (const { name, from, to } of movedTeam) {
      const rows = roster.split('\r\n').filter((row) => row.includes(name))
      expect(rows.map((row) => row.split(',')[5])).toEqual([from, to])
    }
  })
})
