import { aForm, aQuestion, publishForm } from './quality-desk.ts'
import { contactLens, csv, openWorkspace, type TestWorkspace } from './workspace.ts'

/**
 * Two teams whose every name and text is planted: `Qzen…` and `Qzwn…` are names of agents of East and West, `qzet…` and `qzwt…` what is known of their
 * contacts, `Qzeg…` and `Qzwg…` the teams. Somebody of East went to West on the 16th of March 2026.
 */
export interface PlantedTeams {
  workspace: TestWorkspace
  ids: {
    people: number[]
    teams: number[]
    contacts: number[]
    evaluations: number[]
    sessions: number[]
    commitments: number[]
    marks: number[]
    findings: number[]
    reviews: number[]
    disputes: number[]
    scorecards: number[]
    searches: number[]
  }
  east: { teamId: number; team: string; personId: number }
  mover: number
}

const sides = { e: 'East', w: 'West' } as const
type Side = keyof typeof sides
const letters = ['arla', 'bern', 'cosk', 'dwin', 'elth', 'furn']

const nameOf = (side: Side, at: number) => `Qz${side}n${letters[at]} Qz${side}n${letters[(at + 2) % 6]}son`

interface Planted {
  agent: string
  side: Side
  day: string
  ref: string
}

function contactsOf(agent: string, side: Side, days: readonly number[]): Planted[] {
  return days.map((day) => ({
    agent,
    side,
    day: `2026-03-${String(day).padStart(2, '0')}`,
    ref: `qz${side}t${agent.slice(4, 8)}${day}x`,
  }))
}

/** A word that is said in the conversation of one contact and nowhere else. */
export const tokenOf = (contactRef: string) => `word${contactRef}`

/** Opens such a workspace; close it at the end. */
export async function openPlantedTeams(): Promise<PlantedTeams> {
  const workspace = await openWorkspace()
  const { client } = workspace
  const days = [2, 5, 12, 17, 20, 27]
  const mover = 'Qzenmover Qzenmoverson'
  const all = [
    ...letters.flatMap((_, at) => contactsOf(nameOf('e', at), 'e', days)),
    ...contactsOf(
      mover,
      'e',
      days.filter((day) => day < 16),
    ),
    ...letters.flatMap((_, at) => contactsOf(nameOf('w', at), 'w', days)),
    ...contactsOf(
      mover,
      'w',
      days.filter((day) => day >= 16),
    ),
  ]
  for (const side of ['e', 'w'] as const) {
    const own = all.filter((one) => one.side === side)
    await workspace.take(
      `qz${side}tcalls.csv`,
      csv(
        own.map(({ agent, day, ref }, at) => ({
          contact_id: ref,
          agent_name: agent,
          team: `Qz${side}group`,
          queue: 'Billing',
          channel: 'voice',
          started_at: `${day}T${String(8 + (at % 9)).padStart(2, '0')}:00:00Z`,
          handle_seconds: 240 + ((at * 37) % 300),
          subject: `qz${side}tsubject${at}`,
        })),
      ),
      { source: 'acd' },
    )
    await workspace.take(
      `qz${side}treviews.csv`,
      csv(
        own.map(({ agent, day, ref }, at) => ({
          evaluation_id: `qz${side}tE${at}`,
          contact_id: ref,
          agent_name: agent,
          form: 'Voice',
          evaluator: 'Quinn Reyes',
          evaluated_at: `${day}T19:00:00Z`,
          total_score: 60 + ((at * 7) % 40),
          question: 'Was it solved',
          answer: at % 3 === 0 ? 'No' : 'Yes',
          score: at % 3 === 0 ? 0 : 1,
          max_score: 1,
          comment: `qz${side}tcomment${at} on ${agent}`,
        })),
      ),
      { source: 'quality' },
    )
    await workspace.take(
      `qz${side}tsurveys.csv`,
      csv(
        own.map(({ agent, day, ref }, at) => ({
          response_id: `qz${side}tR${at}`,
          contact_id: ref,
          agent_name: agent,
          responded_at: `${day}T20:00:00Z`,
          csat: 1 + (at % 5),
          comment: `qz${side}tsurvey${at}`,
        })),
      ),
      { source: 'surveys' },
    )
  }
  await workspace.takeAll(
    all
      .filter((_, at) => at % 2 === 0)
      .map(({ ref, side }) => ({
        name: `${ref}.json`,
        content: contactLens(ref, [
          ['AGENT', 0, 4000, 'Thank you for calling Acme, how can I help you today?'],
          [
            'CUSTOMER',
            4500,
            9000,
            `My bill is wrong, it is about the matter qz${side}tmatter ${tokenOf(ref)} and I am frustrated.`,
          ],
          [
            'AGENT',
            9500,
            14_000,
            `I have corrected qz${side}tbill for you and for ${tokenOf(ref)}, is there anything else I can help with?`,
          ],
        ]),
      })),
    { source: 'calls' },
  )
  await workspace.analyze()

  const people = await client.people.list({})
  const teams = await client.people.teams()
  const idOf = (name: string) => people.find((one) => one.name === name)!.id
  const east = {
    teamId: teams.find(({ name }) => name === 'Qzegroup')!.id,
    team: 'Qzegroup',
    personId: idOf(nameOf('e', 0)),
  }
  const sessions: number[] = []
  const commitments: number[] = []
  const marks: number[] = []
  for (const [names, side] of [
    [[nameOf('e', 0)], 'e'],
    [[nameOf('w', 0)], 'w'],
    // of both teams: it is of neither alone
    [[nameOf('e', 1), nameOf('w', 1)], 'w'],
    [[mover], 'w'],
  ] as const) {
    const agentIds = names.map(idOf)
    const { id } = await client.sessions.prepare({ agentIds, idea: `qz${side}tidea ${names.join(' and ')}` })
    await client.sessions.write({
      id,
      sharedNotes: `qz${side}tshared`,
      privateNotes: `qz${side}tprivate`,
      plannedAt: workspace.clock.now + 3_600_000,
    })
    commitments.push(
      (await client.sessions.addCommitment({ id, agentId: agentIds[0]!, behaviour: `qz${side}tbehaviour` }))
        .commitmentId,
    )
    sessions.push(id)
    marks.push(
      (
        await client.coaching.markCoached({
          agentId: agentIds[0]!,
          driverId: 'handle_time',
          note: `qz${names[0].startsWith('Qzen') && names[0] !== mover ? 'e' : 'w'}tmark`,
        })
      ).id,
    )
  }
  const { drivers } = await client.patterns.overview({})
  const findings: number[] = []
  for (const { id, name } of teams) {
    const side = name.slice(2, 3)
    const driver = drivers[0]!
    findings.push(
      (
        await client.systemic.create({
          driverId: driver.id,
          group: { kind: 'team', key: String(id) },
          title: `qz${side}gfinding`,
          why: `qz${side}gwhy`,
        })
      ).id,
    )
  }
  const contacts = (await client.conversations.list({ limit: 200 })).items.map(
    ({ interactionId }) => interactionId,
  )
  const evaluations = await client.conversations.evaluations({})
  const reviews: number[] = []
  const scorecardId = await publishForm(
    workspace,
    aForm([aQuestion('greeting', { title: 'Greeting' })], { title: 'Greetings' }),
  )
  for (const interactionId of contacts.slice(0, 24))
    reviews.push(
      (await client.reviews.request({ interactionId, scorecardId, reason: `seen by Qzwnarla Qzwncoskson` }))
        .id,
    )
  const disputes: number[] = []
  for (const { id, answers, comment } of evaluations
    .filter(({ answers: all }) => all.length > 0)
    .slice(0, 30)) {
    const question = answers[0]!
    const side = comment?.includes('qzwt') ? 'w' : 'e'
    const raised = await client.disputes
      .raise({
        evaluationId: id,
        questionId: Number(question.questionId),
        answer: {
          questionId: question.questionId,
          optionIds: [],
          number: null,
          text: `qz${side}tproposed`,
          isNotApplicable: false,
        },
        comment: `qz${side}tdispute`,
        by: 'Quinn Reyes',
        as: 'supervisor',
      })
      .catch(() => null)
    if (raised) disputes.push(raised.id)
  }
  const saved = await client.search.save({ name: 'qzwtsearch', search: { query: 'qzwtmatter' } })
  return {
    workspace,
    ids: {
      people: people.map(({ id }) => id),
      teams: teams.map(({ id }) => id),
      contacts,
      evaluations: evaluations.map(({ id }) => id),
      sessions,
      commitments,
      marks,
      findings,
      reviews,
      disputes,
      scorecards: (await client.scorecards.list()).map(({ id }) => id),
      searches: [saved.id],
    },
    east,
    mover: idOf(mover),
  }
}
