import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { missingOf } from '../../../engine/reports/missing.ts'
import { runHere } from '../../support/terminal.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const header = 'contact_id,agent_name,agent_id,team,queue,started_at,talk_seconds,transferred'
const calls = [
  header,
  ...Array.from({ length: 240 }, (_, at) => {
    const agent = at % 6
    const day = String(1 + (at % 20)).padStart(2, '0')
    const team = agent < 3 ? 'East' : 'West <b>'
    return `C-${at},Agent ${agent},a${agent},${team},Billing,2026-03-${day}T09:00:00Z,${100 + agent * 20},${agent === 0 && at % 2 === 0}`
  }),
  '',
].join('\n')

async function workspaceWithCalls() {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'in'))
  writeFileSync(join(folder, 'in', 'calls.csv'), calls)
  const run = (...args: string[]) => runHere([...args, '--workspace', join(folder, 'ws')], folder)
  expect((await run('import', join(folder, 'in', 'calls.csv'))).exitCode).toBe(0)
  return { folder, run }
}

describe('report', () => {
  test('writes both reports in both forms, every name escaped', async () => {
    const { folder, run } = await workspaceWithCalls()
    for (const kind of ['weekly', 'director']) {
      const html = await run('report', kind, '--output', `${kind}.html`)
      expect(html).toMatchObject({ exitCode: 0, stderr: '' })
      const text = readFileSync(join(folder, `${kind}.html`), 'utf8')
      expect(text).toContain('20 March 2026')
      expect(text).toContain('What is missing')
      expect(text).not.toContain('West <b>')
      expect((await run('report', kind, '--output', `${kind}.pdf`)).exitCode).toBe(0)
      expect(readFileSync(join(folder, `${kind}.pdf`)).toString('latin1', 0, 5)).toBe('%PDF-')
      expect(statSync(join(folder, `${kind}.pdf`)).mode & 0o777).toBe(0o600)
    }
    expect(readFileSync(join(folder, 'director.html'), 'utf8')).toContain('West &lt;b&gt;')
  })

  test('of one team says nothing of the other', async () => {
    const { folder, run } = await workspaceWithCalls()
    expect((await run('report', 'weekly', '--team', 'East', '--output', 'east.html')).exitCode).toBe(0)
    const text = readFileSync(join(folder, 'east.html'), 'utf8')
    expect(text).toContain('Weekly report: East')
    expect(text).toContain('Agent 1')
    expect(text).not.toContain('Agent 4')
  })

  test.each([
    [['report', 'monthly'], 'report writes weekly or director, not "monthly".'],
    [['report', 'director', '--team', 'East'], 'leave --team out'],
    [['report', 'weekly', '--format', 'docx'], '--format takes one of html, pdf, not "docx".'],
  ])('%j is refused in one sentence', async (args, sentence) => {
    const { exitCode, stderr } = await runHere(args, temporaryFolder())
    expect(exitCode).toBe(2)
    expect(stderr.split('\n')[0]).toContain(sentence)
  })

  test('says so where there is nobody to report on', async () => {
    const { run } = await workspaceWithCalls()
    const { exitCode, stderr } = await run('report', 'weekly', '--to', '2024-01-01')
    expect(exitCode).toBe(1)
    expect(stderr).toContain('There is nobody with data in this period')
  })
})

test('what is missing is named: late data, people without any, and nothing where all is there', () => {
  const kind = (n: number, to: string | null) => ({
    kind: 'surveys' as const,
    label: 'Surveys',
    n,
    from: null,
    to,
    undated: 0,
    unattributed: 0,
    linkedToInteraction: null,
    lastImportedAt: null,
  })
  const people = [
    { id: 1, name: 'Ada' },
    { id: 2, name: 'Grace' },
  ]
  const all = { evaluations: 1, surveys: 1, transcripts: 1, shifts: 1 }
  const counts = new Map([
    [1, all],
    [2, { ...all, evaluations: 0 }],
  ])
  expect(missingOf([kind(9, '2026-03-03')], people, counts, '2026-03-20')).toEqual([
    'Surveys: nothing after 3 March 2026.',
    'No evaluations for Grace.',
  ])
  expect(missingOf([kind(9, '2026-03-20')], [people[0]!], counts, '2026-03-20')).toEqual([])
})
