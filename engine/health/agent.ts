import { t } from '#speech'
import type { AgentGap } from '../../shared/contract/health.ts'
import { dayOfNumber } from '../../shared/domain/time.ts'
import type { EngineContext } from '../context.ts'
import { assessedHealth } from './cache.ts'
import { HORIZON_DAYS, sumOf } from './scene.ts'
import { dayBefore, noneOf, saysNothing } from './words.ts'

const subjects = ['surveys', 'evaluations', 'shifts'] as const

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
    const gap = (since: number | null, sentence: string): AgentGap[] => [
      { subject, since: since === null ? null : dayOfNumber(since), sentence },
    ]
    const [none, means] = [noneOf(subject), saysNothing(subject)]
    const everybody = silent.get(subject)
    if (everybody !== undefined)
      return gap(
        everybody,
        t`${{ none }} for anybody since ${{ since: dayBefore(everybody) }}: ${{ means }}.`,
      )
    const ofTeam = teamId === null ? undefined : gaps.teams.get(subject)?.get(teamId)
    if (ofTeam) {
      const { since } = ofTeam
      return gap(
        since,
        since === null
          ? t`${{ none }} for team ${{ team: team ?? '' }} in the last ${{ days: HORIZON_DAYS }} days: ${{ means }}.`
          : t`${{ none }} for team ${{ team: team ?? '' }} since ${{ since: dayBefore(since) }}: ${{ means }}.`,
      )
    }
    const own = gaps.people.get(subject)?.get(agentId)
    if (own) {
      const { since } = own
      return gap(
        since,
        since === null
          ? t`${{ none }} of this agent in the last ${{ days: HORIZON_DAYS }} days: ${{ means }}.`
          : t`${{ none }} of this agent since ${{ since: dayBefore(since) }}: ${{ means }}.`,
      )
    }
    const { byPerson, total } = scene.days[subject]
    if (sumOf(byPerson.get(agentId), -windowDays) > 0 || sumOf(total, -windowDays) === 0) return []
    const others = scene.active.filter(
      (id) => id !== agentId && (teamId === null || scene.teamOf(id) === teamId),
    )
    const having = others.filter((id) => sumOf(byPerson.get(id), -windowDays) > 0).length
    if (having === 0) return []
    const last = byPerson.get(agentId)?.findLastIndex((n) => n > 0) ?? -1
    const all = others.length
    return gap(
      last < 0 ? null : scene.from + last + 1,
      team === undefined
        ? t`${{ none }} in these ${{ days: windowDays }} days, while ${{ having }} of ${{ all }} others have some: ${{ means }}.`
        : t`${{ none }} in these ${{ days: windowDays }} days, while ${{ having }} of ${{ all }} team mates have some: ${{ means }}.`,
    )
  })
}
