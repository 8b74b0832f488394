import { expect, onTestFinished, test } from 'vitest'
import { csv, openWorkspace } from '../support/workspace.ts'

const review = (evaluation: string, label: string, weight: number) => ({
  evaluation_id: evaluation,
  form: 'Voice',
  agent_name: 'Ada Byron',
  evaluated_at: '2026-03-02T09:00:00Z',
  question_id: 'q1',
  question: label,
  weight,
  score: 1,
  max_points: 1,
})

test('undoing an import takes its wording and weight of a question with it', async () => {
  const workspace = await openWorkspace()
  onTestFinished(() => workspace.close())
  const question = () =>
    workspace.engine.context.read.raw.prepare('SELECT label, weight FROM questions').get()
  const take = async (name: string, row: ReturnType<typeof review>) => {
    const report = await workspace.take(name, csv([row]), { source: 'qa' })
    expect(report).toMatchObject({ kind: 'evaluations', error: null })
    return report.importId!
  }
  const first = await take('january.csv', review('E-1', 'Greets the customer', 10))
  const second = await take('february.csv', review('E-2', 'Greets by name', 30))
  const third = await take('march.csv', review('E-3', 'Greets warmly', 50))
  expect(question()).toEqual({ label: 'Greets warmly', weight: 50 })
  await workspace.client.imports.undo({ importId: second })
  expect(question()).toEqual({ label: 'Greets warmly', weight: 50 })
  await workspace.client.imports.undo({ importId: third })
  expect(question()).toEqual({ label: 'Greets the customer', weight: 10 })
  await workspace.client.imports.undo({ importId: first })
  expect(await workspace.client.workspace.check()).toEqual({ ok: true, problems: [], notes: [] })
})
