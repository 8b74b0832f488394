import { answersSince } from './decide-move.ts'
import { blindAnswers, type DoubleScoredAnswer } from './double-scored.ts'
import { isExcluded } from './group-errors.ts'
import type { TrustStanding } from './standing.ts'
import { startWatches, watchAnswer, type Watch } from './watch.ts'

/** A chart as it went, one value an answer it took. */
export interface WatchSeries {
  watched: Watch['watched']
  design: Watch['design']
  values: number[]
}

/** How the charts of an assisting or trusted scorer went since its last step; none in shadow, which nothing watches. */
export function watchSeries(standing: TrustStanding, answers: readonly DoubleScoredAnswer[]): WatchSeries[] {
  if (standing.state === 'shadow' || standing.disagreementAtPromotion === null) return []
  let watches = startWatches(standing.disagreementAtPromotion)
  const series = watches.map(({ watched, design }): WatchSeries => ({ watched, design, values: [] }))
  for (const answer of answersSince(standing, blindAnswers(answers, standing.scorerVersion))) {
    if (isExcluded(answer.strata, standing.excludedGroups)) continue
    const before = watches
    watches = watchAnswer(watches, answer)
    for (const [at, { state }] of watches.entries())
      if (state.observations > before[at]!.state.observations) series[at]!.values.push(state.value)
  }
  return series
}
