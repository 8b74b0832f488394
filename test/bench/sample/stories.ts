import type { Client } from '../../../engine/direct-client.ts'
import type { SampleTruth } from '../../../engine/sample/index.ts'
import { QUEUE_PROBLEM } from '../../../engine/sample/planted.ts'

export type Story = 'worked' | 'only looked so' | 'too early' | 'of the process'

export interface ToldStory {
  story: Story
  holds: boolean
  /** What it rests on, in short. */
  why: string
}

/** Whether each story of the sample comes out in a workspace as it is promised. */
export async function storiesHold(client: Client, coached: SampleTruth['coached']): Promise<ToldStory[]> {
  const { sessions } = await client.sessions.board({})
  const sessionOf = (name: string) => sessions.find(({ people }) => people.some((one) => one.name === name))!
  const effectOf = async (name: string) =>
    (await client.sessions.effects({ ids: [sessionOf(name).id] }))[0]!.effect
  const worked = await effectOf(coached.worked.name)
  const lookedSo = await effectOf(coached.lookedSo.name)
  const early = await effectOf(coached.tooEarly.name)
  const { people } = await client.sessions.get({ id: sessionOf(coached.tooEarly.name).id })
  const isPicked = people[0]!.figure?.status === 'proposed'
  const saved = lookedSo.selecting.raw! - lookedSo.after!.raw!
  const span = ({ effect }: typeof worked) =>
    effect === null ? 'no effect' : `${effect.low.toFixed(2)} to ${effect.high.toFixed(2)}`
  return [
    { story: 'worked', holds: worked.state === 'improved', why: `${worked.state}, ${span(worked)} s` },
    {
      story: 'only looked so',
      // before and after alone would have claimed it
      holds: lookedSo.state === 'no-change-seen' && saved > lookedSo.smallestDifference,
      why: `${lookedSo.state}, ${span(lookedSo)} s, saved ${saved.toFixed(0)} s`,
    },
    {
      story: 'too early',
      holds:
        // somebody whom the ranking proposed at the time, with a figure that leaves room for both
        isPicked &&
        early.state === 'progress' &&
        early.effect !== null &&
        early.effect.low < 0 &&
        early.effect.high > 0 &&
        early.contactsNeeded !== null &&
        early.contactsNeeded > 0,
      why: `${isPicked ? 'proposed' : 'NOT proposed'}, ${early.state}, ${span(early)}, ${early.contactsNeeded} to go`,
    },
    await ofTheProcess(client),
  ]
}

/** A gap of a queue, which a list of the longest holds puts on those who sit there and the ranking on one of them at most. */
async function ofTheProcess(client: Client): Promise<ToldStory> {
  const { queue, driver } = QUEUE_PROBLEM
  const ranking = await client.coaching.rank({})
  const isFound = ranking.systemic.some((one) => one.driver.id === driver && one.group.key === queue)
  const { rows } = await client.metrics.query({ metricId: driver, by: 'agent', days: 28 })
  const longest = rows
    .toSorted((a, b) => b.value! - a.value!)
    .slice(0, 10)
    .flatMap(({ key }) => ranking.agents.find(({ agent }) => agent.id === Number(key)) ?? [])
  const theirs = longest.filter(({ agent }) => agent.team === 'Juniper')
  const blamed = theirs.filter(({ actions }) => actions.some((one) => one.driver.id === driver))
  return {
    story: 'of the process',
    holds: isFound && theirs.length >= 8 && blamed.length <= 1,
    why: `${isFound ? 'found' : 'not found'}, ${theirs.length} of the ten longest are of that team, ${blamed.length} of them are to be coached on it`,
  }
}
