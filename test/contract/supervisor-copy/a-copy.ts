import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { directClient, type Client } from '../../../engine/direct-client.ts'
import { createEngine, type Engine } from '../../../engine/index.ts'
import type { SupervisorCopyDone, SupervisorCopyOrder } from '../../../shared/contract/supervisor-copies.ts'
import { finished } from '../../support/merging.ts'
import { csv, type TestWorkspace } from '../../support/workspace.ts'

/** Makes a copy in a folder beside the workspace; gives the folder and what it came to. */
export async function copied(
  workspace: Pick<TestWorkspace, 'folder' | 'client'>,
  order: SupervisorCopyOrder,
  name = 'copy',
): Promise<{ directory: string; done: SupervisorCopyDone }> {
  const directory = join(workspace.folder, name)
  const { client } = workspace
  const jobId = await finished(client, client.supervisorCopies.start({ directory, ...order }))
  return { directory, done: (await client.supervisorCopies.done({ jobId }))! }
}

/** Opens a workspace and enters its only profile, whose number is 1 in a copy. */
export async function opened(
  directory: string,
  passphrase = '',
  now = Date.UTC(2026, 2, 31, 12),
): Promise<{ client: Client; engine: Engine; clock: { now: number } }> {
  const clock = { now }
  const engine = await createEngine({ workspace: directory, takesPaths: true, now: () => clock.now })
  onTestFinished(() => engine.close())
  const client = directClient(engine)
  const [profile] = await client.profiles.list()
  if (profile) await client.profiles.enter({ id: profile.id, passphrase })
  return { client, engine, clock }
}

/** A client that has entered a profile. */
export function as({ engine }: TestWorkspace, profileId: number): Client {
  const caller = `profile ${profileId}`
  engine.context.signedIn.enter(caller, profileId)
  return directClient({ router: engine.router, context: { ...engine.context, caller } })
}

const teams = { North: 6, South: 6, West: 4 }
const MOVER = 'North Mover'

/**
 * Fills a workspace with three teams that are scored, rated and have done different things, a month of it. One of North was in South until the end of
 * January, and has figures of then.
 */
export async function fillTeams(workspace: TestWorkspace): Promise<void> {
  const people = Object.entries(teams).flatMap(([team, n]) =>
    Array.from({ length: n }, (_, at) => ({ team, agent: `${team} Agent${String.fromCharCode(65 + at)}` })),
  )
  await workspace.take(
    'roster.csv',
    csv([
      ...people.map(({ team, agent }) => ({
        agent_name: agent,
        team,
        'team from': '2025-06-01',
        'team to': '',
      })),
      { agent_name: MOVER, team: 'South', 'team from': '2025-06-01', 'team to': '2026-01-31' },
      { agent_name: MOVER, team: 'North', 'team from': '2026-02-01', 'team to': '' },
    ]),
    { source: 'acd', kind: 'roster' },
  )
  const days = [3, 6, 9, 12, 14, 17, 20, 23, 26, 29]
  const contacts = [...people, { team: 'North', agent: MOVER }].flatMap(({ agent }, who) =>
    [
      ...days.map((day) => `2026-03-${String(day).padStart(2, '0')}`),
      ...(agent === MOVER ? ['2026-01-12', '2026-01-13'] : []),
    ].flatMap((day, at) =>
      [0, 1].map((again) => ({
        ref: `${agent.replace(' ', '').toLowerCase()}-${at}${again}`,
        agent,
        day,
        queue: (who + at) % 3 === 0 ? 'Claims' : 'Billing',
        handle: 200 + ((who * 53 + at * 31 + again * 17) % 240),
        hold: (who * 7 + at * 3) % 60,
        answer: (who * 3 + at + again) % 4 !== 0,
        csat: 1 + ((who + at * 2 + again) % 5),
      })),
    ),
  )
  await workspace.take(
    'contacts.csv',
    csv(
      contacts.map(({ ref, agent, day, queue, handle, hold }, at) => ({
        contact_id: ref,
        agent_name: agent,
        queue,
        channel: 'voice',
        started_at: `${day}T${String(8 + (at % 9)).padStart(2, '0')}:00:00Z`,
        handle_seconds: handle,
        hold_seconds: hold,
      })),
    ),
    { source: 'acd' },
  )
  await workspace.take(
    'reviews.csv',
    csv(
      contacts.map(({ ref, agent, day, answer }, at) => ({
        evaluation_id: `E${at}`,
        contact_id: ref,
        agent_name: agent,
        form: 'Voice',
        evaluator: 'Quinn Reyes',
        evaluated_at: `${day}T19:00:00Z`,
        total_score: answer ? 90 : 55,
        question: 'Was it solved',
        answer: answer ? 'Yes' : 'No',
        score: answer ? 1 : 0,
        max_score: 1,
      })),
    ),
    { source: 'quality' },
  )
  await workspace.take(
    'surveys.csv',
    csv(
      contacts.map(({ ref, agent, day, csat }, at) => ({
        response_id: `R${at}`,
        contact_id: ref,
        agent_name: agent,
        responded_at: `${day}T20:00:00Z`,
        csat,
      })),
    ),
    { source: 'surveys' },
  )
}
