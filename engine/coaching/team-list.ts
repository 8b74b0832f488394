import { t } from '#speech'
import type { TeamList, TeamListItem } from '../../shared/contract/coaching.ts'
import { formatValue } from '../../shared/domain/format.ts'
import type { AgentAssessment } from './assessment/index.ts'
import { hidingInWords, isNew } from './gathering/roster.ts'
import { agentLabel, stateOf, systemicViews, teamIdOf, type RankedWindow } from './ranking.ts'
import { moreWouldTell } from './observation-words.ts'
import { figureLabel } from './sentences.ts'
import { asDayRange } from './window.ts'

/** The list of some teams (all when absent). Ranks are those among the people listed; where nobody is ranked, people stand by name. */
export function teamListOf(
  ranked: RankedWindow,
  teamIds: readonly number[] | undefined,
  today: number,
): TeamList {
  const { gathered, assessment } = ranked
  const isMine = (personId: number) => {
    if (teamIds === undefined) return true
    const teamId = teamIdOf(gathered, personId)
    return teamId !== null && teamIds.includes(teamId)
  }
  const items = assessment.agents
    .filter((agent) => isMine(Number(agent.agentId)))
    .map((agent, index) => toItem(ranked, agent, ranked.isRanked ? index + 1 : null, today))
  const hidden = gathered.hidden
    .filter(({ person }) => isMine(person.id))
    .map(({ person, why }) => ({ agent: agentLabel(gathered, person.id), why: hidingInWords(why) }))
  return {
    window: asDayRange(gathered.window),
    outcome: gathered.outcome.id,
    isRanked: ranked.isRanked,
    coverage: { ...ranked.coverage, agentsRanked: items.length, agentsHidden: hidden.length },
    items,
    hidden,
    systemic: systemicViews(ranked).filter(
      (finding) =>
        finding.group.kind !== 'team' || teamIds === undefined || teamIds.includes(Number(finding.group.key)),
    ),
  }
}

function toItem(
  ranked: RankedWindow,
  agent: AgentAssessment,
  rank: number | null,
  today: number,
): TeamListItem {
  const { gathered } = ranked
  const personId = Number(agent.agentId)
  const person = gathered.directory.people.get(personId)
  const held = gathered.coachings.filter((one) => one.personId === personId && one.at !== null)
  const lastCoachedAt = held[0]?.at ?? null
  const top = agent.actions[0]
  return {
    agent: agentLabel(gathered, personId),
    rank,
    priority: agent.priority,
    state: stateOf(agent),
    reason: ranked.isRanked ? reasonLine(ranked, agent) : '',
    actions: agent.actions.length,
    topDriver: top?.driverId ?? null,
    isNew: person !== undefined && isNew(person, gathered.window),
    coachedToday: held.some(({ day }) => day === today),
    lastCoachedAt,
    contacts: gathered.contactsOf.get(personId) ?? 0,
  }
}

/** Why an agent stands where it stands, in one line. */
function reasonLine({ gathered }: RankedWindow, agent: AgentAssessment): string {
  const label = (driverId: string) => gathered.definitions.get(driverId)?.label ?? driverId
  // where nobody ever noted a coaching, nothing is known of it
  const isKnown = gathered.coachings.length > 0
  const notCoached =
    isKnown && agent.isNotCoachedFor28Days && agent.actions.length > 0 ? [t`Not coached for 28 days.`] : []
  const topAction = topActionLine(gathered, agent)
  if (agent.mustAddress.length > 0) {
    const failures = [...Map.groupBy(agent.mustAddress, (failure) => failure.driverId)].map(([id, own]) => {
      const what = id.startsWith('question:') ? label(id) : t`something critical`
      return own.length === 1 ? what : t`${{ what }} (${{ times: own.length }} times)`
    })
    const next = topAction === null ? [] : [t`Then ${{ topAction }}.`]
    return [t`Failed: ${{ failures: failures.join(', ') }}.`, ...next, ...notCoached].join(' ')
  }
  if (topAction !== null) return [`${topAction}.`, ...notCoached].join(' ')
  const open = agent.notEnoughEvidence[0]
  if (open && agent.state === 'not-enough-evidence') {
    const definition = gathered.definitions.get(open.driverId)!
    const { evaluationsNeeded } = open
    return evaluationsNeeded === null
      ? t`${{ label: definition.label }} cannot be told yet.`
      : moreWouldTell(definition, evaluationsNeeded)
  }
  return agent.drivers.length === 0 ? t`Nothing to go by in this window.` : t`On track.`
}

/** The first action as `Transfers: 22% against 8%`; null where there is none. */
function topActionLine({ definitions }: RankedWindow['gathered'], agent: AgentAssessment): string | null {
  const top = agent.actions[0]
  if (!top) return null
  const definition = definitions.get(top.driverId)!
  const label = figureLabel(definition)
  const mean = formatValue(top.posterior.mean, definition)
  return top.benchmark === null
    ? `${label}: ${mean}`
    : t`${{ label }}: ${{ mean }} against ${{ benchmark: formatValue(top.benchmark, definition) }}`
}
