import { rankedWindow } from '../../ranked-window.ts'
import { rankingOf } from '../../coaching/index.ts'
import type { RankedAgent } from '../../../shared/contract/coaching.ts'
import { TEAMS, type TeamId } from '../company.ts'
import { addDays, dayOf, dayStartMs } from '../days.ts'
import { PLANTED_DIFFERENCES } from '../planted.ts'
import { CALENDAR, instantOf } from './calendar.ts'
import { comingTimes } from './coming-times.ts'
import { sitDown, type ToldSession } from './sitting-down.ts'
import type { Telling } from './telling.ts'

/** Whose actions these weeks are about: nobody whose story is told elsewhere. */
function ordinaryPeople({ coached }: Telling, agents: readonly RankedAgent[]): RankedAgent[] {
  const told = new Set<string>([
    ...PLANTED_DIFFERENCES.keys(),
    ...Object.values(coached).map(({ name }) => name),
  ])
  return agents.filter(
    ({ agent, state, actions }) => state === 'act' && actions.length > 0 && !told.has(agent.name),
  )
}

const supervisorOf = ({ agent }: RankedAgent) => TEAMS[agent.team as TeamId].supervisor

/** Sessions of the last weeks of the sample, with what was agreed in them. */
function heldLately(
  { endDay }: Telling,
  people: readonly RankedAgent[],
  crowd: readonly RankedAgent[],
): ToldSession[] {
  const { first, second, third, group } = CALENDAR.ordinary
  const [one, two, three] = people
  const about = (agent: RankedAgent) => ({
    people: [agent.agent.id],
    coach: supervisorOf(agent),
    driverId: agent.actions[0]!.driver.id,
  })
  return [
    ...(one
      ? [
          {
            ...about(one),
            at: instantOf(endDay, first, 9),
            held: {
              minutes: 30,
              isPraised: true,
              sharedNotes:
                'Knows it, and says it is the first thing to go when the queue is long. We listened to two calls of a busy Monday.',
              agreements: [
                {
                  behaviour: 'Takes ten seconds before the goodbye, whatever the wallboard says',
                  seenBy: 'Three calls of the next busy Monday',
                  dueInDays: 10,
                  closed: {
                    afterDays: 10,
                    state: 'kept' as const,
                    note: 'Two of three, and the third was cut off.',
                  },
                },
                {
                  behaviour: 'Brings one call that went well to the next session',
                  seenBy: 'The call is in the queue of moments',
                  dueInDays: 12,
                },
              ],
              acknowledged: { agrees: true, comment: 'Fair. I had not heard myself before.' },
            },
          },
        ]
      : []),
    ...(two
      ? [
          {
            ...about(two),
            at: instantOf(endDay, second, 13),
            held: {
              minutes: 20,
              isPraised: false,
              sharedNotes:
                'Sees it otherwise: two of the calls were business lines. Agreed to look at private lines alone.',
              agreements: [
                {
                  behaviour: 'Notes in each case what kept it from being solved at once',
                  seenBy: 'Notes of a week, looked at together',
                  dueInDays: 7,
                  closed: {
                    afterDays: 8,
                    state: 'not-kept' as const,
                    note: 'Ill for three days; starts again.',
                  },
                },
                {
                  behaviour: 'Sits with a colleague for an hour',
                  seenBy: 'One thing learnt, told in the huddle',
                  dueInDays: 30,
                },
              ],
              acknowledged: {
                agrees: false,
                comment: 'Business lines take longer. Please compare me with those who have them.',
              },
            },
          },
        ]
      : []),
    ...(three
      ? [
          {
            ...about(three),
            at: instantOf(endDay, third, 10),
            held: {
              minutes: 30,
              isPraised: true,
              sharedNotes: 'Started with the praise of a customer.',
              agreements: [
                {
                  behaviour: 'Tries the wording we found on every second call',
                  seenBy: 'Four calls of the coming week',
                  dueInDays: 21,
                },
              ],
            },
          },
        ]
      : []),
    ...(crowd.length > 1
      ? [
          {
            people: crowd.map(({ agent }) => agent.id),
            coach: TEAMS.Summit.supervisor,
            driverId: null,
            idea: 'A recap one can follow',
            at: instantOf(endDay, group, 15),
            held: {
              minutes: 45,
              isPraised: true,
              sharedNotes:
                'Everybody says it, and nobody at a pace to write it down by. Two calls played, one as a customer of eighty would hear it.',
              agreements: [
                {
                  behaviour: 'Waits for a yes after the recap',
                  seenBy: 'The customer has the last word before the goodbye',
                  dueInDays: 25,
                },
              ],
            },
          },
        ]
      : []),
  ]
}

/**
 * The weeks as they usually are: some sessions held lately, with commitments kept, missed, overdue and open, and some prepared for the days after the sample is
 * loaded, which is the day after its end at the earliest.
 */
export async function liveOrdinaryWeeks(telling: Telling, loadedAt: number): Promise<void> {
  const { context, endDay } = telling
  const window = rankedWindow(context, { to: addDays(endDay, -CALENDAR.ordinary.first - 1) })
  const { agents } = rankingOf(context.read, window, {})
  const lately = ordinaryPeople(telling, agents).slice(0, 3)
  const taken = new Set(lately.map(({ agent }) => agent.id))
  const crowd = agents
    .filter(
      ({ agent }) => agent.team === 'Summit' && !PLANTED_DIFFERENCES.has(agent.name) && !taken.has(agent.id),
    )
    .slice(0, 4)
  await sitDown(context, window, heldLately(telling, lately, crowd))

  const newest = rankedWindow(context, {})
  for (const { agent } of crowd) taken.add(agent.id)
  const coming = ordinaryPeople(telling, rankingOf(context.read, newest, {}).agents)
    .filter(({ agent }) => !taken.has(agent.id))
    .slice(0, 3)
  const from = Math.max(loadedAt, dayStartMs(addDays(endDay, 1)))
  const times = comingTimes(from)
  await sitDown(
    context,
    newest,
    coming.map((person, place) => ({
      people: [person.agent.id],
      coach: supervisorOf(person),
      driverId: person.actions[0]!.driver.id,
      preparedAt: dayStartMs(dayOf(from)),
      at: times[place]!,
    })),
  )
}
