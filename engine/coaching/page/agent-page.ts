import { plural, t } from '#speech'
import type { AgentPage } from '../../../shared/contract/coaching.ts'
import { dayOfNumber } from '../../../shared/domain/time.ts'
import { metricDefinition } from '../../metrics/index.ts'
import { readNamings } from '../../people/index.ts'
import { Problem } from '../../problem.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { coverageOf } from '../gathering/coverage.ts'
import { isNew } from '../gathering/roster.ts'
import { readRequests } from '../marks.store.ts'
import { agentLabel, rankedAgent, type RankedWindow } from '../ranking.ts'
import { asDayRange } from '../window.ts'
import { agentMetrics } from './metrics.ts'
import { readAttendance, readPeriodSummaries, readSurveys } from './page.store.ts'
import { qualityByForm } from './quality.ts'

/** Everything of one agent on one page. `NOT_FOUND` for nobody. */
export function agentPageOf(database: ReadableDatabase, window: RankedWindow, personId: number): AgentPage {
  const { gathered, assessment } = window
  const person = gathered.directory.people.get(personId)
  if (!person) throw new Problem('NOT_FOUND', t`That agent is no longer there; go back to the team.`)
  const agent = assessment.agents.find((one) => one.agentId === String(personId))
  const label = agentLabel(gathered, personId)
  const ranked = agent
    ? rankedAgent(database, window, agent, 'all')
    : {
        agent: label,
        priority: 0,
        state: window.isRanked ? ('no-data' as const) : ('unranked' as const),
        mustAddress: [],
        actions: [],
        drivers: [],
        strengths: [],
        notEnoughEvidence: [],
      }
  const group = gathered.groupOf(String(personId))
  const peers = gathered.active.filter(
    (one) => one.id !== personId && gathered.groupOf(String(one.id)) === group,
  ).length
  // where nobody is ranked, the peers stand as their mean alone: a row of their values would show a place
  const shownOf = <Shown extends { peers: number[] }>(figure: Shown): Shown =>
    window.isRanked ? figure : { ...figure, peers: [] }
  const labelOf = (driverId: string) => gathered.definitions.get(driverId)?.label ?? driverId
  return {
    agent: {
      id: personId,
      name: person.name,
      email: person.email,
      team: label.team,
      hiredOn: person.hiredDay === null ? null : dayOfNumber(person.hiredDay),
      isNew: isNew(person, gathered.window),
      identities: identityLines(database, personId),
    },
    window: asDayRange(gathered.window),
    previousWindow: asDayRange(gathered.window.previous),
    outcome: { id: gathered.outcome.id, label: gathered.outcome.label },
    isRanked: window.isRanked,
    coverage: coverageOf(database, gathered, personId),
    peers: { n: peers, sentence: peersSentence(peers, group.includes('first 90 days')) },
    ranked: { ...ranked, drivers: ranked.drivers.map(shownOf) },
    metrics: agentMetrics(database, gathered, personId, ranked.drivers).map(shownOf),
    quality: qualityByForm(database, gathered, personId, ranked.drivers),
    surveys: readSurveys(database, personId, gathered.window).map((row) => ({
      id: row.id,
      at: row.at,
      csat: row.csat === null ? null : { score0to1: row.csat, min: row.csatMin ?? 0, max: row.csatMax ?? 1 },
      nps: row.nps,
      comment: row.comment,
      sentiment: row.sentiment,
      queue: row.queue,
      interactionId: row.interactionId,
    })),
    attendance: readAttendance(database, personId, gathered.window).map((row) => ({
      ...row,
      day: dayOfNumber(row.day),
    })),
    periodSummaries: summaries(database, personId),
    coached: gathered.marks
      .filter((mark) => mark.personId === personId)
      .map((mark) => ({
        id: mark.id,
        agentId: personId,
        driverId: mark.driverId,
        driverLabel: labelOf(mark.driverId),
        at: mark.at,
        note: mark.note,
      })),
    requestedEvaluations: readRequests(database, personId),
  }
}

function peersSentence(peers: number, isTenureBand: boolean): string {
  if (peers === 0) return t`Nobody else works on them, so there is nobody to compare with.`
  const who = isTenureBand
    ? t`${{ peers }} others in their first 90 days`
    : t`${plural({ peers }, { one: '# other', other: '# others' })}`
  return peers < 5 ? t`Here: only ${{ who }}; with so few the intervals are wide.` : t`Here: ${{ who }}.`
}

function identityLines(database: ReadableDatabase, personId: number): string[] {
  return readNamings(database, personId).map(
    ({ externalId, name, email, source }) =>
      `${[externalId, name, email].filter((part) => part !== null).join(', ')} (${source})`,
  )
}

interface Figure {
  metricId: string
  of: 'total' | 'mean' | 'n'
  value: number
}

function summaries(database: ReadableDatabase, personId: number): AgentPage['periodSummaries'] {
  return readPeriodSummaries(database, personId).flatMap((row) => {
    const figures = JSON.parse(row.figures) as Figure[]
    return [...Map.groupBy(figures, (figure) => figure.metricId)].map(([metricId, own]) => {
      const definition = metricDefinition(metricId)
      const value = (of: Figure['of']) => own.find((figure) => figure.of === of)?.value ?? null
      const n = value('n') ?? row.n
      const total = value('total')
      return {
        from: row.fromDay === null ? null : dayOfNumber(row.fromDay),
        to: row.toDay === null ? null : dayOfNumber(row.toDay),
        source: row.source,
        metricLabel: definition?.label ?? metricId,
        unit: definition?.unit ?? 'seconds',
        n,
        mean: value('mean') ?? (total !== null && n ? total / n : null),
        total,
      }
    })
  })
}
