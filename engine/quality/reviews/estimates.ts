import { t } from '#speech'
import { formatNumber } from '../../../shared/speech/numbers.ts'
import { dayOfNumber } from '../../../shared/domain/time.ts'
import { readDirectory } from '../../people/index.ts'
import { Problem } from '../../problem.ts'
import { weightedMean, wilsonInterval } from '../../statistics/index.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { newestDay } from '../../workspace/index.ts'
import { readScored, type ScoredRow } from './estimates.store.ts'

/** A mean score with its 95% interval; null where there is nothing, the bounds where there is one. */
export interface ScoreEstimate {
  n: number
  effectiveN: number | null
  mean: number | null
  low: number | null
  high: number | null
}

/** What reviews say of all conversations: drawn ones weighted, those of unknown selection beside them, never together. */
export interface ScoreEstimates {
  from: string
  to: string
  drawn: ScoreEstimate
  unknown: ScoreEstimate
  requested: number
  teams: { team: string; drawn: ScoreEstimate; unknown: ScoreEstimate }[]
  sentence: string
}

/**
 * The mean score on a form over the last `days` days, for everybody and by team (as it was on the day). Drawn reviews weigh 1 over the
 * probability of being drawn (Hajek); imported ones, whose selection is unknown, weigh 1 each and stand apart; what a person asked for stands in neither,
 * nor what was drawn to audit automation: only conversations that it answered are.
 */
export function estimateScores(
  database: ReadableDatabase,
  scorecardId: number,
  days: number,
): ScoreEstimates {
  const to = newestDay(database)
  if (to === undefined) throw new Problem('CONFLICT', t`There are no data yet; import some first.`)
  const from = to - days + 1
  const rows = readScored(database, scorecardId, { from, to })
  const directory = readDirectory(database)
  const teamOf = ({ personId, day }: ScoredRow) => {
    const team = personId === null ? null : directory.teamAt(personId, day)
    return team === null ? t`No team` : (directory.teams.get(team)?.name ?? t`No team`)
  }
  const requested = rows.filter(({ selection }) => selection === 'requested').length
  const both = (own: readonly ScoredRow[]) => ({ drawn: drawnOf(own), unknown: unknownOf(own) })
  const all = both(rows)
  return {
    from: dayOfNumber(from),
    to: dayOfNumber(to),
    ...all,
    requested,
    teams: [...Map.groupBy(rows, teamOf)]
      .map(([team, own]) => ({ team, ...both(own) }))
      .filter(({ drawn, unknown }) => drawn.n + unknown.n > 0)
      .toSorted((a, b) => a.team.localeCompare(b.team)),
    sentence: sentenceOf(all.drawn.n, all.unknown.n, requested),
  }
}

/** A score, 0..1, and how it came to be scored. */
type SelectedScore = Pick<ScoredRow, 'score' | 'selection' | 'weight'>

/** The mean of what was drawn, each weighted by its chance. */
export function drawnOf(rows: readonly SelectedScore[]): ScoreEstimate {
  return estimateOf(
    rows.flatMap(({ score, weight }) => (weight === null ? [] : [{ value: score, probability: 1 / weight }])),
  )
}

/** The mean of what imports brought: nobody knows how it was selected. */
export function unknownOf(rows: readonly SelectedScore[]): ScoreEstimate {
  return estimateOf(
    rows.flatMap(({ score, selection }) => (selection === null ? [{ value: score, probability: 1 }] : [])),
  )
}

/**
 * Scores that are all alike do not tell how far others lie from them, and their variance of 0 would make everybody sure: there the interval is
 * Wilson's, of scores that are all or nothing, which lie furthest apart.
 */
function estimateOf(picks: { value: number; probability: number }[]): ScoreEstimate {
  const found = weightedMean(picks)
  if (found === null) return { n: 0, effectiveN: null, mean: null, low: null, high: null }
  const { n, effectiveN, mean } = found
  const isAlike = n > 1 && picks.every(({ value }) => value === picks[0]!.value)
  const { low, high } = isAlike ? wilsonInterval(mean * effectiveN, effectiveN)! : found
  return {
    n,
    effectiveN,
    mean,
    low: low === null ? null : Math.max(0, low),
    high: high === null ? null : Math.min(1, high),
  }
}

function sentenceOf(drawn: number, unknown: number, requested: number): string {
  const parts = [
    drawn > 0 && t`${{ drawn: formatNumber(drawn) }} drawn, each weighted by its chance of being drawn`,
    unknown > 0 && t`${{ unknown: formatNumber(unknown) }} imported, whose selection is unknown`,
    requested > 0 && t`${{ requested: formatNumber(requested) }} asked for, in no figure`,
  ].filter((part) => part !== false)
  return parts.length === 0
    ? t`Nobody has reviewed anything on this form in these days.`
    : `${parts.join('; ')}.`
}
