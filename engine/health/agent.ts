import type { AgentGap } from '../../shared/contract/health.ts'
import { dayOfNumber } from '../../shared/domain/time.ts'
import type { EngineContext } from '../context.ts'
import { assessedHealth } from './cache.ts'
import { HORIZON_DAYS, sumOf } from './scene.ts'
import { dayBefore, saysNothing } from './words.ts'

const subjects = ['surveys', 'evaluations', 'shifts'] as const

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/**
 * What an agent's page of the last `days` must say: where surveys, evaluations or shifts fell silent for everybody, for the team or for this agent, and
 * where there are none in the window while others have some.
 */
export function agentGaps(
  context: Pick<EngineContext, 'read'>,
  agentId: number,
  days: number | undefined,
): AgentGap[] {
  const { scene, silent, gaps } = assessedHealth(context)
  if (scene === null || !scene.days.contacts.byPerson.has(agentId)) return []
  const windowDays = Math.min(HORIZON_DAYS, days ?? scene.windowDays)
  const teamId = scene.teamOf(agentId)
  const team = teamId === null ? undefined : scene.directory.teams.get(teamId)?.name
  return subjects.flatMap((subject): AgentGap[] => {
    const say = (since: number | null, who: string): AgentGap[] => [
      {
        subject,
        since: since === null ? null : dayOfNumber(since),
        sentence: sentence(
          `no ${subject}${who}${since === null ? ` in the last ${HORIZON_DAYS} days` : ` since ${dayBefore(since)}`}: ${saysNothing[subject]}.`,
        ),
      },
    ]
    const everybody = silent.get(subject)
    if (everybody !== undefined) return say(everybody, ' for anybody')
    const ofTeam = teamId === null ? undefined : gaps.teams.get(subject)?.get(teamId)
    if (ofTeam) return say(ofTeam.since, ` for team ${team ?? ''}`)
    const own = gaps.people.get(subject)?.get(agentId)
    if (own) return say(own.since, ' of this agent')
    const { byPerson, total } = scene.days[subject]
    if (sumOf(byPerson.get(agentId), -windowDays) > 0 || sumOf(total, -windowDays) === 0) return []
    const others = scene.active.filter(
      (id) => id !== agentId && (teamId === null || scene.teamOf(id) === teamId),
    )
    const having = others.filter((id) => sumOf(byPerson.get(id), -windowDays) > 0).length
    if (having === 0) return []
    const last = byPerson.get(agentId)?.findLastIndex((n) => n > 0) ?? -1
    return [
      {
        subject,
        since: last < 0 ? null : dayOfNumber(scene.from + last + 1),
        sentence: `No ${subject} in these ${windowDays} days, while ${having} of ${others.length} ${team === undefined ? 'others' : 'team mates'} have some: ${saysNothing[subject]}.`,
      },
    ]
  })
}
