import { aForm, aQuestion, chosen, conversationOf, openDesk, publishForm } from '../quality-desk.ts'
import { csv, type TestWorkspace } from '../workspace.ts'

/**
 * A small workspace of today with facts of most kinds and conversations that were read, and with a form and reviews where the schema it is for
 * knows them; gives its file, and removes it.
 */
export async function goldenWorld(hasReviews: boolean): Promise<{ file: string; remove(): Promise<void> }> {
  const workspace = await openDesk(3)
  await workspace.take(
    'surveys.csv',
    csv(
      ['C-101', 'C-102', 'C-201'].map((contact_id, at) => ({
        response_id: `R-${at}`,
        contact_id,
        responded_at: '2026-03-20T10:00:00Z',
        csat: 3 + (at % 3),
        comment: 'It took long',
      })),
    ),
    { source: 'surveys' },
  )
  await workspace.take(
    'shifts.csv',
    csv(
      ['Ada Byron', 'Grace Hopper'].map((agent_name) => ({
        agent_name,
        date: '2026-03-11',
        scheduled_minutes: 480,
        in_adherence_minutes: 455,
      })),
    ),
    { source: 'plan' },
  )
  if (hasReviews) await review(workspace)
  workspace.engine.context.write!.raw.pragma('wal_checkpoint(TRUNCATE)')
  return { file: `${workspace.engine.context.workspaceDir}/debrief.sqlite`, remove: () => workspace.close() }
}

async function review(workspace: TestWorkspace): Promise<void> {
  const { client } = workspace
  const form = aForm([aQuestion('greets'), aQuestion('solves', { weight: 3 })])
  const scorecardId = await publishForm(workspace, form)
  for (const contact of ['C-101', 'C-201']) {
    const interactionId = await conversationOf(workspace, contact)
    const { id } = await client.reviews.request({ interactionId, scorecardId })
    await client.reviews.open({ id })
    for (const question of ['greets', 'solves'])
      await client.reviews.answer({ id, answer: chosen(question, 'yes'), note: 'Heard it' })
    await client.reviews.submit({ id })
  }
}
