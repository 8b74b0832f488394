import { describe, expect, onTestFinished, test } from 'vitest'
import type { ImportReport } from '../../../shared/contract/imports.ts'
import { dump } from '../../robustness/support/dump.ts'
import { openWorkspace, type TestWorkspace } from '../../support/workspace.ts'

async function open(): Promise<TestWorkspace> {
  const workspace = await openWorkspace()
  onTestFinished(() => workspace.close())
  return workspace
}

const counts = ({ rows: { added, updated, unchanged } }: ImportReport) => ({ added, updated, unchanged })
const surveysOf = async ({ client }: TestWorkspace) => (await client.workspace.summary()).surveys

const whole = `Response Date,Agent,CSAT,NPS,Comment
2026-03-02 09:00:05,Ada Byron,5,9,lovely people
2026-03-02 09:14:31,Ada Byron,1,2,never again
2026-03-02 09:14:31,Bea Cole,5,10,very quick
2026-03-02 10:00:00,Bea Cole,4,8,
`
const withoutTwo = `Response Date,Agent,CSAT
2026-03-02 10:00:00,Bea Cole,4
2026-03-02 09:14:31,Bea Cole,5
2026-03-02 09:14:31,Ada Byron,1
2026-03-02 09:00:05,Ada Byron,5
`

describe('responses without an id of their own', () => {
  test('with fewer columns, and in another order, are the same ones', async () => {
    const workspace = await open()
    await workspace.take('survey.csv', whole)
    const before = dump(workspace.engine.context.read)
    const again = await workspace.take('survey.csv', withoutTwo)
    expect(counts(again)).toEqual({ added: 0, updated: 0, unchanged: 4 })
    await workspace.client.imports.undo({ importId: again.importId! })
    expect(dump(workspace.engine.context.read)).toEqual(before)
  })

  test('with more columns are completed, and undone exactly', async () => {
    const workspace = await open()
    const first = await workspace.take('survey.csv', withoutTwo)
    const more = await workspace.take('survey.csv', whole)
    expect(counts(more)).toEqual({ added: 0, updated: 4, unchanged: 0 })
    expect(await surveysOf(workspace)).toBe(4)
    await workspace.client.imports.undo({ importId: first.importId! })
    const alone = await open()
    await alone.take('survey.csv', whole)
    expect(dump(workspace.engine.context.read)['surveys']).toEqual(dump(alone.engine.context.read)['surveys'])
  })

  test('that contradict each other are two', async () => {
    const workspace = await open()
    await workspace.take('survey.csv', whole)
    const other = await workspace.take(
      'survey.csv',
      'Response Date,Agent,CSAT\n2026-03-02 09:00:05,Ada Byron,2\n2026-03-02 09:00:05,Cleo Dahl,5\n',
    )
    expect(counts(other)).toEqual({ added: 2, updated: 0, unchanged: 0 })
  })

  test('that are alike in everything stay as many as they are', async () => {
    const workspace = await open()
    const alike = `Response Date,Agent,CSAT\n${'2026-03-02 09:00:05,Ada Byron,5\n'.repeat(3)}`
    expect(counts(await workspace.take('survey.csv', alike))).toEqual({ added: 3, updated: 0, unchanged: 0 })
    expect(counts(await workspace.take('survey.csv', alike))).toEqual({ added: 0, updated: 0, unchanged: 3 })
  })

  test('that are dated by the day alone are told apart by all they say', async () => {
    const workspace = await open()
    const ofOneDay = 'Response Date,Agent,CSAT\n2026-03-02,Ada Byron,5\n2026-03-02,Ada Byron,1\n'
    await workspace.take('survey.csv', ofOneDay)
    const next = await workspace.take('survey.csv', `${ofOneDay}2026-03-02,Ada Byron,3\n`)
    expect(counts(next)).toEqual({ added: 1, updated: 0, unchanged: 2 })
  })

  test('of a contact they name: one left out takes nothing from another, a corrected rating is a correction', async () => {
    const workspace = await open()
    const two = 'Call ID,Agent,CSAT,Comment\nK-1,Ada Byron,5,fine\nK-1,Bea Cole,2,slow\nK-2,Ada Byron,3,\n'
    await workspace.take('survey.csv', two, { kind: 'surveys' })
    const later = await workspace.take(
      'survey.csv',
      'Call ID,Agent,CSAT\nK-1,Bea Cole,2\nK-2,Ada Byron,4\n',
      { kind: 'surveys' },
    )
    expect(counts(later)).toEqual({ added: 0, updated: 1, unchanged: 1 })
    expect(await surveysOf(workspace)).toBe(3)
  })
})
